//! Lists that are lines of a register.

use guidance::AskedList;

use super::initials::{class_of, short};
use super::list::{List, Row};
use super::settled::Settled;
use crate::Office;
use crate::guide::register_lines_between;
use crate::report::roll::Roll;
use crate::wire::{Fault, FaultKind, LineRow};
use crate::words;

/// The list of leads and of who was trained: its lines hold for longer than a year.
const LEADS: &str = "leads";
/// Training that makes somebody a lead (KCSIE: every two years).
const LEAD_TRAINING: [&str; 2] = ["DSL initial", "DSL refresher"];

/// The lines that were written in the days of the list, those struck left out; nothing where the register is not there.
pub(super) fn of_register(
    office: &Office,
    asked: &'static AskedList,
    settled: &Settled,
    pupils: &Roll,
) -> Result<Option<List>, Fault> {
    let Some(register) = &asked.register else {
        return Ok(None);
    };
    let (from, to) = (settled.days.from.to_string(), settled.days.to.to_string());
    let days = match asked.id.as_str() {
        LEADS => (None, None),
        _ => (Some(from.as_str()), Some(to.as_str())),
    };
    let printed = match register_lines_between(office, register, days) {
        Ok(printed) => printed,
        Err(fault) if fault.kind == FaultKind::NotAllowed => {
            let mut kept = List::new(asked, &[]);
            kept.kept_by = Some("Whoever keeps this register shows it.".to_owned());
            return Ok(Some(kept));
        }
        Err(other) => return Err(other),
    };
    let fields = &printed.register.fields;
    let label = |column: &String| {
        let field = fields.iter().find(|field| field.name == *column);
        field.map_or_else(|| column.clone(), |field| field.label.clone())
    };
    let columns: Vec<(String, f32)> = asked
        .columns
        .iter()
        .map(|column| (label(column), 1.0))
        .collect();
    let mut list = List::new(asked, &[]);
    list.columns = columns;
    let standing: Vec<&LineRow> = printed
        .lines
        .iter()
        .filter(|line| line.struck.is_none())
        .collect();
    if asked.id.as_str() == LEADS {
        leads(office, &mut list, &standing)?;
    }
    for line in &standing {
        let cells = asked.columns.iter().map(|column| {
            let answer = line.answers.iter().find(|one| one.field == *column);
            let said = answer.map(|one| one.said.clone()).unwrap_or_default();
            let child = asked.person.as_ref() == Some(column) && !settled.names;
            match child && !said.is_empty() {
                true => short(&said, &class_named(pupils, &said)),
                false => said,
            }
        });
        list.rows.push(Row {
            cells: cells.collect(),
            concern: None,
            pupil: None,
        });
    }
    gaps(&mut list, &standing);
    Ok(Some(list))
}

/// Everybody who is a lead in this vault, before who was trained.
fn leads(office: &Office, list: &mut List, lines: &[&LineRow]) -> Result<(), Fault> {
    let roles = guidance::roles().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut untrained = 0;
    for person in &office.sitting()?.directory.people {
        let lead = roles
            .all()
            .iter()
            .any(|role| role.id == *person.role.as_str() && role.lead);
        if !lead || person.closed.is_some() {
            continue;
        }
        let name = person.name.trim().to_lowercase();
        let trained = lines.iter().any(|line| {
            said(line, "person").trim().to_lowercase() == name
                && LEAD_TRAINING.contains(&said(line, "kind"))
        });
        untrained += usize::from(!trained && person.role != HEAD);
        let mut cells = vec![person.name.clone(), words::role(&person.role)];
        cells.resize(list.columns.len(), String::new());
        list.rows.push(Row {
            cells,
            concern: None,
            pupil: None,
        });
    }
    list.gap(
        untrained,
        "Of one lead no training as a lead is written down.",
        "Of {} leads no training as a lead is written down.",
    );
    Ok(())
}

/// The head reads as a lead does, and need not be trained as one.
const HEAD: &str = "headteacher";

fn gaps(list: &mut List, lines: &[&LineRow]) {
    let count = |test: &dyn Fn(&LineRow) -> bool| lines.iter().filter(|line| test(line)).count();
    match list.asked.id.as_str() {
        "transfers" => {
            let open = count(&|line| {
                said(line, "direction") == "Out" && said(line, "receipt_at").is_empty()
            });
            list.gap(
                open,
                "Of one file that went there is no receipt.",
                "Of {} files that went there is no receipt.",
            );
        }
        "force" => {
            let untold = count(&|line| said(line, "parents_told_at").is_empty());
            list.gap(
                untold,
                "Of one it is not written down when parents were told.",
                "Of {} it is not written down when parents were told.",
            );
        }
        "reviews" => {
            let open = count(&|line| said(line, "done_at").is_empty());
            list.gap(open, "One review is not done.", "{} reviews are not done.");
            if lines.is_empty() {
                list.gaps
                    .push("No review of these days is written down.".to_owned());
            }
        }
        _ => {}
    }
}

fn said<'a>(line: &'a LineRow, field: &str) -> &'a str {
    let answer = line.answers.iter().find(|one| one.field == field);
    answer.map_or("", |answer| answer.said.as_str())
}

/// The class of the pupil of this name, where there is one of it.
fn class_named(pupils: &Roll, name: &str) -> String {
    let name = name.trim().to_lowercase();
    let mut found = pupils
        .children()
        .map(|(_, child)| &child.facts)
        .filter(|facts| facts.name().to_lowercase() == name);
    match (found.next(), found.next()) {
        (Some(facts), None) => class_of(facts),
        _ => String::new(),
    }
}
