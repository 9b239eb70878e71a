//! The schedule: every record of a released set, with what became of it and why. No word of a record is in it.
//!
//! It is made from the entry that says what went out and from nothing else, so that it is the same in ten years. This is where a released
//! set becomes paper: an edition of the records themselves takes the same [`Release`], of which `set` says what goes, in what state.

use chrono::{Datelike, NaiveDate};
use domain::access::{Outcome, Release, Released};
use domain::room::Room as RoomKind;
use papers::{Day, LaidOut, Paragraph, Printed, Style, TableFacts, TablesFacts, Words};

use super::release::purpose;
use super::sheets::on;
use super::{missing, opened};
use crate::Office;
use crate::paper::{About, labelled};
use crate::wire::Fault;

type Laid = (LaidOut, String, Option<About>);

/// Lays out the schedule of a release, for the school or for the person who asked.
pub(crate) fn lay_out(
    office: &mut Office,
    id: &str,
    entry: &str,
    theirs: bool,
) -> Result<Laid, Fault> {
    let (_, access) = opened(office, id)?;
    let kept = access
        .releases
        .iter()
        .find(|kept| history::to_hex(&kept.step.entry) == entry)
        .ok_or_else(missing)?;
    let listed = kept.what.set.iter().filter_map(|one| match one.item {
        domain::access::Item::Concern(concern) => Some((RoomKind::Pupils, concern.to_string())),
        domain::access::Item::Details | domain::access::Item::File(_) => None,
    });
    let about = About {
        room: RoomKind::Pupils,
        what: "access",
        id: id.to_owned(),
        purpose: purpose(&kept.what),
        concerns: Vec::new(),
        listed: listed.collect(),
    };
    let name = if theirs {
        "strongroom-schedule.pdf"
    } else {
        "strongroom-schedule-for-the-school.pdf"
    };
    Ok((pages(&kept.what, theirs)?, name.to_owned(), Some(about)))
}

/// The same release gives the same bytes.
fn pages(release: &Release, theirs: bool) -> Result<LaidOut, Fault> {
    let called: Vec<Released> = release
        .set
        .iter()
        .filter(|one| !(theirs && one.unsaid))
        .map(|one| Released {
            what: match theirs {
                true => called(release, one),
                false => one.what.clone(),
            },
            ..one.clone()
        })
        .collect();
    let said: Vec<&Released> = called.iter().collect();
    let of = |outcome: Outcome| -> Vec<&Released> {
        let all = said.iter().copied();
        all.filter(|one| one.outcome == outcome).collect()
    };
    let mut tables = vec![records("Given", &of(Outcome::Give), theirs)];
    for (heading, outcome) in [
        ("Given in part", Outcome::Part),
        ("Withheld", Outcome::Withhold),
    ] {
        let all = of(outcome);
        // That nothing is withheld would be untrue where they are not to learn of something that is.
        if !(theirs && all.is_empty()) {
            tables.push(records(heading, &all, theirs));
        }
    }
    tables.push(searched(release, theirs));
    if release.open > 0 {
        tables.push(TableFacts {
            heading: "Follows later".to_owned(),
            words: vec![labelled(
                Style::Account,
                &match release.open {
                    1 => "One record is still to be decided".to_owned(),
                    many => format!("{many} records are still to be decided"),
                },
                &release.rest,
                None,
            )],
            ..TableFacts::default()
        });
    }
    if !theirs {
        tables.push(checking(release));
    }
    let title = if theirs {
        format!("Schedule for request {}", release.request.number)
    } else {
        format!(
            "Schedule for request {}, for the school",
            release.request.number
        )
    };
    let mut printed = printed_then(release)?;
    if !theirs {
        // The two come out of one printer, one after the other.
        printed.marking = format!("STAYS IN SCHOOL. {}", printed.marking);
    }
    Ok(papers::tables(&TablesFacts {
        printed,
        title,
        about: about(release),
        tables,
        sign: Vec::new(),
    })?)
}

/// What a record is called for the person who asked: `File 2` would tell that there is a first, where that is not to be learned of.
pub(super) fn called(release: &Release, one: &Released) -> String {
    const OF: &str = " of record ";
    let of = |one: &Released| {
        let file = matches!(one.item, domain::access::Item::File(_));
        let record = one.what.split_once(OF).map(|(_, record)| record.to_owned());
        record.filter(|_| file)
    };
    let Some(record) = of(one) else {
        return one.what.clone();
    };
    let same = release
        .set
        .iter()
        .filter(|other| of(other).as_ref() == Some(&record));
    let (unsaid, said): (Vec<&Released>, Vec<&Released>) = same.partition(|other| other.unsaid);
    match said.iter().position(|other| other.item == one.item) {
        Some(place) if !unsaid.is_empty() => format!("File {}{OF}{record}", place + 1),
        Some(_) | None => one.what.clone(),
    }
}

fn about(release: &Release) -> Vec<Paragraph> {
    let all = heading(release).into_iter();
    all.map(|(label, said)| labelled(Style::Account, &label, &said, None))
        .collect()
}

