//! One label for all printed records: a sheet for each would be as many again as there are records.

use papers::{LaidOut, Style, TableFacts};

use super::Making;
use super::places::Places;
use super::tables::{row, tables};
use crate::paper::labelled;
use crate::wire::Fault;

/// The sheet, for the maker of a statement to sign in ink (CrimPR 16.3).
pub(super) fn schedule(making: &Making<'_>, places: &Places) -> Result<LaidOut, Fault> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    let by = making.printed.by.as_str();
    let rows = making.records.iter().map(|one| {
        let reference = one.exhibit.reference();
        row(&[
            &reference,
            "",
            &one.record_no,
            &places.said(&reference),
            &one.state(),
        ])
    });
    let columns = [
        ("Reference", 0.9),
        ("Their ref", 1.0),
        ("Record of concern", 1.5),
        ("Pages", 0.9),
        ("State", 1.7),
    ];
    let matter = making.spec.request.crime_reference.trim();
    let mut words = Vec::new();
    if !matter.is_empty() {
        words.push(say("Matter", matter));
    }
    words.push(say(
        "Produced by",
        &format!("{by}, who printed them from the record system for this bundle on {}. Whoever wrote each record is named in it.", making.printed.at),
    ));
    words.push(say(
        "What each is",
        "The printed record of concern with its number, every version of it, what was done about it, and the flowcharts, checklists and register lines that belong to it. The state stands for everything that was written of it until then: printed again in the same state by the same person it keeps its reference, and in any other it has a new one.",
    ));
    words.push(say(
        "",
        "The exhibits listed here are referred to in the statement of ........................................ dated ....................",
    ));
    let line =
        |names: [(&str, f32); 4]| names.map(|(name, share)| (name.to_owned(), share)).to_vec();
    let blank = [
        ("Name", 2.0),
        ("Signature", 2.0),
        ("Date and time", 1.4),
        ("What was done with them", 2.0),
    ];
    tables(
        making,
        "Label of the printed records",
        vec![TableFacts {
            words,
            columns: columns
                .map(|(name, share)| (name.to_owned(), share))
                .to_vec(),
            rows: rows.collect(),
            ..TableFacts::default()
        }],
        vec![
            vec![
                ("Signed by the maker of the statement".to_owned(), 2.0),
                ("Seal or bag number".to_owned(), 1.4),
            ],
            line(blank),
            line(blank),
        ],
    )
}
