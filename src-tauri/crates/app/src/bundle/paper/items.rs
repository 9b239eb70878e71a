//! Devices and other things the school holds: a list, and a sheet of each with what happened to it.

use papers::{BundlePart, LaidOut, Style, TableFacts};

use super::tables::{row, tables};
use super::{Making, part};
use crate::bundle::items::Item;
use crate::paper::{item_tables, labelled, lines_to_sign};
use crate::wire::Fault;

pub(super) const TITLE: &str = "Devices and other things";

/// The list with a sheet for each beneath it; nothing where the records have none.
pub(super) fn items(making: &Making<'_>) -> Result<Vec<BundlePart>, Fault> {
    if making.items.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = vec![part(1, TITLE, list(making)?)];
    for one in making.items {
        let title = format!("Sheet of exhibit {}", one.exhibit.reference());
        parts.push(part(2, &title, sheet(making, one)?));
    }
    Ok(parts)
}

fn list(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let rows = making.items.iter().map(|one| {
        let said = |label: &str| {
            let line = one.lines.iter().find(|line| line.label.starts_with(label));
            line.map_or("", |line| line.text.as_str())
        };
        let what = format!("{}, of record {}", one.what, one.record_no);
        let now = match one.way.now.as_str() {
            "" => "Nobody has written where it is",
            now => now,
        };
        row(&[
            &one.exhibit.reference(),
            "",
            &what,
            said("Serial number"),
            said("Bag"),
            now,
        ])
    });
    let columns = [
        ("Reference", 1.0),
        ("Their ref", 0.8),
        ("What", 1.8),
        ("Serial number", 1.0),
        ("Bag and seal", 1.0),
        ("Where it is now", 1.6),
    ];
    let words = labelled(
        Style::Account,
        "",
        "Things that belong to these records and are no files. None of them lies in this bundle: each is handed over by hand with its own sheet, which both sides sign. The reference is that of whoever described it first.",
        None,
    );
    tables(
        making,
        TITLE,
        vec![TableFacts {
            words: vec![words],
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows: rows.collect(),
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}

/// Goes with the thing itself, and says its reference.
fn sheet(making: &Making<'_>, one: &Item) -> Result<LaidOut, Fault> {
    let reference = one.exhibit.reference();
    let mut facts = item_tables((&one.what, &one.lines), &one.way);
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    if let Some(first) = facts.first_mut() {
        let matter = making.spec.request.crime_reference.trim();
        let mut words = Vec::new();
        if !matter.is_empty() {
            words.push(say("Matter", matter));
        }
        words.push(say("Belongs to record", &one.record_no));
        words.push(say(
            "Produced by, who described it first",
            &one.exhibit.name,
        ));
        words.append(&mut first.words);
        words.push(say(
            "",
            &format!("Exhibit {reference}, referred to in the statement of ........................................ dated ...................."),
        ));
        first.words = words;
    }
    let mut sign = vec![vec![
        ("Signed by the maker of the statement".to_owned(), 2.0),
        ("Police reference".to_owned(), 1.4),
        ("Seal or bag number".to_owned(), 1.4),
    ]];
    sign.extend(lines_to_sign());
    tables(making, &format!("Exhibit {reference}"), facts, sign)
}
