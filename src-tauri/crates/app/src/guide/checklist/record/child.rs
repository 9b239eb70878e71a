//! The child it is about: from the list where they are on it, otherwise as the concern names them.

use chrono::NaiveDate;

use super::{CONCERN, LIST, PUPIL, Record, Said, listed, said, together};
use crate::words;

/// Flags that say what a child needs (vocabulary `child_status`).
const NEEDS: [&str; 4] = ["ehcp", "send-support", "camhs", "play-therapist"];

/// The name in law, and the one they go by.
pub(super) fn name(record: &Record<'_>) -> Option<Said> {
    let Some(child) = &record.child else {
        return said(CONCERN, record.subject()?.name.clone());
    };
    let (legal, known) = (child.facts.legal_name(), child.facts.name());
    match legal == known {
        true => said(LIST, legal),
        false => said(LIST, format!("{legal}, known as {known}")),
    }
}

/// Everything that says which child this is, in one line.
pub(super) fn full(record: &Record<'_>) -> Option<Said> {
    let name = name(record)?;
    let born = born(record).map(|said| format!("born {}", said.lines.concat()));
    let number = number(record).map(|said| format!("UPN {}", said.lines.concat()));
    let former = record.child.as_ref().map(|child| {
        let former = &child.facts.former_names;
        match former.is_empty() {
            true => String::new(),
            false => format!("earlier {}", former.join(", ")),
        }
    });
    let place = place(record).map(|said| said.lines.concat());
    let facts = [Some(name.lines.concat()), born, number, former, place];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    said(name.from, together(facts.iter().map(String::as_str)))
}

/// `9 March 2014, 12 years`.
pub(super) fn born(record: &Record<'_>) -> Option<Said> {
    let today = record.office.around.local().date_naive();
    let (from, born) = match &record.child {
        Some(child) => (LIST, child.facts.date_of_birth?),
        None => (CONCERN, record.subject()?.date_of_birth?),
    };
    let facts = domain::pupil::Facts {
        date_of_birth: Some(born),
        ..domain::pupil::Facts::default()
    };
    let age = facts.age_on(today).map(|age| format!("{age} years"));
    said(
        from,
        together([day(born).as_str(), &age.unwrap_or_default()]),
    )
}

pub(super) fn sex(record: &Record<'_>) -> Option<Said> {
    let (from, sex) = match &record.child {
        Some(child) => (LIST, child.facts.sex.clone()?),
        None => (CONCERN, record.subject()?.sex.clone()?),
    };
    let sex = match sex.trim().to_lowercase().as_str() {
        "f" => "Female".to_owned(),
        "m" => "Male".to_owned(),
        _ => sex,
    };
    said(from, sex)
}

pub(super) fn number(record: &Record<'_>) -> Option<Said> {
    match &record.child {
        Some(child) => said(LIST, child.facts.upn.clone()?),
        None => said(CONCERN, record.subject()?.upn.clone()?),
    }
}

/// School, year and class.
pub(super) fn place(record: &Record<'_>) -> Option<Said> {
    let facts = &record.child.as_ref()?.facts;
    let school = record.office.sitting().ok()?.settings.school.clone();
    let year = facts.year.as_deref().map(|year| format!("Year {year}"));
    let class = facts.class.clone().unwrap_or_default();
    said(
        LIST,
        together([school.as_str(), &year.unwrap_or_default(), &class]),
    )
}

/// Dated flags that hold today, by id.
pub(super) fn flags(record: &Record<'_>) -> Option<Said> {
    let today = record.office.around.local().date_naive();
    let facts = &record.child.as_ref()?.facts;
    let ids = facts.flags_on(today).map(|flag| flag.flag.clone());
    listed(PUPIL, ids.collect())
}

/// What they need, and what must be read first.
pub(super) fn needs(record: &Record<'_>) -> Option<Said> {
    let child = record.child.as_ref()?;
    let today = record.office.around.local().date_naive();
    let flags = child.facts.flags_on(today);
    let flags = flags.filter(|flag| NEEDS.contains(&flag.flag.as_str()));
    let mut lines: Vec<String> = flags
        .map(|flag| words::term("child_status", &flag.flag))
        .collect();
    lines.extend(child.pupil.key_facts().map(|noted| noted.what.say.clone()));
    said(PUPIL, lines.join("\n"))
}

pub(super) fn left(record: &Record<'_>) -> Option<Said> {
    said(LIST, day(record.child.as_ref()?.facts.left_on?))
}

/// `9 March 2014`.
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
