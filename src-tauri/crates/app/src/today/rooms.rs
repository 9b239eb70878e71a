//! A question put to every room whoever is in may open; the answers are joined in memory only.

use vault::ask::ConcernLine;
use vault::{Room, VaultError};

use crate::Office;
use crate::concern::row;
use crate::wire::{ConcernRow, Fault};

/// Some of something, and how many there are in all.
pub(super) struct Few<T> {
    pub(super) first: Vec<T>,
    pub(super) total: u32,
}

/// The first few lines of all rooms together, in the order of writing; each room gives at most as many.
pub(super) fn lines(
    office: &Office,
    newest_first: bool,
    most: u32,
    ask: impl Fn(&Room) -> Result<Vec<ConcernLine>, VaultError>,
) -> Result<Vec<(ConcernLine, ConcernRow)>, Fault> {
    let mut all = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        for line in ask(room)? {
            let row = row(office, *kind, room, &line);
            all.push((line, row));
        }
    }
    all.sort_by_key(|(line, _)| line.row);
    if newest_first {
        all.reverse();
    }
    all.truncate(most as usize);
    Ok(all)
}

/// How many there are in all rooms together.
pub(super) fn count(
    office: &Office,
    ask: impl Fn(&Room) -> Result<u64, VaultError>,
) -> Result<u32, Fault> {
    let mut total: u64 = 0;
    for room in office.sitting()?.rooms.values() {
        total = total.saturating_add(ask(room)?);
    }
    Ok(u32::try_from(total).unwrap_or(u32::MAX))
}

/// The rows alone.
pub(super) fn rows(lines: Vec<(ConcernLine, ConcernRow)>) -> Vec<ConcernRow> {
    lines.into_iter().map(|(_, row)| row).collect()
}
