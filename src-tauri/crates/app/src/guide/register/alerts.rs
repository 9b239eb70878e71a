//! Alerts of a filtering or monitoring system: a list of them becomes lines of their register, each once.

use std::collections::BTreeSet;

use domain::id::LineId;
use domain::register::{Answered, LINE, Line, PART_LINE};
use exchange::alerts::{
    AlertField, AlertMatching, AlertReading, AlertRow, SYSTEMS, guess_system, match_alerts,
    read_alerts,
};
use exchange::columns::Heading;
use exchange::roll::{Table, decode};
use guidance::Register;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::rhythm::struck_too;
use super::{known, need};
use crate::Office;
use crate::moving::moment;
use crate::wire::{
    AlertsPreview, AlertsTaken, Done, Fault, FaultKind, ListColumn, ListField, Problem, RowProblem,
    Topic,
};

/// The register of alerts.
pub(super) const ALERTS: &str = "filter-alert-log";
/// How many alerts are shown before they are taken in.
const SHOWN: usize = 5;

/// A list that was brought, read.
struct List {
    table: Table,
    matching: AlertMatching,
    reading: AlertReading,
    system: String,
}

/// What taking a list of alerts in would do. Nothing is taken in.
pub fn preview_alerts(
    office: &mut Office,
    token: &str,
    columns: Option<Vec<Option<String>>>,
    system: &str,
) -> Result<AlertsPreview, Fault> {
    let register = &*known(office, ALERTS)?;
    need(office, register)?;
    office.watch().begin();
    let list = read(office, token, columns, system)?;
    let known = there(office, register)?;
    let new = fresh(office, &list, &known).len();
    let samples = list.table.samples(3);
    Ok(AlertsPreview {
        token: token.to_owned(),
        system: list.system.clone(),
        systems: SYSTEMS.map(str::to_owned).to_vec(),
        columns: (0..list.table.headings().len())
            .map(|index| ListColumn {
                index: count(index),
                heading: list.table.column_name(index),
                sample: samples.get(index).cloned().unwrap_or_default(),
                matched: list
                    .matching
                    .columns
                    .get(index)
                    .copied()
                    .flatten()
                    .map(|field| field.id().to_owned()),
            })
            .collect(),
        fields: AlertField::all()
            .map(|field| ListField {
                id: field.id().to_owned(),
                title: field.title().to_owned(),
                needed: matches!(field, AlertField::At | AlertField::Trigger),
            })
            .collect(),
        rows: count(list.reading.row_count),
        new: count(new),
        same: count(list.reading.rows.len() - new),
        problems: list.reading.problems.iter().map(problem).collect(),
        problem_count: count(list.reading.problem_count),
        days: days(office, &list),
        preview: list
            .reading
            .rows
            .iter()
            .take(SHOWN)
            .map(|row| {
                let at = moment(office, row.at).map_or(0, |at| at.timestamp_millis());
                let whose = whose(row);
                format!("{}, {whose}: {}", office.dated(at), row.trigger)
            })
            .collect(),
    })
}

