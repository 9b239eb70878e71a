//! The paper of a bundle: cover, index, request, people, chronologies, records, exhibits, continuity.

use std::collections::{BTreeMap, BTreeSet};

use domain::room::Room as RoomKind;
use papers::{
    BundleFacts, BundlePart, LaidOut, Paragraph, Printed, Style, TableFacts, TablesFacts, Words,
};

use super::continuity::{Event, gap};
use super::exhibits::{Going, number_of};
use super::select::Chosen;
use super::shown::Shown;
use crate::paper::{labelled, pages_of, pupils_chronology};
use crate::wire::{BundleSpec, Fault, PaperAsked, PaperForm, PaperSize};
use crate::{Office, say};

/// Everything the paper is made of.
pub(super) struct Making<'a> {
    /// What of each exhibit can be read on paper, in their order.
    pub(super) texts: &'a [Option<Shown>],
    pub(super) spec: &'a BundleSpec,
    pub(super) chosen: &'a Chosen,
    pub(super) going: &'a [Going],
    pub(super) events: &'a [Event],
    pub(super) number: &'a str,
    /// SHA-256 of the list of everything beside the paper.
    pub(super) list_hash: String,
    pub(super) printed: Printed,
    /// What looks at the records say of it.
    pub(super) purpose: &'a str,
    /// How many other pupils are named, in words; empty where none is.
    pub(super) others: String,
    /// In which time zone times stand.
    pub(super) times: String,
    /// That the clock of a laptop was odd when something was written.
    pub(super) clock: Option<String>,
}

/// How many pupils besides those it is about are named in the records: whoever agrees to the bundle agrees to that.
pub(super) fn others(office: &Office, chosen: &Chosen) -> Result<String, Fault> {
    let own: Vec<String> = chosen.pupils.iter().map(|(id, _)| id.to_string()).collect();
    let mut named = BTreeSet::new();
    for concern in &chosen.concerns {
        let view = crate::concern::view(office, RoomKind::Pupils, concern.id)?;
        named.extend(
            view.people
                .into_iter()
                .filter(|person| person.kind == "pupil")
                .filter(|person| person.id.as_ref().is_none_or(|id| !own.contains(id)))
                .map(|person| (person.id, person.name)),
        );
    }
    Ok(match named.len() {
        0 => String::new(),
        1 => "One, in full: see People".to_owned(),
        many => format!("{many}, in full: see People"),
    })
}

/// That the clock was odd, where it was: the dates it gave are then no more than what it showed.
pub(super) fn clock(chosen: &Chosen) -> Option<String> {
    let odd = chosen.concerns.iter().filter(|concern| {
        let mut versions = concern.versions.iter();
        versions.any(|version| version.step.clock_note.is_some())
    });
    let odd = odd.count();
    let of = chosen.concerns.len();
    (odd > 0).then(|| {
        format!("In {odd} of {of} records the laptop\u{2019}s clock had been changed before something was written. \u{201c}Written\u{201d} is there what the clock showed; the note beneath the account says more. The order of entries does not hang on the clock.")
    })
}

/// Lays it out.
pub(super) fn lay_out(office: &mut Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let mut parts = vec![
        part(1, "Request and what was supplied", request(making)?),
        part(1, "People", people(office, making)?),
    ];
    let days = (
        making.spec.select.from.clone(),
        making.spec.select.to.clone(),
    );
    for (pupil, name) in &making.chosen.pupils {
        let title = format!("Chronology: {name}");
        let purpose = making.purpose.to_owned();
        let pages = pupils_chronology(office, &pupil.to_string(), days.clone(), purpose)?;
        parts.push(part(1, &title, pages));
    }
    let of = making.chosen.concerns.len();
    for (done, concern) in making.chosen.concerns.iter().enumerate() {
        office
            .watch()
            .step("Laying out the records", done as u64, of as u64)?;
        let number = number_of(concern);
        let asked = PaperAsked::Concern {
            id: concern.id.to_string(),
            form: PaperForm::Whole,
            purpose: making.purpose.to_owned(),
        };
        let title = titled(office, concern.id, &number)?;
        parts.push(part(1, &title, pages_of(office, asked)?.0));
        parts.extend(guidance(office, making, concern.id)?);
    }
    parts.push(part(1, "Exhibits", list(making)?));
    for (one, text) in making.going.iter().zip(making.texts) {
        let reference = one.exhibit.reference();
        let title = format!("Label of exhibit {reference}");
        parts.push(part(2, &title, label(office, making, one)?));
        if let Some(text) = text {
            parts.push(BundlePart {
                stamp: Some(reference.clone()),
                ..part(
                    2,
                    &format!("Exhibit {reference} as text"),
                    as_text(making, one, text)?,
                )
            });
        }
    }
    parts.push(part(
        1,
        "Continuity of each exhibit",
        continuity(office, making)?,
    ));
    parts.push(part(1, "How to check this bundle", checking(making)?));
    Ok(papers::bundle(&cover(making), parts)?)
}

