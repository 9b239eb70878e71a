//! The request, and what was supplied, held back and not held.

use papers::{LaidOut, Paragraph, Style, TableFacts, Words};

use super::Making;
use super::tables::{row, tables};
use crate::bundle::exhibits::number_of;
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) fn request(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let request = &making.spec.request;
    let gate = &making.spec.gate;
    let said = |all: &[(&str, &str)]| -> Vec<Paragraph> {
        let all = all.iter().filter(|(_, said)| !said.trim().is_empty());
        all.map(|(label, said)| labelled(Style::Account, label, said, None))
            .collect()
    };
    let mut supplied: Vec<Vec<Vec<Words>>> = making
        .chosen
        .concerns
        .iter()
        .map(|concern| {
            row(&[
                &format!("Record of concern {}", number_of(concern)),
                match making.redaction {
                    None => "In full, with every version, what was done and its guidance",
                    Some(_) => "With every version, what was done and its guidance, as the redaction schedule says",
                },
            ])
        })
        .collect();
    supplied.extend(
        making
            .going
            .iter()
            .zip(making.texts)
            .filter_map(|(one, text)| {
                let how = match (making.originals, text) {
                    (true, _) => "byte for byte",
                    (false, Some(_)) => "as a text, laid out again",
                    (false, None) => return None,
                };
                Some(row(&[
                    &one.exhibit.reference(),
                    &format!("File of record {}, {how}", one.record_no),
                ]))
            }),
    );
    let left_out = |held: bool| -> Vec<Vec<Vec<Words>>> {
        let all = making
            .chosen
            .left_out
            .iter()
            .filter(|one| one.not_held != held);
        all.map(|one| row(&[&one.what, &one.why])).collect()
    };
    let two = |one: &str, other: &str| vec![(one.to_owned(), 1.0), (other.to_owned(), 1.6)];
    tables(
        making,
        "Request and what was supplied",
        vec![
            TableFacts {
                heading: "The request".to_owned(),
                words: said(&[
                    ("Force", &request.force),
                    ("Officer", &request.officer),
                    ("Number", &request.number),
                    ("Crime reference", &request.crime_reference),
                    ("Lawful basis", &request.legal_basis),
                    ("What was asked for", &request.scope),
                ]),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Before it left".to_owned(),
                words: said(&[
                    ("Why it is needed", &gate.need),
                    ("Authorised by", &gate.authority),
                    ("To whom it goes", &gate.recipient),
                    ("How they were checked", &gate.verified_by),
                    ("By what way", &gate.channel),
                ]),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Supplied".to_owned(),
                columns: two("What", "How"),
                rows: supplied,
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Held and not supplied".to_owned(),
                columns: two("What", "Why"),
                rows: left_out(true),
                none: "Nothing of what was asked for was held back.".to_owned(),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Not held".to_owned(),
                columns: two("What", "Why"),
                rows: left_out(false),
                none: "Nothing is known to be missing.".to_owned(),
                ..TableFacts::default()
            },
        ],
        Vec::new(),
    )
}