/// Takes a list in, in one step: every alert that is not there yet, or, where a row cannot be read, none.
pub fn take_alerts(
    office: &mut Office,
    token: &str,
    columns: Option<Vec<Option<String>>>,
    system: &str,
) -> Result<Done<AlertsTaken>, Fault> {
    let register = &*known(office, ALERTS)?;
    let room = need(office, register)?;
    office.watch().begin();
    let list = read(office, token, columns, system)?;
    if let Some(first) = list.reading.problems.first() {
        let say = format!(
            "Nothing was taken in: row {}, {}: {}",
            first.row, first.column, first.say
        );
        let mut fault = Fault::new(FaultKind::Refused, say)
            .next("Correct the list where it comes from, and choose it again.");
        fault.problems = list
            .reading
            .problems
            .iter()
            .map(|problem| Problem {
                field: format!("row {}, {}", problem.row, problem.column),
                say: problem.say.clone(),
            })
            .collect();
        return Err(fault);
    }
    if list.system.is_empty() {
        return Err(Fault::field(
            "system",
            "Say which system the list comes from",
        ));
    }
    let known = there(office, register)?;
    let new: Vec<(String, Line)> = fresh(office, &list, &known)
        .into_iter()
        .map(|row| {
            (
                row.reference.clone(),
                line(office, register, &list.system, row),
            )
        })
        .collect();
    let total = new.len();
    let mut entries = Vec::with_capacity(total);
    for (done, (_, line)) in new.into_iter().enumerate() {
        office
            .watch()
            .step("Taking the alerts in", done as u64, total as u64)?;
        let mut id = [0; 16];
        office.around.rng.fill_bytes(&mut id);
        let part = serde_json::to_vec(&line).map_err(|_| Fault::stopped())?;
        entries.push(NewEntry {
            kind: LINE,
            subjects: vec![LineId(id).0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![(PART_LINE, Zeroizing::new(part))],
            blobs: Vec::new(),
        });
    }
    if !entries.is_empty() {
        office.write(room, entries)?;
    }
    office.lists.remove(token);
    Ok(Done {
        value: AlertsTaken {
            new: count(total),
            same: count(list.reading.rows.len() - total),
        },
        touched: vec![Topic::Concerns],
    })
}

fn read(
    office: &Office,
    token: &str,
    columns: Option<Vec<Option<String>>>,
    system: &str,
) -> Result<List, Fault> {
    let bytes = office.lists.get(token).ok_or_else(|| {
        Fault::new(FaultKind::Missing, "That list is no longer here.")
            .next("Choose the file again.")
    })?;
    let table = AlertMatching::table(decode(bytes.to_vec())?)?;
    let matching = match columns {
        None => match_alerts(&table),
        Some(chosen) => {
            let fields = chosen
                .iter()
                .map(|id| match id.as_deref().filter(|id| !id.is_empty()) {
                    None => Ok(None),
                    Some(id) => AlertField::from_id(id).map(Some).ok_or_else(|| {
                        Fault::field("columns", format!("There is no field called {id}"))
                    }),
                })
                .collect::<Result<Vec<_>, _>>()?;
            AlertMatching::chosen(&table, &fields)?
        }
    };
    let system = match system {
        "" => guess_system(&table).unwrap_or_default(),
        known if SYSTEMS.contains(&known) => known,
        _ => return Err(Fault::field("system", "Choose where the list comes from")),
    };
    let today = office.around.local().date_naive();
    Ok(List {
        reading: read_alerts(&table, &matching, today),
        system: system.to_owned(),
        table,
        matching,
    })
}

/// The first and the last day of a list, in words: days that were read the wrong way round are seen by them.
fn days(office: &Office, list: &List) -> String {
    let days = list.reading.rows.iter().filter_map(|row| {
        let at = moment(office, row.at)?;
        Some(at.with_timezone(&office.around.zone).date_naive())
    });
    let days: Vec<_> = days.collect();
    match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first == last => crate::say::date_and_year(*first),
        (Some(first), Some(last)) => format!(
            "{} to {}",
            crate::say::date_and_year(*first),
            crate::say::date_and_year(*last)
        ),
        _ => String::new(),
    }
}

/// What an alert is known by: its number in its system with its time, or everything about it. Some exports number their rows anew
/// each time.
type Known = (String, String);

/// Alerts that stand in the register, struck ones too: what a lead struck does not come back with the next list.
fn there(office: &Office, register: &Register) -> Result<BTreeSet<Known>, Fault> {
    let mut all = BTreeSet::new();
    for kept in struck_too(office, register)? {
        let said = |field: &str| {
            let answer = kept.line.answers.iter().find(|one| one.field == field);
            answer
                .and_then(|answer| answer.lines.first())
                .cloned()
                .unwrap_or_default()
        };
        all.insert(key(
            &said("system"),
            &said("reference"),
            [&said("alert_at"), &said("user_or_device"), &said("trigger")],
        ));
    }
    Ok(all)
}

fn key(system: &str, reference: &str, rest: [&str; 3]) -> Known {
    match reference {
        "" => (system.to_owned(), rest.join("\n")),
        reference => {
            let [at, ..] = rest;
            (system.to_owned(), format!("#{reference}\n{at}"))
        }
    }
}

/// Those of a list that are not there yet, each once.
fn fresh<'a>(office: &Office, list: &'a List, known: &BTreeSet<Known>) -> Vec<&'a AlertRow> {
    let mut seen = known.clone();
    let rows = list.reading.rows.iter();
    rows.filter(|row| {
        let at = moment(office, row.at).map_or_else(String::new, |at| at.to_rfc3339());
        seen.insert(key(
            &list.system,
            &row.reference,
            [&at, &whose(row), &row.trigger],
        ))
    })
    .collect()
}

fn line(office: &Office, register: &Register, system: &str, row: &AlertRow) -> Line {
    let at = moment(office, row.at).map_or_else(String::new, |at| at.to_rfc3339());
    let said = [
        ("alert_at", at),
        ("system", system.to_owned()),
        ("reference", row.reference.clone()),
        ("user_or_device", whose(row)),
        ("trigger", row.trigger.clone()),
        ("vendor_grade", row.grade.clone()),
    ];
    let answers = register.fields.iter().filter_map(|field| {
        let (_, said) = said.iter().find(|(name, _)| *name == field.name)?;
        (!said.is_empty()).then(|| Answered {
            field: field.name.clone(),
            label: field.label.clone(),
            lines: vec![said.clone()],
            about: false,
        })
    });
    Line {
        register: register.id.to_string(),
        title: register.title.clone(),
        answers: answers.collect(),
        concern: None,
        struck: false,
    }
}

/// Who was logged on, and where.
fn whose(row: &AlertRow) -> String {
    match (row.user.as_str(), row.device.as_str()) {
        (user, "") => user.to_owned(),
        ("", device) => device.to_owned(),
        (user, device) => format!("{user}, {device}"),
    }
}

fn problem(problem: &exchange::roll::RowProblem) -> RowProblem {
    RowProblem {
        row: problem.row,
        column: problem.column.clone(),
        say: problem.say.clone(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
