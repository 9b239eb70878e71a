//! Concerns that name somebody as a pupil is called, and do not say that it is this pupil: written by somebody who could not
//! choose from the list, and not linked by anybody since.

use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, ConcernLine};

use crate::Office;
use crate::wire::Fault;

/// How many are looked for in each room under each name.
const MOST: u32 = 60;

/// Those of every room whoever is in may open, the newest first. `names` are what the pupil is called; `all` is what is in
/// the file already.
pub(crate) fn unlinked(
    office: &Office,
    names: &[String],
    all: &[(RoomKind, ChronologyLine)],
) -> Result<Vec<(RoomKind, ConcernLine)>, Fault> {
    let mut found: Vec<(RoomKind, ConcernLine)> = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        for name in names {
            for line in room.naming_nobody(name, MOST)? {
                let known = all.iter().any(|(_, known)| known.line.id == line.line.id)
                    || found.iter().any(|(_, known)| known.id == line.line.id);
                if !known {
                    found.push((*kind, line.line));
                }
            }
        }
    }
    found.sort_by_key(|(_, line)| std::cmp::Reverse(line.row));
    Ok(found)
}