/// `Record of concern MV-26-ABC-0001: Amara Oyelaran, Online safety, 8 Nov 2026`.
fn titled(office: &Office, concern: domain::id::ConcernId, number: &str) -> Result<String, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
    let line = room.concern_line(concern)?;
    let day = say::at(line.occurred.unwrap_or(line.written), office.around.zone);
    let day = day.map_or_else(String::new, |at| say::date_and_year(at.date_naive()));
    let said = [line.about, crate::words::category(&line.category), day];
    let said: Vec<String> = said.into_iter().filter(|one| !one.is_empty()).collect();
    Ok(format!("Record of concern {number}: {}", said.join(", ")))
}

fn part(level: u8, title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level,
        paper,
        stamp: None,
    }
}

/// A text on pages, each stamped with the exhibit and its own number.
fn as_text(making: &Making<'_>, one: &Going, text: &Shown) -> Result<LaidOut, Fault> {
    let how = match text.whole {
        true => format!(
            "The whole text of the file, read as {}. The original is {}.",
            text.encoding, one.path
        ),
        false => format!(
            "The beginning of the text, read as {}. The rest is in the original, {}.",
            text.encoding, one.path
        ),
    };
    let lines = text
        .text
        .lines()
        .map(|line| labelled(Style::Small, "", line, None));
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

/// Walks and checklists that were gone through for a concern.
fn guidance(
    office: &mut Office,
    making: &Making<'_>,
    concern: domain::id::ConcernId,
) -> Result<Vec<BundlePart>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(Fault::stopped)?;
    let walks = room.walks_of(concern)?;
    let lists = room.checklists_of(concern)?;
    let mut parts = Vec::new();
    for walk in walks {
        let asked = PaperAsked::Walk {
            id: walk.id.to_string(),
            size: PaperSize::A4,
            purpose: making.purpose.to_owned(),
        };
        let title = format!("Flowchart gone through: {}", walk.title);
        parts.push(part(2, &title, pages_of(office, asked)?.0));
    }
    for list in lists {
        let title = format!("Checklist: {}", list.title);
        let asked = PaperAsked::Checklist {
            id: list.id.to_string(),
            large: false,
            purpose: making.purpose.to_owned(),
        };
        parts.push(part(2, &title, pages_of(office, asked)?.0));
    }
    parts.extend(registers(office, making, concern)?);
    Ok(parts)
}

/// Lines of registers about a concern.
fn registers(
    office: &Office,
    making: &Making<'_>,
    concern: domain::id::ConcernId,
) -> Result<Option<BundlePart>, Fault> {
    let steps = crate::guide::steps_of_registers(office, RoomKind::Pupils, concern)?;
    if steps.is_empty() {
        return Ok(None);
    }
    let rows = steps.iter().map(|step| {
        let at = moment(office, step.at.timestamp_millis());
        let said = match &step.struck {
            Some(struck) => format!("{}\n{struck}", step.detail),
            None => step.detail.clone(),
        };
        row(&[&format!("{at}, {}", step.who), &step.title, &said])
    });
    let columns = [("Written", 1.0), ("Where", 1.0), ("What", 2.4)];
    let table = TableFacts {
        columns: columns
            .map(|(name, share)| (name.to_owned(), share))
            .to_vec(),
        rows: rows.collect(),
        ..TableFacts::default()
    };
    let pages = tables(making, "Lines of registers", vec![table], Vec::new())?;
    Ok(Some(part(2, "Lines of registers", pages)))
}

