//! Concerns that nobody but their writer has read: in time, and late.

use super::days::{due, first_in_time, said_late};
use super::rooms::{Few, count, lines, rows};
use crate::concern::start_of;
use crate::wire::{ConcernRow, Fault, LateLine};
use crate::{Office, say};

/// Those whose day has not passed, the longest waiting first.
pub(super) fn in_time(office: &Office, most: u32) -> Result<Few<ConcernRow>, Fault> {
    let from = boundary(office);
    Ok(Few {
        first: rows(lines(office, false, most, |room| {
            room.unread_between(from, i64::MAX, most)
        })?),
        total: count(office, |room| room.count_unread_between(from, i64::MAX))?,
    })
}

/// Those whose day has passed, the oldest first, each with when it was written.
pub(super) fn late(office: &Office, most: u32) -> Result<Few<(i64, LateLine)>, Fault> {
    let (zone, today) = (office.around.zone, office.around.local().date_naive());
    let to = boundary(office);
    let found = lines(office, false, most, |room| {
        room.unread_between(i64::MIN, to, most)
    })?;
    let late = found.into_iter().map(|(line, row)| {
        let written = say::at(line.written, zone).map_or(today, |at| at.date_naive());
        let late = LateLine {
            by: said_late(due(written), today),
            concern: Some(row),
            draft: None,
            due: None,
        };
        (line.written, late)
    });
    Ok(Few {
        first: late.collect(),
        total: count(office, |room| room.count_unread_between(i64::MIN, to))?,
    })
}

/// What was written before this moment is late.
fn boundary(office: &Office) -> i64 {
    let day = first_in_time(office.around.local().date_naive());
    start_of(day, office.around.zone).unwrap_or(i64::MIN)
}
