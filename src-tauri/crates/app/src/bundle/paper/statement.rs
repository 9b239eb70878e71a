//! A draft of the statement that produces the exhibits (Criminal Justice Act 1967, s. 9; the form police call MG11). It is never signed here.

use domain::id::PersonId;
use papers::{LaidOut, Paragraph, Style, TableFacts};

use super::Making;
use super::annex;
use super::tables::{in_groups, row, tables};
use crate::bundle::exhibits::Going;
use crate::paper::labelled;
use crate::wire::Fault;
use crate::{Office, say, words};

pub(super) const TITLE: &str = "Draft statement";

/// The declaration that the law asks for (CrimPR 16.2); to be signed by hand, or not at all.
const DECLARATION: &str = "This statement, consisting of ........ pages each signed by me, is true to the best of my knowledge and belief and I make it knowing that, if it is tendered in evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false, or do not believe to be true.";

pub(super) fn statement(office: &Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let opened = &office.sitting()?.opened;
    let (card, producer) = (&opened.card, PersonId(opened.keys.id().0));
    let name = card.name.as_str();
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    let head = vec![
        say(
            "Draft",
            "Police usually take the statement themselves. This is not signed, and is no statement until whoever makes it has read it, put it right and signed it in ink.",
        ),
        say(
            "What it is",
            "Witness statement (Criminal Procedure Rules, Part 16; Criminal Justice Act 1967, s. 9)",
        ),
        say("Statement of", name),
        say(
            "Age if under 18",
            "........................ (if over 18, write \u{201c}over 18\u{201d})",
        ),
        say(
            "Occupation",
            &format!("{}, {}", words::role(&card.role), making.printed.school),
        ),
        say("Declaration", DECLARATION),
    ];
    let declared = TableFacts {
        words: head,
        ..TableFacts::default()
    };
    let own: Vec<&Going> = making
        .gone()
        .iter()
        .filter(|one| one.exhibit.producer == producer)
        .collect();
    let exhibits = making
        .records
        .iter()
        .map(|one| {
            row(&[
                &one.exhibit.reference(),
                &format!(
                    "{} of concern {}, in the state {}, which I printed from the record system on {}",
                    match making.redaction {
                        Some(_) => "The printed record, without what the redaction schedule names,",
                        None => "The printed record",
                    },
                    one.record_no,
                    one.state(),
                    making.printed.at
                ),
            ])
        })
        .chain(own.iter().map(|one| {
            row(&[
                &one.exhibit.reference(),
                &format!(
                    "A copy of the file {}, {}, SHA-256 {}, which I put into the record {} on {}",
                    making.called(one),
                    say::size(one.fact.size),
                    in_groups(&one.fact.sha256),
                    one.record_no,
                    office.signed_at(one.added.written)
                ),
            ])
        }));
    let produced = TableFacts {
        heading: "What I produce".to_owned(),
        columns: vec![
            ("Exhibit".to_owned(), 0.6),
            ("Which I produce".to_owned(), 3.0),
        ],
        rows: exhibits.collect(),
        ..TableFacts::default()
    };
    tables(
        making,
        TITLE,
        vec![
            declared,
            TableFacts {
                heading: "Statement".to_owned(),
                words: body(making, name, &words::role(&card.role)),
                ..TableFacts::default()
            },
            produced,
            TableFacts {
                words: others(making, &own),
                ..TableFacts::default()
            },
        ],
        vec![
            vec![("What else I did, saw or heard".to_owned(), 1.0)],
            vec![("What else, going on".to_owned(), 1.0)],
            vec![
                ("Signature".to_owned(), 2.0),
                ("Date".to_owned(), 1.0),
                ("Signature witnessed by".to_owned(), 2.0),
            ],
        ],
    )
}

fn body(making: &Making<'_>, name: &str, role: &str) -> Vec<Paragraph> {
    let school = making.printed.school.as_str();
    let many = making.records.len();
    let asked = match making.spec.request.officer.trim() {
        "" => "the police".to_owned(),
        officer => format!("{officer} of {}", making.spec.request.force.trim()),
    };
    [
        format!("I am {name}, {role} at {school}."),
        format!(
            "At the request of {asked} I made bundle {} on {} from the school\u{2019}s safeguarding records. Printed records of concern in it: {many}. Files: {}.",
            making.number,
            making.printed.at,
            making.gone().len()
        ),
        format!(
            "The records are kept by the school in the course of its work. How they are made and kept is set out in the page \u{201c}{}\u{201d} of this bundle.",
            annex::TITLE
        ),
        "I did not witness what the records describe, other than where a record names me as the person who wrote it. Who wrote each, and when, stands in it.".to_owned(),
    ]
    .iter()
    .map(|said| labelled(Style::Account, "", said, None))
    .collect()
}

fn others(making: &Making<'_>, own: &[&Going]) -> Vec<Paragraph> {
    let not_mine = making.gone().len().saturating_sub(own.len());
    let mut all = Vec::new();
    if not_mine > 0 {
        let theirs: Vec<String> = making
            .gone()
            .iter()
            .filter(|one| !own.iter().any(|mine| mine.path == one.path))
            .map(|one| format!("{} ({})", one.exhibit.reference(), one.exhibit.name))
            .collect();
        all.push(labelled(
            Style::Account,
            "Not produced by me",
            &format!(
                "{}. Whoever put each into the record produces it in a statement of their own.",
                theirs.join(", ")
            ),
            None,
        ));
    }
    all.push(labelled(
        Style::Account,
        "Not here",
        "Address, telephone and dates to avoid. They belong on the back of the form, which is not given to the defence.",
        None,
    ));
    all
}
