//! How the records are made and kept: what a court asks of records that were made in the course of somebody’s work (Criminal Justice
//! Act 2003, s. 117).

use domain::room::Room as RoomKind;
use papers::{LaidOut, Style, TableFacts};

use super::Making;
use super::tables::{row, tables};
use crate::Office;
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) const TITLE: &str = "How these records are made and kept";

pub(super) fn annex(office: &Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    let rows = making
        .chosen
        .concerns
        .iter()
        .zip(making.records)
        .map(|(concern, one)| {
            let view = crate::concern::view(office, RoomKind::Pupils, concern.id)?;
            let clock: Vec<String> = view
                .clock
                .iter()
                .map(|step| {
                    let about = if step.about { "about " } else { "" };
                    format!("{}: {about}{}", crate::paper::heard(&step.label), step.at)
                })
                .collect();
            let versions = concern.versions.len();
            Ok(row(&[
                &format!("{}, {}", one.exhibit.reference(), one.record_no),
                &view.row.reporter,
                &clock.join(". "),
                &versions.to_string(),
            ]))
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    let columns = [
        ("Record", 1.3),
        ("Written by", 1.0),
        ("When", 2.4),
        ("Versions", 0.7),
    ];
    tables(
        making,
        TITLE,
        vec![
            TableFacts {
                words: vec![
                    say(
                        "What they are",
                        "Records of concern that the staff of the school write in the course of their work, and what the safeguarding leads did about each. The school keeps them because it must (Keeping children safe in education; Education Act 2002, s. 175, or the rules for independent schools).",
                    ),
                    say(
                        "Who writes them",
                        "Each entry is written by a named account with a password of its own, and signed with the key of that account on that laptop. A record says what its writer saw, heard or was told, and by whom; the child\u{2019}s exact words, the questions that were asked and the writer\u{2019}s opinion each have a place of their own. Where somebody else wrote first, on paper or in another program, the record says so.",
                    ),
                    say(
                        "How soon after",
                        "When something happened, when the writer learnt of it, and when it was written are kept apart. The first two are what the writer said; the last is the laptop\u{2019}s clock, and is noted where that had been changed. They stand below for each record.",
                    ),
                    say(
                        "That nothing is overwritten",
                        "A correction is a new version with its reason; the words before it stay and are printed. Each entry holds the hash of the one before it in that laptop\u{2019}s log, so that one which was altered or taken out afterwards would be noticed when the records are opened. Every entry in this bundle was checked as it was printed.",
                    ),
                    say(
                        "Files",
                        match making.originals {
                            true => {
                                "A file is encrypted as it is taken in, and its SHA-256 of that moment is kept. That of the copy in this bundle was reckoned again and is the same."
                            }
                            false => {
                                "A file is encrypted as it is taken in, and its SHA-256 of that moment is kept. No copy of a file is in this edition."
                            }
                        },
                    ),
                    say(
                        "Who looked",
                        "Who opened, printed or took out a record or a file is kept as well. What is not kept is who sat at the keyboard beyond the account that was open.",
                    ),
                    say(
                        "The system",
                        concat!(
                            "Strongroom ",
                            env!("CARGO_PKG_VERSION"),
                            ", a program on the school\u{2019}s own laptops. The records are encrypted there, and no server of anybody holds them."
                        ),
                    ),
                    say(
                        "In court",
                        "Whether the records are admitted, under s. 117 of the Criminal Justice Act 2003 or otherwise, is for the court. Records that were made for the purposes of criminal proceedings have further conditions (s. 117(4) and (5)).",
                    ),
                ],
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Each record".to_owned(),
                columns: columns
                    .map(|(name, share)| (name.to_owned(), share))
                    .to_vec(),
                rows,
                ..TableFacts::default()
            },
        ],
        Vec::new(),
    )
}
