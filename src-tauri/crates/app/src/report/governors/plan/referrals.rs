//! Referrals to bodies outside the school, and what came of them.

use domain::disclosure::Leaf;

use super::{Desk, Plan};
use crate::report::governors::streams::{part, some};

const STREAM: &str = "referrals";

pub(super) fn plan(desk: &Desk<'_>, of: &str) -> Option<Plan> {
    let row = |label: &str, of: Vec<Leaf>, before| desk.row(label, STREAM, of, before);
    let to = |cell: &str| part("to", cell);
    let rows = match of {
        "csc" => vec![
            row(
                "Referrals",
                vec![to("care-in-time"), to("care-later"), to("care-waiting")],
                1,
            ),
            row(
                "Answered within one working day",
                vec![to("care-in-time")],
                0,
            ),
            row("Answered later", vec![to("care-later")], 0),
            row("No answer yet", vec![to("care-waiting")], 0),
        ],
        "pol" => vec![row("", vec![to("police")], 1)],
        "prev" => vec![row("", vec![to("prevent")], 1)],
        "health" => vec![row("", vec![to("health")], 1)],
        "fgm" => vec![desk.row("", "concerns", vec![some("issue:issue.fgm")], 0)],
        "out" => vec![
            row("All referrals", vec![Leaf::All], 1),
            row("To others", vec![to("others")], 1),
            row(
                "Answered, and the school agreed",
                vec![part("outcome", "agreed")],
                0,
            ),
            row(
                "Answered, and the school disagreed",
                vec![part("outcome", "disagreed")],
                0,
            ),
            row("Waiting for an answer", vec![part("outcome", "waiting")], 0),
            row("Taken up the ladder", vec![some("escalated")], 0),
        ],
        _ => return None,
    };
    Some(Plan {
        rows,
        ..Plan::default()
    })
}
