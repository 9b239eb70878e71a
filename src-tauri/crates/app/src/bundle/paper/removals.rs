//! What was taken out of a bundle: with which code, on which page and why; never what it said.

use papers::{LaidOut, PapersError, RemovedOn, Style, TableFacts, TablesFacts};

use super::Making;
use super::tables::row;
use crate::paper::labelled;

/// What it is called.
pub(super) const TITLE: &str = "Redaction schedule";

pub(super) fn removals(making: &Making<'_>, removed: &[RemovedOn]) -> Result<LaidOut, PapersError> {
    let rows = removed.iter().map(|one| {
        row(&[
            &one.page,
            one.removed.code,
            one.removed.says,
            &one.times.to_string(),
        ])
    });
    let columns = [
        ("Page", 0.6),
        ("Code", 0.6),
        ("Reason", 2.0),
        ("Places", 0.6),
    ];
    let letters = making.redaction.as_ref().is_some_and(|one| one.letters());
    let mut words = Vec::new();
    let passages = making.kept.as_ref();
    let passages = passages.is_some_and(|kept| !kept.passages.is_empty());
    words.extend(passages.then(|| labelled(
        Style::Account,
        "Removed",
        "Where words were removed, a frame on the page says so with the reason. The pages were laid out again without them: nothing of them is beneath it, or anywhere else in this edition. What was removed is kept in the record of the school.",
        None,
    )));
    if letters {
        words.push(labelled(
            Style::Account,
            "Other pupils",
            "Pupils whom this is not about have a letter each, the same on every page. Class, age and number of theirs are left out. Who is which letter is kept in the school.",
            None,
        ));
    }
    if !making.originals {
        words.push(labelled(
            Style::Account,
            "Originals of exhibits",
            "Not in this edition. A text among them is laid out again without what was removed.",
            None,
        ));
    }
    papers::tables(&TablesFacts {
        printed: making.printed.clone(),
        title: TITLE.to_owned(),
        about: Vec::new(),
        tables: vec![TableFacts {
            words,
            columns: columns
                .into_iter()
                .filter(|_| passages)
                .map(|(name, share)| (name.to_owned(), share))
                .collect(),
            rows: rows.collect(),
            none: "No words were removed.".to_owned(),
            ..TableFacts::default()
        }],
        sign: Vec::new(),
    })
}
