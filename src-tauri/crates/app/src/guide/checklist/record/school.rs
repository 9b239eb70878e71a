//! The school, and who fills the form.

use super::{Record, SCHOOL, Said, said, together};
use crate::words;

/// Name and role of whoever is in; with the school and how to ring it where the form asks for all in one.
pub(super) fn reporter(record: &Record<'_>, full: bool) -> Option<Said> {
    let sitting = record.office.sitting().ok()?;
    let card = &sitting.opened.card;
    let role = words::role(&card.role);
    let settings = &sitting.settings;
    let line = match full {
        false => together([card.name.as_str(), &role]),
        true => together([card.name.as_str(), &role, &settings.school, &settings.phone]),
    };
    said(SCHOOL, line)
}

pub(super) fn school(record: &Record<'_>) -> Option<Said> {
    let settings = &record.office.sitting().ok()?.settings;
    let number = match settings.dfe_number.as_str() {
        "" => String::new(),
        number => format!("DfE number {number}"),
    };
    let line = together([settings.school.as_str(), &settings.address, &number]);
    let lacks = match (settings.address.is_empty(), number.is_empty()) {
        (false, false) => "",
        (true, false) => "the address is not in Settings",
        (false, true) => "the DfE number is not in Settings",
        (true, true) => "neither the address nor the DfE number is in Settings",
    };
    Some(Said {
        lacks: lacks.to_owned(),
        ..said(SCHOOL, line)?
    })
}

pub(super) fn phone(record: &Record<'_>) -> Option<Said> {
    said(SCHOOL, record.office.sitting().ok()?.settings.phone.clone())
}

/// Who the lead is; nothing where they fill it themselves.
pub(super) fn lead(record: &Record<'_>) -> Option<Said> {
    let sitting = record.office.sitting().ok()?;
    if sitting.role() == "dsl" {
        return None;
    }
    let people = sitting.directory.people.iter();
    let leads = people.filter(|person| person.closed.is_none() && person.role == "dsl");
    let names: Vec<&str> = leads.map(|person| person.name.as_str()).collect();
    said(SCHOOL, names.join(", "))
}
