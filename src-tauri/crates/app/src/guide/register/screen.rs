//! Screening an alert: a lead says what it meant, what was done, and to which concern it belongs.

use super::alerts::ALERTS;
use super::{known, opened, write_line};
use crate::Office;
use crate::wire::{Done, Fault, FieldAnswer, LineForm, ScreenForm};

/// Says what an alert meant. The line says who screened it and when; everything that stood there stays.
pub fn screen_alert(office: &mut Office, form: ScreenForm) -> Result<Done<String>, Fault> {
    let register = known(office, ALERTS)?;
    let (_, _, entered) = opened(office, &form.line)?;
    let last = entered.last().ok_or(vault::VaultError::NotFound)?;
    let meaning = form.meaning.trim();
    if meaning.is_empty() {
        return Err(Fault::field("meaning", "Say what it meant"));
    }
    let now = office.around.local().fixed_offset().to_rfc3339();
    let by = office.sitting()?.opened.card.name.clone();
    let said = [
        ("screened_by", by),
        ("screened_at", now),
        ("meaning", meaning.to_owned()),
        ("action", form.action.trim().to_owned()),
        ("linked_record", form.concern.trim().to_owned()),
    ];
    let answers = register.fields.iter().filter_map(|field| {
        let new = said
            .iter()
            .find(|(name, said)| *name == field.name && !said.is_empty());
        let stood = last.what.answers.iter().find(|one| one.field == field.name);
        let lines = match (new, stood) {
            (Some((_, said)), _) => vec![said.clone()],
            (None, Some(stood)) => stood.lines.clone(),
            (None, None) => return None,
        };
        Some(FieldAnswer {
            field: field.name.clone(),
            lines,
            about: stood.is_some_and(|stood| stood.about),
        })
    });
    let line = LineForm {
        register: register.id.to_string(),
        line: Some(form.line.clone()),
        base: form.base,
        concern: None,
        answers: answers.collect(),
        reason: format!("Screened: {}", meaning.to_lowercase()),
        strike: false,
    };
    write_line(office, line).map_err(|mut fault| {
        for problem in &mut fault.problems {
            if problem.field == "linked_record" {
                problem.field = "concern".to_owned();
            }
        }
        fault
    })
}
