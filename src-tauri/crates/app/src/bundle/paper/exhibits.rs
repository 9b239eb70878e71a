//! The list of exhibits, a label sheet for each, and its text where it is one.

use papers::{BundlePart, LaidOut, Paragraph, Removed, ShownFacts, Style, TableFacts, Words};

use super::places::Places;
use super::tables::{in_groups, plain, row, tables};
use super::{Form, Making, part, reading};
use crate::Office;
use crate::bundle::exhibits::Going;
use crate::bundle::on_pages::{OnPages, Text};
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) fn list(making: &Making<'_>, places: &Places) -> Result<LaidOut, Fault> {
    let files = making.going.iter().map(|one| {
        let reference = one.exhibit.reference();
        vec![
            plain(&reference),
            plain(""),
            plain(&format!(
                "File {}, {}, of record {}",
                making.called(one),
                making.size_of(one),
                one.record_no
            )),
            plain(&one.exhibit.name),
            plain(&places.said(&reference)),
            vec![Words::Spelt(ends(making.hash_of(one)))],
        ]
    });
    let records = making.records.iter().map(|one| {
        let reference = one.exhibit.reference();
        let what = format!("Printed record of concern {}", one.record_no);
        row(&[
            &reference,
            "",
            &what,
            &one.exhibit.name,
            &places.said(&reference),
        ])
    });
    let columns = [
        ("Reference", 0.9),
        ("Their ref", 0.9),
        ("What", 2.2),
        ("Produced by", 1.2),
        ("Pages", 0.8),
        ("SHA-256", 1.2),
    ]
    .map(|(name, share)| (name.to_owned(), share));
    let said = |words: &str| vec![labelled(Style::Account, "", words, None)];
    let of_records = columns.iter().take(5).cloned().collect();
    tables(
        making,
        "Exhibits",
        vec![
            TableFacts {
                heading: "Printed records".to_owned(),
                words: said(
                    "Each record of concern in this bundle, produced by whoever makes the bundle. Each of its pages is stamped with the reference and a number of its own, beneath the page number. \u{201c}Their ref\u{201d} is for the police to write in.",
                ),
                columns: of_records,
                rows: records.collect(),
                ..TableFacts::default()
            },
            TableFacts {
                bars: None,
                heading: "Files".to_owned(),
                words: said(&format!(
                    "Each is a file of the record as it was taken in, byte for byte, {} under its reference. A reference belongs to the person who put the file into the record; its number only counts up and is never given twice. Of each hash the first and the last eight stand here, the whole of it on the label.",
                    where_they_lie(making)
                )),
                columns: columns.to_vec(),
                rows: files.collect(),
                none: "No file belongs to these records.".to_owned(),
            },
        ],
        Vec::new(),
    )
}

fn where_they_lie(making: &Making<'_>) -> String {
    if !making.originals {
        return "which is not in this edition (a text is laid out again),".to_owned();
    }
    match &making.form {
        Form::Folder => "in the folder data/exhibits".to_owned(),
        Form::Sealed {
            container: Some((name, hash)),
            ..
        } => format!(
            "attached to this file or in {name} beside it (SHA-256 {}),",
            in_groups(hash)
        ),
        Form::Sealed { .. } => "attached to this file".to_owned(),
    }
}

