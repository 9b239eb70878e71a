//! The rows of a log, from the pupils' records alone: what is about adults who work here is reported by whoever keeps it.

use domain::room::Room as RoomKind;
use vault::ask::{ConcernLine, ConcernQuery};

use super::columns;
use super::settled::Settled;
use crate::Office;
use crate::concern::start_of;
use crate::wire::{Fault, LogAsked, LogSays};

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;
/// The most rows of one log.
const MOST: usize = 20_000;
/// The status of what was recorded by mistake.
const ERROR: &str = "error";

/// The rows of a log.
pub(super) struct Rows {
    /// A cell for each column of [`columns::heads`].
    pub(super) rows: Vec<Vec<String>>,
    /// The concerns that are in it by number or name.
    pub(super) concerns: Vec<(RoomKind, String)>,
    /// How many were recorded by mistake, and are left out.
    pub(super) by_mistake: usize,
}

/// Every concern that happened on the days, the oldest first.
pub(super) fn gather(office: &Office, asked: &LogAsked, settled: &Settled) -> Result<Rows, Fault> {
    let lines = lines(office, settled)?;
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let category = asked.category.as_deref().filter(|id| !id.is_empty());
    let mut found = Rows {
        rows: Vec::new(),
        concerns: Vec::new(),
        by_mistake: 0,
    };
    for (done, line) in lines.iter().enumerate() {
        office
            .watch()
            .step("Reading the records", done as u64, lines.len() as u64)?;
        let concern = room.concern(line.id)?;
        let details = concern.current().map(|version| &version.content.details);
        let wanted = details.is_some_and(|details| {
            (!asked.online || columns::is_online(details))
                && category.is_none_or(|id| details.categories.iter().any(|one| one == id))
        });
        if !wanted {
            continue;
        }
        if concern.standing().status == ERROR {
            found.by_mistake += 1;
            continue;
        }
        found.rows.push(match asked.says {
            LogSays::Names => columns::named(office, line)?,
            LogSays::Nobody | LogSays::Numbers => {
                columns::nameless(office, &concern, line, asked.says)
            }
        });
        if asked.says != LogSays::Nobody {
            found.concerns.push((RoomKind::Pupils, line.id.to_string()));
        }
    }
    Ok(found)
}

fn lines(office: &Office, settled: &Settled) -> Result<Vec<ConcernLine>, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let zone = office.around.zone;
    let (first, last) = settled.days;
    let mut query = ConcernQuery {
        from: start_of(first, zone),
        to: last.succ_opt().and_then(|day| start_of(day, zone)),
        oldest_first: true,
        limit: AT_A_TIME,
        ..ConcernQuery::default()
    };
    let mut all = Vec::new();
    loop {
        let page = room.concerns(&query)?;
        query.before = page.lines.last().map(|line| line.row);
        all.extend(page.lines);
        if all.len() > MOST {
            return Err(Fault::field(
                "from",
                format!("There are more than {MOST} concerns. Choose fewer days"),
            ));
        }
        if !page.more {
            break;
        }
    }
    all.sort_by_key(|line| (line.occurred.unwrap_or(line.written), line.row));
    Ok(all)
}