/// What stands at the head of every paper of a release, each with its label.
pub(super) fn heading(release: &Release) -> Vec<(String, String)> {
    let request = &release.request;
    [
        ("About", release.pupil.clone()),
        ("Asked by", request.who.clone()),
        ("Asked for", request.scope.clone()),
        ("It came", on(Some(request.received))),
        ("This went", on(Some(release.on))),
        ("To", release.to.clone()),
        ("How", release.how.clone()),
        ("Which answer", format!("Number {}", release.number)),
    ]
    .into_iter()
    .filter(|(_, said)| !said.trim().is_empty())
    .map(|(label, said)| (label.to_owned(), said))
    .collect()
}

fn plain(text: &str) -> Vec<Words> {
    vec![Words::Plain(text.to_owned())]
}

fn records(heading: &str, all: &[&Released], theirs: bool) -> TableFacts {
    let mut columns = vec![
        ("No.".to_owned(), 0.5),
        ("Record".to_owned(), 3.0),
        ("Why not all of it".to_owned(), 3.4),
    ];
    if !theirs {
        columns.push(("What was weighed".to_owned(), 2.6));
    }
    let rows = all.iter().enumerate().map(|(place, one)| {
        let mut row = vec![
            plain(&(place + 1).to_string()),
            plain(&one.what),
            plain(&why(one, theirs)),
        ];
        if !theirs {
            row.push(plain(&weighed(one)));
        }
        row
    });
    TableFacts {
        bars: None,
        heading: format!("{heading}: {}", all.len()),
        words: Vec::new(),
        rows: rows.collect(),
        columns,
        none: "None.".to_owned(),
    }
}

/// The reasons, for the school with their codes.
fn why(one: &Released, theirs: bool) -> String {
    let said = one.reasons.iter().map(|reason| {
        let plain = if reason.plain.is_empty() {
            reason.code.clone()
        } else if theirs {
            reason.plain.clone()
        } else {
            format!("{}: {}", reason.code, reason.plain)
        };
        if reason.law.is_empty() {
            plain
        } else {
            format!("{plain} ({})", reason.law)
        }
    });
    said.collect::<Vec<_>>().join("\n")
}

fn weighed(one: &Released) -> String {
    if one.unsaid {
        let stop = "Not said to the person who asked.";
        return [stop, one.note.as_str()].join(" ").trim().to_owned();
    }
    one.note.clone()
}

fn searched(release: &Release, theirs: bool) -> TableFacts {
    let mut columns = vec![("Where".to_owned(), 2.0)];
    if !theirs {
        columns.push((
            "Who looked, when, with what words, and what was found".to_owned(),
            5.0,
        ));
    }
    let rows = release.searched.iter().map(|looked| {
        let mut row = vec![plain(&looked.place)];
        if !theirs {
            row.push(plain(&looked.said));
        }
        row
    });
    TableFacts {
        bars: None,
        heading: "Where was looked".to_owned(),
        words: Vec::new(),
        rows: rows.collect(),
        columns,
        none: "Nothing was written down.".to_owned(),
    }
}

/// In what state each record was, so that it can be shown for good what went.
fn checking(release: &Release) -> TableFacts {
    let rows = release.set.iter().map(|one| {
        vec![
            plain(&one.what),
            vec![Words::Spelt(groups(&one.state, 32))],
            vec![Words::Spelt(groups(&one.last, 32))],
        ]
    });
    TableFacts {
        bars: None,
        heading: "In what state each record was".to_owned(),
        words: vec![
            labelled(
                Style::Small,
                "The set",
                &format!("SHA-256 {}", groups(&release.root, 64)),
                None,
            ),
            labelled(
                Style::Small,
                "",
                "A record\u{2019}s state is a hash over everything that was written of it until then. The first half of each stands here; the whole stands in the entry that says what went out.",
                None,
            ),
        ],
        rows: rows.collect(),
        columns: vec![
            ("Record".to_owned(), 2.6),
            ("State".to_owned(), 2.0),
            ("Last entry".to_owned(), 2.0),
        ],
        none: "None.".to_owned(),
    }
}

/// So many letters of a hash, in groups of four.
pub(super) fn groups(hash: &str, most: usize) -> String {
    let letters: Vec<char> = hash.chars().take(most).collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join(" ")
}

/// The foot as it was when it went.
pub(super) fn printed_then(release: &Release) -> Result<Printed, Fault> {
    let then = &release.printed;
    let day = then.on.unwrap_or(release.on);
    Ok(Printed {
        school: then.school.clone(),
        marking: then.marking.clone(),
        by: then.by.clone(),
        at: then.at.clone(),
        on: as_day(day)?,
        purpose: purpose(release),
        checkpoint: then.checkpoint.clone(),
        lettered: false,
        large: false,
        redactor: None,
    })
}

fn as_day(day: NaiveDate) -> Result<Day, Fault> {
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Ok(Day::new(
        u16::try_from(day.year()).unwrap_or(2000),
        part(day.month()),
        part(day.day()),
    )?)
}
