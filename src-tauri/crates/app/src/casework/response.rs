//! What was done about a behaviour, beside what the school's own table says.

use domain::case::{PART_RESPONDED, RESPONDED, Responded, Whose};
use domain::concern::Concern;

use super::add::{Signed, plain};
use super::read::Problems;
use super::thread::{CaseStep, step};
use crate::Office;
use crate::guide::matrix_now;
use crate::wire::Fault;

/// Reads it: a behaviour of a table, what was done of what the table knows, and a reason where that is something else than it says.
pub(super) fn read(
    office: &Office,
    problems: &mut Problems,
    (table, row, done): (&str, &str, Vec<String>),
    whose: Option<Whose>,
    (more, reason): (&str, &str),
) -> Result<Signed, Fault> {
    let table = matrix_now(office, table)?.page;
    let missing = || Fault::from(vault::VaultError::NotFound);
    if !table.responses {
        return Err(missing());
    }
    let row = table
        .rows
        .iter()
        .find(|known| known.id == *row)
        .ok_or_else(missing)?;
    let known = |id: &String| table.columns.iter().any(|column| column == id.as_str());
    if !done.iter().all(known) {
        problems.say("done", "Choose what was done from the list");
    }
    let title = |id: &str| table.titles.get(id).cloned().unwrap_or_default();
    // In the order of the table, each once.
    let said = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        let columns = table.columns.iter().filter(|column| wanted(column));
        columns.map(|column| title(column)).collect()
    };
    let responded = Responded {
        table: table.id.to_string(),
        table_title: table.title.clone(),
        row: row.id.to_string(),
        behaviour: row.label.clone(),
        whose,
        printed: said(&|id| row.ticks.iter().any(|tick| tick == id)),
        done: said(&|id| done.iter().any(|done| done == id)),
        more: problems.words("more", more),
    };
    if responded.done.is_empty() && responded.more.is_empty() {
        problems.say("done", "Say what was done, of the list or in words");
    }
    let reason = match responded.departs() {
        true => problems.reason(
            "reason",
            reason,
            "It is not what the table says. Say why, in a sentence",
        ),
        false => problems.words("reason", reason),
    };
    Ok(Signed {
        reason,
        ..plain(RESPONDED, PART_RESPONDED, &responded)
    })
}

/// As steps of the case.
pub(super) fn steps(concern: &Concern) -> Vec<CaseStep> {
    let of = concern.case.responses.iter().map(|kept| {
        let said = &kept.what;
        let mut detail = match said.done.is_empty() {
            true => String::new(),
            false => format!("Done: {}. ", said.done.join("; ")),
        };
        detail.push_str(&said.more);
        let left_out = said.left_out().join("; ");
        if !left_out.is_empty() {
            detail.push_str(&format!(" Not done of what the table says: {left_out}."));
        }
        let beyond = said.beyond().join("; ");
        if !beyond.is_empty() {
            detail.push_str(&format!(" Not in the table: {beyond}."));
        }
        // Whoever gave a reason signed it: it is shown where nothing departs too.
        if !kept.reason.is_empty() {
            let label = match said.departs() {
                true => "Why it departs",
                false => "Why",
            };
            detail.push_str(&format!(" {label}: {}", kept.reason));
        }
        let whose = match &said.whose {
            None => String::new(),
            Some(Whose::NotKnown) => {
                detail.push_str(" Whose behaviour it was is not known.");
                String::new()
            }
            Some(Whose::Named(name)) => format!(" of {name}"),
            Some(Whose::Pupil(id)) => format!(" of {}", super::whose::name(concern, *id)),
        };
        let pupil = match said.whose {
            Some(Whose::Pupil(id)) => Some(id),
            Some(Whose::Named(_) | Whose::NotKnown) | None => None,
        };
        CaseStep {
            whose: pupil,
            ..step(
                kept.step.written,
                "response",
                format!(
                    "School\u{2019}s response to a behaviour{whose}: {}",
                    said.behaviour
                ),
                detail.trim().to_owned(),
                &kept.step,
            )
        }
    });
    of.collect()
}