fn cover(making: &Making<'_>) -> BundleFacts {
    let Making { spec, chosen, .. } = making;
    let request = &spec.request;
    let officer = [
        request.officer.as_str(),
        request.number.as_str(),
        request.force.as_str(),
    ];
    let officer: Vec<&str> = officer
        .into_iter()
        .filter(|one| !one.trim().is_empty())
        .collect();
    let whole = match chosen.left_out.is_empty() {
        true => {
            "Every record of concern about this that lies with the pupils\u{2019} records of this system. Other systems and papers of the school (attendance, medical, e-mail, CCTV, paper files) were not looked through by it."
        }
        false => {
            "In part: what is not in it stands below. Other systems and papers of the school (attendance, medical, e-mail, CCTV, paper files) were not looked through by it."
        }
    };
    let facts = [
        ("To", officer.join(", ")),
        ("Crime reference", request.crime_reference.clone()),
        ("Lawful basis", request.legal_basis.clone()),
        ("Asked for", request.scope.clone()),
        ("Authorised by", spec.gate.authority.clone()),
        (
            "Made by",
            format!("{}, {}", making.printed.by, making.printed.at),
        ),
        (
            "With",
            concat!("Strongroom ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
        ("Records", chosen.concerns.len().to_string()),
        ("Exhibits", making.going.len().to_string()),
        ("Other pupils named", making.others.clone()),
        ("Extent", whole.to_owned()),
        ("Times", making.times.clone()),
        ("Clock", making.clock.clone().unwrap_or_default()),
    ];
    BundleFacts {
        printed: making.printed.clone(),
        what: "Evidence bundle for the police".to_owned(),
        number: format!("Bundle {}", making.number),
        matter: chosen
            .pupils
            .iter()
            .map(|(_, name)| name.clone())
            .collect::<Vec<_>>()
            .join("; "),
        facts: facts
            .into_iter()
            .filter(|(_, said)| !said.trim().is_empty())
            .map(|(label, said)| (label.to_owned(), said))
            .collect(),
        left_out: chosen
            .left_out
            .iter()
            .map(|one| labelled(Style::Account, &one.what, &one.why, None))
            .collect(),
        hash: (
            "SHA-256 of beside-sha256.txt, which holds the hash of every exhibit and of the continuity log"
                .to_owned(),
            in_groups(&making.list_hash),
        ),
        sign: vec![
            ("Handed over by, date, time".to_owned(), 1.0),
            ("Received by, number, date, time".to_owned(), 1.0),
        ],
    }
}

fn request(making: &Making<'_>) -> Result<LaidOut, Fault> {
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
                "In full, with every version, what was done and its guidance",
            ])
        })
        .collect();
    supplied.extend(making.going.iter().map(|one| {
        row(&[
            &one.exhibit.reference(),
            &format!("File of record {}, byte for byte", one.record_no),
        ])
    }));
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

/// Whoever is named in the records, each with their part in each, and whoever wrote in them.
fn people(office: &mut Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let mut named: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut wrote: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for concern in &making.chosen.concerns {
        let number = number_of(concern);
        let view = crate::concern::view(office, RoomKind::Pupils, concern.id)?;
        for person in &view.people {
            let part = match person.role.as_str() {
                "" => number.clone(),
                role => format!("{role} ({number})"),
            };
            // Two of one name are two rows.
            let of = person
                .id
                .clone()
                .or_else(|| person.adult.clone())
                .unwrap_or_default();
            let name = match person.detail.as_str() {
                "" => person.name.clone(),
                detail => format!("{}, {detail}", person.name),
            };
            named.entry((name, of)).or_default().push(part);
        }
        for version in &concern.versions {
            let author = &version.step.author;
            let name = format!("{}, {}", author.name, crate::words::role(&author.role));
            let records = wrote.entry(name).or_default();
            if records.last() != Some(&number) {
                records.push(number.clone());
            }
        }
    }
    let initials: BTreeSet<(&str, &str)> = making
        .going
        .iter()
        .map(|one| (one.exhibit.initials.as_str(), one.exhibit.name.as_str()))
        .collect();
    let rows = |all: Vec<(String, Vec<String>)>| {
        all.into_iter()
            .map(|(name, parts)| row(&[&name, &parts.join("; ")]))
            .collect()
    };
    tables(
        making,
        "People",
        vec![
            TableFacts {
                heading: "Named in the records".to_owned(),
                columns: vec![("Name".to_owned(), 1.0), ("Part in it".to_owned(), 2.0)],
                rows: rows(
                    named
                        .into_iter()
                        .map(|((name, _), parts)| (name, parts))
                        .collect(),
                ),
                none: "Nobody is named.".to_owned(),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Who wrote them".to_owned(),
                columns: vec![
                    ("Name and role then".to_owned(), 1.0),
                    ("Records".to_owned(), 2.0),
                ],
                rows: rows(wrote.into_iter().collect()),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Whose references the exhibits have".to_owned(),
                columns: vec![("Initials".to_owned(), 1.0), ("Name".to_owned(), 2.0)],
                rows: initials
                    .into_iter()
                    .map(|(initials, name)| row(&[initials, name]))
                    .collect(),
                none: "There is no exhibit.".to_owned(),
                ..TableFacts::default()
            },
        ],
        Vec::new(),
    )
}

