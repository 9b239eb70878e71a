//! Requests, those that go on first.

use chrono::NaiveDate;
use domain::access::Access;
use domain::id::{AccessId, PupilId};
use domain::room::Room as RoomKind;
use vault::VaultError;
use vault::ask::AccessLine;

use super::clock::clock;
use super::{may, request_of};
use crate::office::not_a_member;
use crate::rights::Right;
use crate::wire::{AccessClock, AccessRow, Fault};
use crate::{Office, say};

/// More than a school has in ten years.
const MOST: u32 = 500;
/// So many of those that go on are looked at for the few that are shown.
const OPEN: u32 = 60;

/// Every request for a pupil's file: those that go on by when they are due, then the others, the latest first.
pub fn access_requests(office: &Office) -> Result<Vec<AccessRow>, Fault> {
    let mut open = Vec::new();
    let mut ended = Vec::new();
    for line in may(office)?.access_requests(MOST)? {
        let (due, row) = read(office, &line)?;
        if line.open {
            open.push((due, row));
        } else {
            ended.push(row);
        }
    }
    open.sort_by_key(|(due, _)| *due);
    let open = open.into_iter().map(|(_, row)| row);
    Ok(open.chain(ended).collect())
}

/// Those that are not answered, the soonest due first; none for whoever may not work on them.
pub(crate) fn open_requests(office: &Office, most: usize) -> Result<Vec<AccessRow>, Fault> {
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(Vec::new());
    };
    if !crate::rights::may(office.sitting()?.role(), Right::AllPupilRecords) {
        return Ok(Vec::new());
    }
    let mut open = Vec::new();
    for line in room
        .access_requests(OPEN)?
        .into_iter()
        .filter(|line| line.open)
    {
        open.push(read(office, &line)?);
    }
    open.sort_by_key(|(due, _)| *due);
    Ok(open.into_iter().map(|(_, row)| row).take(most).collect())
}

/// Requests for a pupil's file by all their records, those that go on first; none for whoever may not work on them.
pub(crate) fn requests_of(
    office: &Office,
    records: impl Iterator<Item = PupilId>,
) -> Result<Vec<AccessRow>, Fault> {
    let Some(room) = office.room(RoomKind::Pupils) else {
        return Ok(Vec::new());
    };
    if !crate::rights::may(office.sitting()?.role(), Right::AllPupilRecords) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for record in records {
        for line in room.access_requests_of(record)? {
            all.push((!line.open, read(office, &line)?.1));
        }
    }
    all.sort_by_key(|(ended, _)| *ended);
    Ok(all.into_iter().map(|(_, row)| row).collect())
}

/// A request of a list. One that is not as it was signed keeps nobody from the others, and says so itself.
fn read(office: &Office, line: &AccessLine) -> Result<(NaiveDate, AccessRow), Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    match room.access_request(line.id) {
        Ok(access) => row(office, line.id, &access),
        Err(VaultError::Tampered(_)) => {
            let facts = office.pupil_facts(line.pupil)?;
            let clock = AccessClock {
                stands: "late",
                say: "This is not as it was signed".to_owned(),
                notes: Vec::new(),
            };
            let row = AccessRow {
                id: line.id.to_string(),
                number: String::new(),
                pupil: line.pupil.to_string(),
                pupil_name: facts.as_ref().map(|facts| facts.name()).unwrap_or_default(),
                class: facts.and_then(|facts| facts.class).unwrap_or_default(),
                who: String::new(),
                received: String::new(),
                clock,
            };
            Ok((NaiveDate::MIN, row))
        }
        Err(other) => Err(other.into()),
    }
}

/// A request as a list has it, with when it is due; what waits for proof comes last.
pub(super) fn row(
    office: &Office,
    id: AccessId,
    access: &Access,
) -> Result<(NaiveDate, AccessRow), Fault> {
    let request = request_of(access)?;
    let facts = office.pupil_facts(request.pupil)?;
    let (clock, counted) = clock(office, access);
    let row = AccessRow {
        id: id.to_string(),
        number: request.number.clone(),
        pupil: request.pupil.to_string(),
        pupil_name: facts.as_ref().map(|facts| facts.name()).unwrap_or_default(),
        class: facts.and_then(|facts| facts.class).unwrap_or_default(),
        who: request.who.clone(),
        received: say::date(request.received, office.this_year()),
        clock,
    };
    Ok((counted.due.unwrap_or(NaiveDate::MAX), row))
}
