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
    let where_they_are = match making.originals {
        true => {
            "Each is a file of the record as it was taken in, byte for byte, in the folder data/exhibits under its reference."
        }
        false => {
            "Each is a file of the record as it was taken in. Its original is not in this edition; a text is laid out again."
        }
    };
    tables(
        making,
        "Exhibits",
        vec![TableFacts {
            words: vec![labelled(
                Style::Account,
                "",
                &format!(
                    "{where_they_are} A reference belongs to the person who put the file into the record; its number only counts up and is never given twice."
                ),
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
        (
            "File in this bundle",
            match making.originals {
                true => one.path.clone(),
                false => "Not in this edition".to_owned(),
            },
        ),
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
    let how = match (making.originals, text.whole) {
        (false, true) => format!(
            "The text of the file, read as {}, without what was removed.",
            text.encoding
        ),
        (false, false) => format!(
            "The beginning of the text, read as {}, without what was removed.",
            text.encoding
        ),
        (true, true) => format!(
            "The whole text of the file, read as {}. The original is {}.",
            text.encoding, one.path
        ),
        (true, false) => format!(
            "The beginning of the text, read as {}. The rest is in the original, {}.",
            text.encoding, one.path
        ),
    };
    let how = match (&making.redaction, making.originals) {
        (Some(_), true) => {
            format!("{how} Other pupils stand here as letters, and in the original by name.")
        }
        _ => how,
    };
    let lines = lines_of(making, one, text);
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

/// So much of the end of a text that is not printed to its end is left away, in characters: something that was to go may begin there.
const UNSURE: usize = 8_192;

/// Its lines. What is taken out of a text is looked for in the whole of it, because it may go on over the end of a line.
fn lines_of(making: &Making<'_>, one: &Going, text: &Shown) -> Vec<Paragraph> {
    let Some(redaction) = &making.redaction else {
        let lines = text.text.lines();
        return lines
            .map(|line| labelled(Style::Small, "", line, None))
            .collect();
    };
    let mut words = redaction
        .redactor_beside(one.exhibit.concern)
        .words(&text.text);
    let mut unsure = if text.whole { 0 } else { UNSURE };
    while unsure > 0
        && let Some(last) = words.pop()
    {
        let Words::Plain(last) = last else { continue };
        let count = last.chars().count();
        if count > unsure {
            words.push(Words::Plain(last.chars().take(count - unsure).collect()));
        }
        unsure = unsure.saturating_sub(count);
    }
    let lines = crate::redact::lines(words).into_iter();
    let style = Style::Small;
    lines.map(|words| Paragraph { style, words }).collect()
}