/// Its label sheet, and its own pages where it has any, stamped with its reference and their own number.
pub(super) fn exhibit(
    office: &Office,
    making: &Making<'_>,
    one: &Going,
    shown: OnPages,
) -> Result<Vec<BundlePart>, Fault> {
    let reference = one.exhibit.reference();
    let why = match &shown {
        OnPages::No(why) => why.clone(),
        OnPages::Text(_)
        | OnPages::Read(_)
        | OnPages::Picture(..)
        | OnPages::CutPicture(..)
        | OnPages::Document(..) => String::new(),
    };
    let title = format!("Label of exhibit {reference}");
    let label = part(2, &title, label(office, making, one, &why)?);
    let (what, pages) = match shown {
        OnPages::No(_) => return Ok(vec![label]),
        OnPages::Text(text) => (" as text", as_text(making, one, &text)?),
        OnPages::Read(read) => (" in words", reading::reading(making, one, *read)?),
        OnPages::Picture(picture, above) => (
            "",
            as_it_looks(
                making,
                one,
                papers::Shown::Picture(picture),
                above,
                Vec::new(),
            )?,
        ),
        OnPages::CutPicture(picture, above, removed) => (
            "",
            as_it_looks(making, one, papers::Shown::Picture(picture), above, removed)?,
        ),
        OnPages::Document(foreign, above) => (
            "",
            as_it_looks(
                making,
                one,
                papers::Shown::Document(foreign),
                above,
                Vec::new(),
            )?,
        ),
    };
    let pages = BundlePart {
        stamp: Some(reference.clone()),
        ..part(2, &format!("Exhibit {reference}{what}"), pages)
    };
    Ok(vec![label, pages])
}

/// The beginning and the end of a hash; nothing where it is not said.
fn ends(hash: &str) -> String {
    if hash.is_empty() {
        return String::new();
    }
    let from = hash.len().saturating_sub(8);
    let (first, last) = (hash.get(..8), hash.get(from..));
    format!(
        "{} \u{2026} {}",
        first.unwrap_or_default(),
        last.unwrap_or_default()
    )
}

/// A label sheet, for the maker of a statement to sign in ink (CrimPR 16.3).
fn label(
    office: &Office,
    making: &Making<'_>,
    one: &Going,
    not_shown: &str,
) -> Result<LaidOut, Fault> {
    let added = &one.added;
    let what = match making.originals {
        true => "Copy of the file",
        false => "File",
    };
    let facts = [
        ("Matter", making.spec.request.crime_reference.clone()),
        (
            "Description",
            format!(
                "{what} {}, {}, {}",
                making.called(one),
                one.fact.media,
                making.size_of(one)
            ),
        ),
        ("Belongs to record", one.record_no.clone()),
        (
            "Produced by, who put it into the record",
            format!("{}, {}", added.author.name, office.signed_at(added.written)),
        ),
        (
            "Where it came from",
            one.fact
                .source
                .clone()
                .unwrap_or_else(|| "Not said".to_owned()),
        ),
        ("SHA-256", in_groups(making.hash_of(one))),
        (
            "File in this bundle",
            match making.originals {
                true => making.place_of(one),
                false => "Not in this edition".to_owned(),
            },
        ),
        ("Not shown on pages", not_shown.to_owned()),
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
fn as_text(making: &Making<'_>, one: &Going, text: &Text) -> Result<LaidOut, Fault> {
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
            text.encoding,
            making.place_of(one)
        ),
        (true, false) => format!(
            "The beginning of the text, read as {}. The rest is in the original, {}.",
            text.encoding,
            making.place_of(one)
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

/// A photograph, or each page of a document, between the head and the foot of ours.
fn as_it_looks(
    making: &Making<'_>,
    one: &Going,
    shown: papers::Shown,
    above: Vec<String>,
    removed: Vec<Removed>,
) -> Result<LaidOut, Fault> {
    let title = format!("Exhibit {}", one.exhibit.reference());
    let original = match making.originals {
        true => format!("The original is {}.", making.place_of(one)),
        false => "The original is not in this edition.".to_owned(),
    };
    let first = format!("{title}, {}.", making.called(one));
    Ok(papers::shown(ShownFacts {
        printed: making.printed.clone(),
        instead: title.clone(),
        title,
        above: std::iter::once(first)
            .chain(above)
            .chain([original])
            .collect(),
        removed,
        shown,
    })?)
}

/// So much of the end of a text that is not printed to its end is left away, in characters: something that was to go may begin there.
const UNSURE: usize = 8_192;

/// Its lines. What is taken out of a text is looked for in the whole of it, because it may go on over the end of a line.
fn lines_of(making: &Making<'_>, one: &Going, text: &Text) -> Vec<Paragraph> {
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
