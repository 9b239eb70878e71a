//! What today asks of whoever is in.

use super::drafts::drafts;
use super::due;
use super::duties::duties;
use super::live::{live, told, untriaged, waiting};
use super::reviews::reviews;
use super::unread::{in_time, late};
use crate::Office;
use crate::wire::{Fault, LateLine, Today};

/// How many of each are shown; how many there are is said beside them.
const UNREAD: u32 = 6;
const LATE: u32 = 8;
const UNTRIAGED: u32 = 8;
const LIVE: u32 = 8;
const WAITING: u32 = 8;
const TOLD: u32 = 6;
const WEEK: u32 = 8;
const REVIEWS: u32 = 6;
const TOGETHER: usize = 5;
const WALKS: u32 = 5;
const ACCESS: usize = 5;

/// Today, for whoever is in. Somebody who reads no records has their own drafts here and nothing else of the record:
/// they have no room to ask.
///
/// A concern is acknowledged by a lead on the school day it was passed on (rule `dsl_ack_same_day` of
/// `guidance/deadlines.toml`); one that nobody has read by then is late.
pub fn today(office: &mut Office) -> Result<Today, Fault> {
    let unread = in_time(office, UNREAD)?;
    let unread_late = late(office, LATE)?;
    let untriaged = untriaged(office, UNTRIAGED)?;
    let live = live(office, LIVE)?;
    let waiting = waiting(office, WAITING)?;
    let drafts = drafts(office)?;
    let due_late = due::late(office, LATE)?;

    let (tomorrow_day, tomorrow) = due::tomorrow(office, WEEK)?;

    let late_total = u32::try_from(drafts.late.len())
        .unwrap_or(u32::MAX)
        .saturating_add(unread_late.total)
        .saturating_add(due_late.total);
    let mut late: Vec<(i64, LateLine)> = unread_late.first;
    late.extend(drafts.late);
    late.extend(due_late.first);
    late.sort_by_key(|(since, _)| *since);
    late.truncate(LATE as usize);
    Ok(Today {
        day: office.around.local().format("%A %-d %B").to_string(),
        calls: crate::office::calls(office)?,
        unread: unread.first,
        unread_total: unread.total,
        late: late.into_iter().map(|(_, line)| line).collect(),
        late_total,
        waiting: waiting.first,
        waiting_total: waiting.total,
        answers: due::answers(office, WAITING)?,
        tomorrow_day,
        tomorrow,
        week: due::this_week(office, WEEK)?,
        untriaged: untriaged.first,
        untriaged_total: untriaged.total,
        live: live.first,
        live_total: live.total,
        told: told(office, TOLD)?,
        drafts: drafts.today,
        walks: crate::guide::under_way(office, WALKS)?,
        checklists: crate::guide::open_checklists(office, WALKS)?,
        reviews: reviews(office, REVIEWS)?,
        together: crate::buildup::of_today(office, TOGETHER)?,
        access: crate::access::open_requests(office, ACCESS)?,
        clocks: crate::guide::registers_coming(office)?,
        duties: duties(office)?,
    })
}