fn list(making: &Making<'_>) -> Result<LaidOut, Fault> {
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
    tables(
        making,
        "Exhibits",
        vec![TableFacts {
            words: vec![labelled(
                Style::Account,
                "",
                "Each is a file of the record as it was taken in, byte for byte, in the folder data/exhibits under its reference. A reference belongs to the person who put the file into the record; its number only counts up and is never given twice.",
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
fn label(office: &Office, making: &Making<'_>, one: &Going) -> Result<LaidOut, Fault> {
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
                moment(office, added.written.timestamp_millis())
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
        ("File in this bundle", one.path.clone()),
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

fn continuity(office: &Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let columns = [
        ("When", 1.1),
        ("What", 0.7),
        ("Who", 1.1),
        ("How, and what for", 2.0),
        ("Hash", 0.7),
    ];
    let columns = columns
        .map(|(name, share)| (name.to_owned(), share))
        .to_vec();
    let table = |one: &Going| {
        let reference = one.exhibit.reference();
        let events: Vec<&Event> = making
            .events
            .iter()
            .filter(|event| event.exhibit == reference)
            .collect();
        let mut rows: Vec<Vec<Vec<Words>>> = Vec::new();
        for (at, event) in events.iter().enumerate() {
            if let Some(said) = at
                .checked_sub(1)
                .and_then(|before| gap(events.get(before)?, event))
            {
                rows.push(row(&["", "", "", &said, ""]));
            }
            let hash = match event.sha256.as_str() {
                "" => "not reckoned",
                _ if event.event == "received" => "first hash",
                hash if hash == one.fact.sha256 => "the same",
                _ => "NO",
            };
            rows.push(row(&[
                &moment(office, event.at.timestamp_millis()),
                event.event,
                &event.who,
                &event.detail,
                hash,
            ]));
        }
        rows.push(row(&[
            "",
            "handed over",
            "",
            "To be written in by hand: to whom, date, time, seal",
            "",
        ]));
        TableFacts {
            heading: format!("Exhibit {reference}"),
            columns: columns.clone(),
            rows,
            ..TableFacts::default()
        }
    };
    let mut all = vec![TableFacts {
        words: vec![labelled(
            Style::Account,
            "",
            "What the record knows of each exhibit since it was taken in. Times are those of the laptops it was done on. What happened before, and what happens after this bundle was handed over, is for whoever held it to say.",
            None,
        )],
        ..TableFacts::default()
    }];
    all.extend(making.going.iter().map(table));
    tables(making, "Continuity of each exhibit", all, Vec::new())
}

fn checking(making: &Making<'_>) -> Result<LaidOut, Fault> {
    let say = |label: &str, said: &str| labelled(Style::Account, label, said, None);
    tables(
        making,
        "How to check this bundle",
        vec![TableFacts {
            words: vec![
                say(
                    "On Linux or a Mac",
                    "In the folder of the bundle, one after the other: sha256sum tagmanifest-sha256.txt, and compare with the receipt; sha256sum -c tagmanifest-sha256.txt; sha256sum -c manifest-sha256.txt. On a Mac write shasum -a 256 for sha256sum. Every line must say OK. A file that neither list names is no part of the bundle.",
                ),
                say(
                    "On Windows",
                    "Get-FileHash -Algorithm SHA256 FILE in PowerShell, or certutil -hashfile FILE SHA256, and compare with the line of manifest-sha256.txt.",
                ),
                say(
                    "All of it at once",
                    "The folder is a bag after RFC 8493 (BagIt 1.0): any program that checks bags says whether it is whole. strongroom-cli bundle verify does too, with no vault and no password.",
                ),
                say(
                    "The root hash",
                    "The SHA-256 of tagmanifest-sha256.txt stands for every byte of the bundle. It is printed on the receipt. Once both sides have signed that, nobody can exchange anything without the paper telling.",
                ),
                say(
                    "What this shows, and what it does not",
                    "That these files are those that were handed over. That the records have not been altered since they were signed the school can show on its own system, by the record\u{2019}s chain whose checkpoint stands in the foot of each page; it cannot be checked from this bundle alone. Neither shows that what was written is true, nor who sat at the keyboard beyond the account that was open.",
                ),
                say(
                    "How this record system works",
                    "Each entry is written by a named account, signed, and chained to the one before it in that laptop\u{2019}s log. A correction is a new entry with its reason; the words before it stay and are printed. When something happened, when the writer learnt of it and when it was written are kept apart. Files are encrypted with their hash at intake. Who opened, printed or took out what is kept as well.",
                ),
            ],
            ..TableFacts::default()
        }],
        Vec::new(),
    )
}

fn tables(
    making: &Making<'_>,
    title: &str,
    tables: Vec<TableFacts>,
    sign: Vec<Vec<(String, f32)>>,
) -> Result<LaidOut, Fault> {
    Ok(papers::tables(&TablesFacts {
        printed: making.printed.clone(),
        title: title.to_owned(),
        about: Vec::new(),
        tables,
        sign,
    })?)
}

/// The paper that both sides sign: the root hash and what was handed over. Two copies are printed.
pub(super) fn receipt(
    making: &Making<'_>,
    root: &str,
    (files, bytes): (usize, u64),
) -> Result<LaidOut, Fault> {
    let request = &making.spec.request;
    let facts = [
        (
            "Handed over",
            format!(
                "Bundle {}: {files} files of content ({bytes} bytes) and 4 for checking",
                making.number
            ),
        ),
        (
            "To",
            [
                request.officer.as_str(),
                request.number.as_str(),
                request.force.as_str(),
            ]
            .join(", "),
        ),
        ("Crime reference", request.crime_reference.clone()),
        (
            "Root hash (SHA-256 of tagmanifest-sha256.txt)",
            in_groups(root),
        ),
    ];
    let words = facts
        .iter()
        .filter(|(_, said)| !said.trim().is_empty())
        .map(|(label, said)| labelled(Style::Account, label, said, None));
    let line = |names: &[(&str, f32)]| {
        names
            .iter()
            .map(|(name, share)| ((*name).to_owned(), *share))
            .collect()
    };
    tables(
        making,
        &format!("Receipt for bundle {}", making.number),
        vec![TableFacts {
            words: words
                .chain([labelled(
                    Style::Account,
                    "",
                    "Print this twice; one copy stays with each side. The medium, and anything that came with it, is described by hand.",
                    None,
                )])
                .collect(),
            ..TableFacts::default()
        }],
        vec![
            line(&[("Medium, and its serial number", 1.0)]),
            line(&[("Handed over by", 2.0), ("Signature", 2.0), ("Date and time", 1.4)]),
            line(&[("Received by, rank and number", 2.0), ("Signature", 2.0), ("Date and time", 1.4)]),
        ],
    )
}

fn plain(text: &str) -> Vec<Words> {
    vec![Words::Plain(text.to_owned())]
}

fn row(cells: &[&str]) -> Vec<Vec<Words>> {
    cells.iter().map(|cell| plain(cell)).collect()
}

fn moment(office: &Office, at: i64) -> String {
    say::full(at, office.around.zone, chrono::NaiveDate::MIN)
}

/// A hash in groups of four, as it is read over a telephone.
fn in_groups(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
