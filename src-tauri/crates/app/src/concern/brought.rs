//! Where a concern comes from that was written in another program, in the lines of its page and its papers.

use chrono::NaiveDate;
use domain::concern::Version;

use crate::wire::Shown;
use crate::{Office, say};

/// "Imported from CPOMS, written there by J. Smith on 3 May 2022, 10:14; brought in by R. Calloway …", then what it was
/// called there and what else the file said.
pub(super) fn lines(office: &Office, version: &Version) -> Vec<Shown> {
    let details = &version.content.details;
    let Some(brought) = &details.brought else {
        return Vec::new();
    };
    let by = match brought.by.as_str() {
        "" => String::new(),
        by => format!(" by {by}"),
    };
    let on = match details.first_written.filter(|_| brought.written_known) {
        Some(at) => {
            let at = at.timestamp_millis();
            format!(" on {}", say::known(at, office.around.zone, NaiveDate::MIN))
        }
        None => ", the file does not say when".to_owned(),
    };
    let rows: Vec<String> = brought.rows.iter().map(u32::to_string).collect();
    let rows = match rows.as_slice() {
        [only] => format!("row {only}"),
        rows => format!("rows {}", rows.join(", ")),
    };
    let mut all = vec![shown(
        "Imported",
        format!(
            "Imported from {}, written there{by}{on}; brought in by {} {}, from {rows} of the file.",
            brought.from,
            version.step.author.name,
            office.full(version.step.written)
        ),
    )];
    if !brought.number.is_empty() {
        all.push(shown("Its number there", brought.number.clone()));
    }
    if !brought.categories.is_empty() {
        let names = brought.categories.join("\n");
        all.push(shown("Categories, as written there", names));
    }
    for (name, words) in &brought.more {
        all.push(shown(&format!("{name}, as written there"), words.clone()));
    }
    all
}

fn shown(label: &str, text: String) -> Shown {
    Shown {
        field: "brought".to_owned(),
        label: label.to_owned(),
        style: "plain",
        text,
    }
}
