//! What the school is working on, what waits for others, and what this person was told of.

use domain::concern::{LIVE, WITH_OTHERS};
use vault::ask::{ConcernLine, How};

use super::rooms::{Few, count, lines, rows};
use crate::Office;
use crate::wire::{ConcernRow, Fault, LiveLine};

/// Live concerns: what this person took on first, then the newest.
pub(super) fn live(office: &Office, most: u32) -> Result<Few<LiveLine>, Fault> {
    let person = office.sitting()?.person();
    let own = history::to_hex(&person);
    let mut found = lines(office, true, most, |room| {
        room.concerns_for(person, How::Taken, most)
    })?;
    let others = lines(office, true, u32::MAX, |room| {
        let mut all: Vec<ConcernLine> = Vec::new();
        for status in LIVE {
            all.extend(room.concerns_with_status(status, true, most)?);
        }
        Ok(all)
    })?;
    found.extend(others.into_iter().filter(|(line, _)| line.taken_by != own));
    found.truncate(most as usize);
    let mut total: u32 = 0;
    for status in LIVE {
        let with = count(office, |room| room.count_with_status(status))?;
        total = total.saturating_add(with);
    }
    Ok(Few {
        first: with_whom(office, found)?,
        total,
    })
}

/// Concerns that somebody has read and nobody has triaged, the newest first.
pub(super) fn untriaged(office: &Office, most: u32) -> Result<Few<LiveLine>, Fault> {
    let found = lines(office, true, most, |room| room.untriaged(most))?;
    Ok(Few {
        first: with_whom(office, found)?,
        total: count(office, vault::Room::count_untriaged)?,
    })
}

fn with_whom(
    office: &Office,
    found: Vec<(ConcernLine, ConcernRow)>,
) -> Result<Vec<LiveLine>, Fault> {
    let own = history::to_hex(&office.sitting()?.person());
    let lines = found.into_iter().map(|(line, row)| LiveLine {
        concern: row,
        yours: line.taken_by == own,
        taken_by: taken_by(office, &line.taken_by),
    });
    Ok(lines.collect())
}

/// Concerns that wait for somebody outside the school, the oldest first.
pub(super) fn waiting(office: &Office, most: u32) -> Result<Few<ConcernRow>, Fault> {
    Ok(Few {
        first: rows(lines(office, false, most, |room| {
            room.concerns_with_status(WITH_OTHERS, false, most)
        })?),
        total: count(office, |room| room.count_with_status(WITH_OTHERS))?,
    })
}

/// Concerns this person was to be told of and has not opened, the newest first.
pub(super) fn told(office: &Office, most: u32) -> Result<Vec<ConcernRow>, Fault> {
    let person = office.sitting()?.person();
    let found = lines(office, true, most, |room| {
        room.concerns_for(person, How::Told, most)
    })?;
    Ok(rows(found))
}

fn taken_by(office: &Office, id: &str) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let person = office.sitting().ok()?.directory.person(id);
    Some(person.map_or_else(
        || "Somebody with an account".to_owned(),
        |person| person.name.clone(),
    ))
}
