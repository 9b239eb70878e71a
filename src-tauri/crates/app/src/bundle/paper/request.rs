//! The request, and what was supplied, held back and not held.

use chrono::NaiveDate;
use papers::{LaidOut, Paragraph, Style, TableFacts, Words};

use super::Making;
use super::tables::{row, tables};
use crate::bundle::asked::{as_kept, form_said};
use crate::bundle::mentioned::Said;
use crate::paper::labelled;
use crate::say::date_and_year;
use crate::wire::Fault;

pub(super) fn request(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let request = &making.spec.request;
    let asked = as_kept(request)?;
    let victim = &asked.victim;
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "Not said".to_owned(), date_and_year);
    let answer = |said: &str| match said {
        "yes" => "Asked for",
        "no" => "Not asked for",
        _ => "Not said",
    };
    let gate = &making.spec.gate;
    let said = |all: &[(&str, &str)]| -> Vec<Paragraph> {
        let all = all.iter().filter(|(_, said)| !said.trim().is_empty());
        all.map(|(label, said)| labelled(Style::Account, label, said, None))
            .collect()
    };
    let mut supplied: Vec<Vec<Vec<Words>>> = making
        .records
        .iter()
        .map(|one| {
            row(&[
                &format!(
                    "{}, printed record of concern {}",
                    one.exhibit.reference(),
                    one.record_no
                ),
                match making.redaction {
                    None => "In full, with every version, what was done and its guidance",
                    Some(_) => "With every version, what was done and its guidance, as the redaction schedule says",
                },
            ])
        })
        .collect();
    supplied.extend(making.going.iter().map(|one| {
        let how = match making.originals {
            true => "byte for byte",
            false => "named; a text is laid out again, anything else is held back",
        };
        row(&[
            &one.exhibit.reference(),
            &format!("File of record {}, {how}", one.record_no),
        ])
    }));
    let left_out = |held: bool, elsewhere: bool| -> Vec<Vec<Vec<Words>>> {
        let all = making.chosen.left_out.iter();
        all.filter(|one| one.not_held != held && one.elsewhere == elsewhere)
            .map(|one| row(&[&one.what, &one.why]))
            .collect()
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
                    ("Telephone and e-mail", &request.reach),
                    ("Crime reference", &request.crime_reference),
                    ("Lawful basis", &request.legal_basis),
                    ("What was asked for", &request.scope),
                    ("Date of the request", &day(asked.asked_on)),
                    ("Form of the request", form_said(&asked.form)),
                    (
                        "Wanted by",
                        &asked.deadline.map(date_and_year).unwrap_or_default(),
                    ),
                    ("Information about a victim", answer(&victim.asked)),
                    ("Whether the victim was told", &victim.told),
                    (
                        "Counselling records",
                        match victim.asked.as_str() {
                            "yes" => answer(&victim.counselling),
                            _ => "",
                        },
                    ),
                    ("Substantial probative value", &victim.probative),
                    ("Approved by a senior officer", &victim.approved),
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
                heading: "Bundles made before about the same".to_owned(),
                columns: vec![("Bundle, day, to whom".to_owned(), 1.0)],
                rows: making.earlier.iter().map(|line| row(&[line])).collect(),
                none: "None.".to_owned(),
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
                rows: left_out(true, false),
                none: "Nothing of what was asked for was held back.".to_owned(),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Not held".to_owned(),
                columns: two("What", "Why"),
                rows: left_out(false, false),
                none: "Nothing is known to be missing.".to_owned(),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Held elsewhere".to_owned(),
                columns: two("What", "Where"),
                rows: left_out(false, true),
                none: "Nothing was named as held elsewhere.".to_owned(),
                ..TableFacts::default()
            },
            mentioned(making),
        ],
        Vec::new(),
    )
}

/// Every thing that a record speaks of, with a few of its words and what is known of it. It is found by words, so it is not all there is.
fn mentioned(making: &Making<'_>) -> TableFacts {
    let rows = making.spoken.iter().map(|one| {
        let said = match &one.said {
            Said::Elsewhere(place) => format!("Held elsewhere: {place}"),
            Said::Gone(why) => format!("Does not exist any more: {why}"),
            Said::Exhibit(which) => format!("In exhibit {which}"),
            Said::Nothing => "Read, and no such thing is meant".to_owned(),
            Said::AmongFiles(1) => "The record has one file, which may be it".to_owned(),
            Said::AmongFiles(many) => {
                format!("The record has {many} files; it may be one of them")
            }
            Said::NotAsked => format!("Mentioned in record {}, not asked about", one.record_no),
        };
        let around = match one.mention.around.as_str() {
            "" => one.mention.sort.to_owned(),
            around => format!("{}: \u{201c}{around}\u{201d}", one.mention.sort),
        };
        row(&[&one.record_no, &around, &said])
    });
    TableFacts {
        bars: None,
        heading: "What these records speak of".to_owned(),
        words: vec![labelled(
            Style::Account,
            "",
            "Found by words such as screenshot, photograph, letter or form in each account, its earlier versions, the child\u{2019}s words and what was done at once. What is called by other words, and what stands in later steps, is not found.",
            None,
        )],
        columns: [
            ("Record", 1.0),
            ("Words", 1.8),
            ("What is known of it", 1.4),
        ]
        .map(|(name, share)| (name.to_owned(), share))
        .to_vec(),
        rows: rows.collect(),
        none: "No such word stands in them.".to_owned(),
    }
}
