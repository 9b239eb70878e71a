//! Who has read what, on paper: a row for each person with what they read, what lapsed and what is missing.

use papers::{LaidOut, Style, TableFacts, TablesFacts, Words};

use super::About;
use super::facts::{labelled, printed};
use crate::Office;
use crate::guide::register_kept;
use crate::wire::{Fault, WhoReadRow};

/// The register it is made from.
const TRAINING: &str = "training-log";

/// Lays it out, as it stands now.
pub(super) fn lay_out(
    office: &mut Office,
    purpose: &str,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (_, room) = register_kept(office, TRAINING)?;
    let list = crate::who_read(office)?;
    let printed = printed(office, &[room], purpose, None)?;
    let rows = list.people.iter().map(|row| {
        let of = |stands: &str| said(row, &list.documents, stands);
        vec![
            vec![Words::Strong(row.name.clone())],
            of("read"),
            of("lapsed"),
            of("gap"),
        ]
    });
    let rows = rows.collect();
    let columns = [
        ("Name", 1.4),
        ("Read or done", 2.4),
        ("Lapsed", 1.8),
        ("Not yet", 2.0),
    ];
    let laid_out = papers::tables(&TablesFacts {
        printed,
        title: "Who has read what".to_owned(),
        about: vec![labelled(
            Style::Account,
            "",
            "From the registers of training and of agreements, with everybody who has an account here.",
            None,
        )],
        tables: vec![TableFacts {
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows,
            none: "Nobody stands in the registers yet.".to_owned(),
            ..TableFacts::default()
        }],
        sign: Vec::new(),
    })?;
    let about = About {
        room,
        what: "register",
        id: TRAINING.to_owned(),
        purpose: purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    let name = "strongroom-who-has-read-what.pdf".to_owned();
    Ok((laid_out, name, Some(about)))
}

/// What stands so for somebody, under each other.
fn said(row: &WhoReadRow, documents: &[String], stands: &str) -> Vec<Words> {
    let of = row.cells.iter().zip(documents);
    let lines: Vec<String> = of
        .filter(|(cell, _)| cell.stands == stands)
        .map(|(cell, document)| match stands {
            "gap" => document.clone(),
            _ => format!("{document}: {}", cell.say),
        })
        .collect();
    match lines.is_empty() {
        true => Vec::new(),
        false => vec![Words::Plain(lines.join("\n"))],
    }
}
