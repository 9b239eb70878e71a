//! What happened online, and how the school filters and monitors.

use domain::disclosure::Leaf;

use super::{Desk, Plan, RowPlan};
use crate::report::governors::streams::{part, pupils_room, said, some, things};
use crate::wire::Fault;
use crate::words;

pub(super) fn plan(desk: &Desk<'_>, of: &str) -> Result<Option<Plan>, Fault> {
    let concern = |label: &str, of: Leaf| desk.row(label, "concerns", vec![of], 1);
    let days = desk.periods.now;
    let room = pupils_room(desk.office)?;
    let whole = |rows: Vec<RowPlan>| {
        Ok(Some(Plan {
            rows,
            whole_school: true,
            ..Plan::default()
        }))
    };
    let rows = match of {
        "fourc" => {
            let areas = words::wording()?.four_cs().iter();
            areas
                .map(|area| concern(&area.name, some(format!("area:{}", area.id))))
                .collect()
        }
        "cyb" => vec![concern("", some("cyberbullying"))],
        "nudes" => {
            let row = |label: &str, of: Leaf| desk.row(label, "images", vec![of], 0);
            vec![
                row("Possible indecent images of children", Leaf::All),
                row("Referred outside the school", part("referred", "yes")),
                row("Not referred", part("referred", "no")),
            ]
        }
        "alerts" => {
            let row = |label: &str, of: Leaf| desk.row(label, "alerts", vec![of], 0);
            return whole(vec![
                row("Alerts", Leaf::All),
                row("Not screened yet", part("meaning", "not-screened")),
                row("False positives", part("meaning", "false-positive")),
                row("Meant something", part("meaning", "meant-something")),
                row("Something was done", some("acted")),
            ]);
        }
        "ceop" => {
            let row = |label: &str, stream: &str, of: Leaf| desk.row(label, stream, vec![of], 0);
            return whole(vec![
                row("To CEOP", "reports", part("body", "ceop")),
                row("To the IWF", "reports", part("body", "iwf")),
                row("To others", "reports", part("body", "others")),
                row("To platforms", "platforms", Leaf::All),
                row(
                    "Removed by platforms",
                    "platforms",
                    part("answer", "removed"),
                ),
            ]);
        }
        "fm" => {
            let mut rows = Vec::new();
            for kind in [
                "Weekly report",
                "Fortnightly technical check",
                "Half termly review",
                "Annual review",
                "Triggered review",
                "Spot check",
            ] {
                let done = ("filtering-review-log", "done_at");
                let count = things(room, done, days, |line| said(line, "kind") == kind)?;
                rows.push(desk.known(kind, count));
            }
            let gaps = things(room, ("filtering-review-log", "done_at"), days, |line| {
                !said(line, "gaps").is_empty()
            })?;
            rows.push(desk.known("Of these, found a gap", gaps));
            return whole(rows);
        }
        "chg" => {
            let changes = things(room, ("filtering-change-log", "changed_at"), days, |_| true)?;
            let asked = ("filter-unblock-log", "requested_at");
            let all = things(room, asked, days, |_| true)?;
            let refused = things(room, asked, days, |line| {
                said(line, "decision") == "Refused"
            })?;
            return whole(vec![
                desk.known("Changes of the filter", changes),
                desk.known("Requests to unblock", all),
                desk.known("Refused", refused),
            ]);
        }
        "ai" => {
            let all = super::super::streams::lines_of(room, "risk-register-prevent-online")?;
            let tools = all
                .iter()
                .filter(|kept| said(&kept.line, "kind") == "AI tool");
            return whole(vec![desk.known("", tools.count())]);
        }
        _ => return Ok(None),
    };
    Ok(Some(Plan {
        rows,
        ..Plan::default()
    }))
}
