//! What the school holds of a pupil besides records: names, dates, flags, what must be read first and once had to be.
//!
//! Who belongs to the pupil is not on it: a foster carer or an address that a parent must not learn of would be one page further on.

use domain::id::PupilId;
use papers::{LaidOut, Printed, Style, TableFacts, TablesFacts};

use crate::paper::labelled;
use crate::wire::{Fault, PupilView};
use crate::{Office, words};

pub(super) fn details(
    office: &mut Office,
    printed: &Printed,
    pupil: PupilId,
) -> Result<LaidOut, Fault> {
    let view = crate::pupil(office, &pupil.to_string())?;
    let facts = facts(&view).into_iter();
    let words = facts
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(label, said)| labelled(Style::Account, label, &said, None));
    let before = view.key_before.iter().map(|fact| {
        let said = format!("{} ({}, {})", fact.say, fact.who, fact.at);
        labelled(Style::Account, "", &said, None)
    });
    let before: Vec<_> = before.collect();
    let key = view.key.iter();
    let key = key.map(|fact| {
        let said = format!("{} ({}, {})", fact.say, fact.who, fact.day);
        labelled(Style::Account, "", &said, None)
    });
    let key: Vec<_> = key.collect();
    let mut tables = vec![TableFacts {
        words: words.collect(),
        ..TableFacts::default()
    }];
    for (heading, words) in [("To be read first", key), ("Once to be read first", before)] {
        if !words.is_empty() {
            tables.push(TableFacts {
                heading: heading.to_owned(),
                words,
                ..TableFacts::default()
            });
        }
    }
    tables.push(TableFacts {
        words: vec![labelled(
            Style::Small,
            "Not on this paper",
            "Who belongs to the pupil, and how each of them is reached. It is about them as well; what of it may be given is given by hand.",
            None,
        )],
        ..TableFacts::default()
    });
    Ok(papers::tables(&TablesFacts {
        printed: printed.clone(),
        title: "Details of the pupil".to_owned(),
        about: Vec::new(),
        tables,
        sign: Vec::new(),
    })?)
}

fn facts(view: &PupilView) -> Vec<(&'static str, String)> {
    let names = &view.names;
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let day = |day: &Option<String>| {
        let day = said(day);
        let read = day.parse::<chrono::NaiveDate>();
        read.map_or(day, |day| day.format("%-d %B %Y").to_string())
    };
    let full = |parts: [&str; 3]| -> String {
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let middle = said(&names.middle_names);
    let legal = full([&names.legal_forename, &middle, &names.legal_surname]);
    let flags = view.flags.iter().map(|flag| {
        let days = [("since", &flag.from), ("until", &flag.to)];
        let days = days
            .into_iter()
            .filter(|(_, on)| on.is_some())
            .map(|(word, on)| format!("{word} {}", day(on)));
        let days: Vec<String> = std::iter::once(flag.title.clone()).chain(days).collect();
        days.join(" ")
    });
    let elsewhere = view
        .elsewhere
        .iter()
        .map(|one| full([&words::term("elsewhere", &one.how), &one.place, &one.note]));
    vec![
        ("Name used", view.row.name.clone()),
        ("Name in law", legal),
        ("Names before", names.former_names.join("; ")),
        ("Date of birth", day(&view.row.date_of_birth)),
        ("Sex", said(&view.sex)),
        ("Unique pupil number", said(&view.row.upn)),
        (
            "Year and class",
            full([&view.row.year, &view.row.class, ""]),
        ),
        ("Site", said(&view.site)),
        ("Came on", day(&view.admitted)),
        ("Left on", day(&view.left_on)),
        ("Marked as", flags.collect::<Vec<_>>().join("; ")),
        ("Also learns at", elsewhere.collect::<Vec<_>>().join("; ")),
    ]
}
