//! The list of exhibits, a label sheet for each, and its text where it is one.

use papers::{LaidOut, Paragraph, Style, TableFacts, Words};

use super::Making;
use super::tables::{in_groups, plain, tables};
use crate::bundle::exhibits::Going;
use crate::bundle::shown::Shown;
use crate::paper::labelled;
use crate::wire::Fault;
use crate::{Office, say};

pub(super) fn list(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let rows = making.going.iter().map(|one| {
        vec![
            plain(&one.exhibit.reference()),
            plain(&format!(
                "\u{201c}{}\u{201d}, {}",
                crate::paper::one_line(&one.fact.name),
                say::size(one.fact.size)
            )),
            plain(&one.record_no),
            vec![Words::Spelt(in_groups(&one.fact.sha256))],
        ]
    });
    let columns = [
        ("Reference", 0.7),
        ("What", 1.6),
        ("Record", 1.0),
        ("SHA-256", 2.2),
    ];
    tables(
        making,
        "Exhibits",
        vec![TableFacts {
            words: vec![labelled(
                Style::Account,
                "",
                "Each is a file of the record as it was taken in, byte for byte, in the folder data/exhibits under its reference. A reference belongs to the person who put the file into the record; its number only counts up and is never given twice.",
                None,
            )],
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows: rows.collect(),
            none: "No file belongs to these records.".to_owned(),
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}

/// A label sheet, for the maker of a statement to sign in ink (CrimPR 16.3).
pub(super) fn label(office: &Office, making: &Making<'_>, one: &Going) -> Result<LaidOut, Fault> {
    let name = crate::paper::one_line(&one.fact.name);
    let added = &one.added;
    let facts = [
        ("Matter", making.spec.request.crime_reference.clone()),
        (
            "Description",
            format!(
                "Copy of the file \u{201c}{name}\u{201d}, {}, {}",
                one.fact.media,
                say::size(one.fact.size)
            ),
        ),
        ("Belongs to record", one.record_no.clone()),
        (
            "Produced by, who put it into the record",
            format!(
                "{}, {}",
                added.author.name,
                office.dated(added.written.timestamp_millis())
            ),
        ),
        (
            "Where it came from",
            one.fact
                .source
                .clone()
                .unwrap_or_else(|| "Not said".to_owned()),
        ),
        ("SHA-256", in_groups(&one.fact.sha256)),
        ("File in this bundle", one.path.clone()),
    ];
    let mut words: Vec<Paragraph> = facts
        .iter()
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(label, said)| labelled(Style::Account, label, said, None))
        .collect();
    words.push(labelled(
        Style::Account,
        "",
        &format!("Exhibit {}, referred to in the statement of ........................................ dated ....................", one.exhibit.reference()),
        None,
    ));
    let line =
        |names: [(&str, f32); 4]| names.map(|(name, share)| (name.to_owned(), share)).to_vec();
    let blank = [
        ("Name", 2.0),
        ("Signature", 2.0),
        ("Date and time", 1.4),
        ("What was done with it", 2.0),
    ];
    tables(
        making,
        &format!("Exhibit {}", one.exhibit.reference()),
        vec![TableFacts {
            words,
            ..TableFacts::default()
        }],
        vec![
            vec![
                ("Signed by the maker of the statement".to_owned(), 2.0),
                ("Police reference".to_owned(), 1.4),
                ("Seal or bag number".to_owned(), 1.4),
            ],
            line(blank),
            line(blank),
            line(blank),
            line(blank),
        ],
    )
}

/// A text on pages, each stamped with the exhibit and its own number.
pub(super) fn as_text(making: &Making<'_>, one: &Going, text: &Shown) -> Result<LaidOut, Fault> {
    let how = match text.whole {
        true => format!(
            "The whole text of the file, read as {}. The original is {}.",
            text.encoding, one.path
        ),
        false => format!(
            "The beginning of the text, read as {}. The rest is in the original, {}.",
            text.encoding, one.path
        ),
    };
    let lines = text
        .text
        .lines()
        .map(|line| labelled(Style::Small, "", line, None));
    let words = std::iter::once(labelled(Style::Account, "", &how, None)).chain(lines);
    tables(
        making,
        &format!("Exhibit {}", one.exhibit.reference()),
        vec![TableFacts {
            words: words.filter(|line| !line.words.is_empty()).collect(),
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}
