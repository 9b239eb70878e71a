//! The list of pupils, and type-ahead in it.

use chrono::NaiveDate;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::{Hit, PupilLine};

use crate::wire::{Fault, PupilPage, PupilRow};
use crate::{Office, words};

const PAGE: u32 = 50;

/// Pupils in the order of a register, or those a few letters find. Somebody who only reports types a name instead.
pub fn pupils(office: &Office, query: &str, left: bool, after: u32) -> Result<PupilPage, Fault> {
    office.sitting()?;
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(PupilPage {
            pupils: Vec::new(),
            total: 0,
            more: false,
        });
    };
    if query.trim().is_empty() {
        let today = office.around.local().date_naive().to_string();
        let page = room.pupils(left, &today, after, PAGE)?;
        let shown = u64::from(after) + page.lines.len() as u64;
        return Ok(PupilPage {
            pupils: page
                .lines
                .iter()
                .map(|line| counted(office, line, None))
                .collect::<Result<_, _>>()?,
            total: u32::try_from(page.total).unwrap_or(u32::MAX),
            more: shown < page.total,
        });
    }
    let hits = room.find_pupils(query, PAGE)?;
    let pupils: Vec<PupilRow> = hits
        .iter()
        .filter_map(|hit| match hit {
            Hit::Pupil { line, by_sound } => Some(counted(
                office,
                line,
                by_sound.then(|| format!("sounds like {}", query.trim())),
            )),
            Hit::Concern(_) => None,
        })
        .collect::<Result<_, _>>()?;
    Ok(PupilPage {
        total: u32::try_from(pupils.len()).unwrap_or(0),
        more: pupils.len() as u32 == PAGE,
        pupils,
    })
}

/// A pupil in the list of all, with how many concerns name them.
fn counted(office: &Office, line: &PupilLine, why: Option<String>) -> Result<PupilRow, Fault> {
    let records = office.records_of(line.id)?;
    let mut concerns = 0_u64;
    for room in office.sitting()?.rooms.values() {
        concerns += room.count_concerns_of(&records)?;
    }
    Ok(PupilRow {
        concerns: Some(u32::try_from(concerns).unwrap_or(u32::MAX)),
        ..row(office, line, why)
    })
}

/// A pupil as a list shows them, with what any of their records says.
pub(crate) fn row(office: &Office, line: &PupilLine, why: Option<String>) -> PupilRow {
    let whole = office.pupil_facts(line.id).ok().flatten();
    let facts = whole.as_ref().unwrap_or(&line.facts);
    PupilRow {
        namesake: line.namesake,
        ..facts_row(office, &line.id.to_string(), facts, why)
    }
}

/// Class and age; of somebody who has a namesake the date of birth too.
pub(crate) fn told_apart(row: &PupilRow) -> String {
    let class = match row.class.as_str() {
        "" if row.namesake && !row.year.is_empty() => format!("year {}", row.year),
        class => class.to_owned(),
    };
    let born: Option<NaiveDate> = row
        .date_of_birth
        .as_deref()
        .and_then(|day| day.parse().ok());
    let born = born.filter(|_| row.namesake);
    [
        class,
        row.age
            .map(|age| format!("{age} years"))
            .unwrap_or_default(),
        born.map(|born| born.format("born %-d %B %Y").to_string())
            .unwrap_or_default(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(", ")
}

pub(crate) fn facts_row(office: &Office, id: &str, facts: &Facts, why: Option<String>) -> PupilRow {
    let today = office.around.local().date_naive();
    PupilRow {
        id: id.to_owned(),
        name: facts.name(),
        legal_name: facts.legal_name(),
        class: facts.class.clone().unwrap_or_default(),
        year: facts.year.clone().unwrap_or_default(),
        age: facts.age_on(today),
        date_of_birth: facts.date_of_birth.map(|day| day.to_string()),
        upn: facts.upn.clone(),
        flags: facts
            .flags_on(today)
            .map(|flag| words::term("child_status", &flag.flag))
            .collect(),
        left: facts.left_on.is_some_and(|day| day <= today),
        namesake: false,
        why,
        concerns: None,
    }
}
