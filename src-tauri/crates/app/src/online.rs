//! Names used online: the same one in two concerns is pointed out, in the rooms that whoever is in may open.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::ask::{ConcernLine, OnlineLine};

use crate::Office;
use crate::concern::row;
use crate::rights::{Right, need};
use crate::wire::{ConcernRow, Fault, OnlineName, SeenBefore};

/// How many names a page has.
const NAMES: u32 = 100;
/// How many concerns are read for one name.
const MOST: u32 = 200;
/// How many other concerns stand beside a name on a concern.
const BESIDE: usize = 5;

/// Names, numbers and addresses used online, the one that was named last first; joined in memory only.
pub fn online_names(office: &mut Office, query: &str) -> Result<Vec<OnlineName>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let mut names: BTreeMap<String, (OnlineLine, RoomKind, u32)> = BTreeMap::new();
    for (kind, room) in &office.sitting()?.rooms {
        for line in room.online_names(query, NAMES)? {
            let count = line.concerns;
            match names.get_mut(&line.mark) {
                Some((known, of, total)) => {
                    *total += count;
                    if line.newest > known.newest {
                        (*known, *of) = (line, *kind);
                    }
                }
                None => {
                    names.insert(line.mark.clone(), (line, *kind, count));
                }
            }
        }
    }
    let mut names: Vec<_> = names.into_values().collect();
    names.sort_by_key(|(line, ..)| Reverse(line.newest));
    names.truncate(NAMES as usize);
    let mut shown = Vec::new();
    for (line, kind, concerns) in names {
        let room = office.room(kind).ok_or_else(Fault::stopped)?;
        let Some(newest) = room.concerns_online(&line.mark, 1)?.first().cloned() else {
            continue;
        };
        shown.push(OnlineName {
            newest: row(office, kind, room, &newest),
            mark: line.mark,
            shown: line.shown,
            service: line.service,
            concerns,
        });
    }
    Ok(shown)
}

/// Every concern that names the same thing online, newest first.
pub fn online_name(office: &mut Office, mark: &str) -> Result<Vec<ConcernRow>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let lines = naming(office, mark)?;
    rows(office, &lines)
}

/// For each name of a concern that others name too: which.
pub(crate) fn seen_before(
    office: &Office,
    kind: RoomKind,
    id: ConcernId,
) -> Result<Vec<SeenBefore>, Fault> {
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let own = room.concern_line(id)?.row;
    let mut seen = Vec::new();
    for (mark, shown) in room.online_of(own)? {
        let mut others = naming(office, &mark)?;
        others.retain(|(_, line)| line.id != id);
        if others.is_empty() {
            continue;
        }
        let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
        others.truncate(BESIDE);
        seen.push(SeenBefore {
            shown,
            concerns: rows(office, &others)?,
            count,
        });
    }
    Ok(seen)
}

fn naming(office: &Office, mark: &str) -> Result<Vec<(RoomKind, ConcernLine)>, Fault> {
    let mut lines = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        let found = room.concerns_online(mark, MOST)?;
        lines.extend(found.into_iter().map(|line| (*kind, line)));
    }
    lines.sort_by_key(|(_, line)| Reverse(line.row));
    Ok(lines)
}

fn rows(office: &Office, lines: &[(RoomKind, ConcernLine)]) -> Result<Vec<ConcernRow>, Fault> {
    lines
        .iter()
        .map(|(kind, line)| {
            let room = office.room(*kind).ok_or_else(Fault::stopped)?;
            Ok(row(office, *kind, room, line))
        })
        .collect()
}
