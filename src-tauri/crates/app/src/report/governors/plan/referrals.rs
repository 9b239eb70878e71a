//! Referrals to bodies outside the school, and what came of them.

use domain::disclosure::Leaf;

use super::{Desk, Plan};
use crate::report::governors::streams::referrals::{OUTCOMES, TO, sent};
use crate::report::governors::streams::{part, some};

const STREAM: &str = "referrals";

pub(super) fn plan(desk: &Desk<'_>, of: &str) -> Option<Plan> {
    let row = |label: &str, of: Vec<Leaf>, before| desk.row(label, STREAM, of, before);
    let cells = |to: &[&str], outcomes: &[&str]| -> Vec<Leaf> {
        let all = to
            .iter()
            .flat_map(|to| outcomes.iter().map(move |outcome| sent(to, outcome)));
        all.map(|cell| part("sent", &cell)).collect()
    };
    let to = |bodies: &[&str]| cells(bodies, &OUTCOMES);
    let came = |outcome: &str| cells(&TO, &[outcome]);
    let rows = match of {
        "csc" => vec![
            row(
                "Referrals",
                to(&["care-in-time", "care-later", "care-waiting"]),
                1,
            ),
            row("Answered within one working day", to(&["care-in-time"]), 0),
            row("Answered later", to(&["care-later"]), 0),
            row("No answer yet", to(&["care-waiting"]), 0),
        ],
        "pol" => vec![row("", to(&["police"]), 1)],
        "prev" => vec![row("", to(&["prevent"]), 1)],
        "health" => vec![row("", to(&["health"]), 1)],
        "fgm" => vec![desk.row("", "concerns", vec![some("issue:issue.fgm")], 0)],
        "out" => vec![
            row("All referrals", vec![Leaf::All], 1),
            row("To others", to(&["others"]), 1),
            row("Answered, and the school agreed", came("agreed"), 0),
            row("Answered, and the school disagreed", came("disagreed"), 0),
            row("Waiting for an answer", came("waiting"), 0),
            row("Taken up the ladder", vec![some("escalated")], 0),
        ],
        _ => return None,
    };
    Some(Plan {
        rows,
        ..Plan::default()
    })
}
