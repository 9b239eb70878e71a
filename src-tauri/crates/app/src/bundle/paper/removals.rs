//! What was taken out of a bundle: with which code, on which page and why; never what it said.

use papers::{LaidOut, PapersError, Printed, RemovedOn, Style, TableFacts, TablesFacts};

use super::Making;
use super::tables::row;
use crate::paper::labelled;

/// What it is called.
pub(super) const TITLE: &str = "Redaction schedule";

/// What it says besides the places.
pub(crate) struct Removals<'a> {
    /// How it came to be printed.
    pub(crate) printed: &'a Printed,
    /// What it is called.
    pub(crate) title: &'a str,
    /// Words or areas of pictures were removed: each place is listed.
    pub(crate) passages: bool,
    /// Other pupils are letters.
    pub(crate) letters: bool,
    /// Pictures were drawn anew.
    pub(crate) pictures: bool,
    /// No original of any exhibit goes with it.
    pub(crate) no_originals: bool,
}

impl<'a> Removals<'a> {
    pub(super) fn of(making: &'a Making<'_>) -> Self {
        let kept = making.kept.as_ref();
        Self {
            printed: &making.printed,
            title: TITLE,
            passages: kept.is_some_and(|kept| {
                let cut = kept
                    .pictures
                    .iter()
                    .any(|picture| !picture.areas.is_empty());
                cut || !kept.passages.is_empty()
            }),
            letters: making.redaction.as_ref().is_some_and(|one| one.letters()),
            pictures: kept.is_some_and(|kept| !kept.pictures.is_empty()),
            no_originals: !making.originals,
        }
    }
}

/// Lays it out.
pub(crate) fn removals(of: &Removals<'_>, removed: &[RemovedOn]) -> Result<LaidOut, PapersError> {
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
    let mut words = Vec::new();
    words.extend(of.passages.then(|| labelled(
        Style::Account,
        "Removed",
        "Where words were removed, a frame on the page says so with the reason. The pages were laid out again without them: nothing of them is beneath it, or anywhere else in this edition. What was removed is kept in the record of the school.",
        None,
    )));
    if of.letters {
        words.push(labelled(
            Style::Account,
            "Other pupils",
            "Pupils whom this is not about have a letter each, the same on every page. Class, age and number of theirs are left out. Who is which letter is kept in the school.",
            None,
        ));
    }
    if of.pictures {
        words.push(labelled(
            Style::Account,
            "Pictures",
            "Pictures were drawn anew, with black where something was cut out; what was there is in no part of this edition. Each was looked at in full by whoever made it.",
            None,
        ));
    }
    if of.no_originals {
        words.push(labelled(
            Style::Account,
            "Originals of exhibits",
            "Not in this edition. A text among them is laid out again without what was removed.",
            None,
        ));
    }
    papers::tables(&TablesFacts {
        printed: of.printed.clone(),
        title: of.title.to_owned(),
        about: Vec::new(),
        tables: vec![TableFacts {
            words,
            columns: columns
                .into_iter()
                .filter(|_| of.passages)
                .map(|(name, share)| (name.to_owned(), share))
                .collect(),
            rows: rows.collect(),
            none: "Nothing was removed.".to_owned(),
            ..TableFacts::default()
        }],
        sign: Vec::new(),
    })
}
