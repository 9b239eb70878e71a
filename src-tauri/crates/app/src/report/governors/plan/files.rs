//! Files sent and received, information shared, breaches, requests.

use domain::disclosure::Leaf;

use super::{Desk, Plan};
use crate::report::governors::streams::part;

pub(super) fn plan(desk: &Desk<'_>, of: &str) -> Option<Plan> {
    let row = |label: &str, stream: &str, of: Vec<Leaf>| desk.row(label, stream, of, 0);
    let way = |ways: &[&str], receipts: &[&str]| -> Vec<Leaf> {
        let all = ways.iter().flat_map(|way| {
            receipts
                .iter()
                .map(move |receipt| part("way", &format!("{way}:{receipt}")))
        });
        all.collect()
    };
    let both = ["receipt", "no-receipt"];
    let rows = match of {
        "tin" => vec![
            row("Received", "transfers", way(&["in"], &both)),
            row(
                "Sent",
                "transfers",
                way(&["out-in-time", "out-late"], &both),
            ),
            row("Sent late", "transfers", way(&["out-late"], &both)),
            row("Not sent yet", "transfers", way(&["out-not-sent"], &both)),
            row(
                "Sent, no receipt yet",
                "transfers",
                way(&["out-in-time", "out-late"], &["no-receipt"]),
            ),
        ],
        "share" => vec![
            row("Shared", "shared", vec![part("decided", "shared")]),
            row("Withheld", "shared", vec![part("decided", "withheld")]),
        ],
        "breach" => vec![
            row("Breaches", "breaches", vec![Leaf::All]),
            row("The ICO was told", "breaches", vec![part("ico", "told")]),
            row(
                "The ICO was not told",
                "breaches",
                vec![part("ico", "not-told")],
            ),
        ],
        "sar" => vec![
            row("All", "requests", vec![Leaf::All]),
            row(
                "Answered in time",
                "requests",
                vec![part("time", "in-time")],
            ),
            row("Answered late", "requests", vec![part("time", "late")]),
            row("Open", "requests", vec![part("time", "open")]),
            row("Overdue", "requests", vec![part("time", "overdue")]),
        ],
        _ => return None,
    };
    Some(Plan {
        rows,
        whole_school: true,
        ..Plan::default()
    })
}
