//! The rows of a log, from the pupils' records alone: what is about adults who work here is reported by whoever keeps it.

use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::ask::ConcernQuery;

use super::columns;
use super::settled::Settled;
use crate::Office;
use crate::concern::start_of;
use crate::wire::{Fault, LogAsked, LogSays};

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;
/// The most rows of a log on paper.
pub(super) const MOST_ON_PAPER: usize = 20_000;
/// The most rows of a log as a spreadsheet.
pub(super) const MOST_IN_A_SHEET: usize = 250_000;
/// The status of what was recorded by mistake.
const ERROR: &str = "error";

/// What is known of a log beside its rows.
#[derive(Default)]
pub(super) struct Found {
    /// The concerns that are in it by number or name.
    pub(super) concerns: Vec<(RoomKind, String)>,
    /// How many were recorded by mistake, and are left out.
    pub(super) by_mistake: usize,
}

/// Hands over a row for every concern that happened on the days, the oldest first, a cell for each column of [`columns::heads`].
pub(super) fn gather(
    office: &Office,
    asked: &LogAsked,
    settled: &Settled,
    most: usize,
    row: &mut dyn FnMut(Vec<String>) -> Result<(), Fault>,
) -> Result<Found, Fault> {
    let all = in_order(office, settled, most)?;
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let category = asked.category.as_deref().filter(|id| !id.is_empty());
    let mut found = Found::default();
    let total = all.len() as u64;
    for (done, id) in all.into_iter().enumerate() {
        office
            .watch()
            .step("Reading the records", done as u64, total)?;
        let concern = room.concern(id)?;
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
        let line = room.concern_line(id)?;
        row(match asked.says {
            LogSays::Names => columns::named(office, &line)?,
            LogSays::Nobody | LogSays::Numbers => {
                columns::nameless(office, &concern, &line, asked.says)
            }
        })?;
        if asked.says != LogSays::Nobody {
            found.concerns.push((RoomKind::Pupils, id.to_string()));
        }
    }
    Ok(found)
}

/// The concerns of the days by when they happened. No more than their ids is held of a year of them.
fn in_order(office: &Office, settled: &Settled, most: usize) -> Result<Vec<ConcernId>, Fault> {
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
        all.extend(
            page.lines
                .iter()
                .map(|line| (line.occurred.unwrap_or(line.written), line.row, line.id)),
        );
        if all.len() > most {
            return Err(Fault::field(
                "from",
                format!("There are more than {most} concerns. Choose fewer days"),
            ));
        }
        if !page.more {
            break;
        }
    }
    all.sort_unstable_by_key(|(at, row, _)| (*at, *row));
    Ok(all.into_iter().map(|(_, _, id)| id).collect())
}
