//! What is counted: events of one kind each, with what is true of them and where they stand in the record.

mod concerns;
mod people;
pub(super) mod referrals;
mod registers;
mod requests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::disclosure::{Days, Event, Leaf};
use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;
use vault::Room;

use crate::report::roll::Roll;
use crate::wire::Fault;
use crate::{Office, say};

pub(super) use people::{TRAINING, caseload, of_people, trained};
pub(super) use registers::{day as registers_day, lines as lines_of, said, things};

/// Where what was counted stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// A concern.
    Concern(ConcernId),
    /// A pupil.
    Pupil(PupilId),
    /// A line of a register.
    Register(&'static str),
}

/// Events of one kind.
#[derive(Default)]
pub(super) struct Stream {
    /// In no order that matters.
    pub(super) events: Vec<Event>,
    /// Where each of them stands.
    pub(super) sources: Vec<Source>,
}

impl Stream {
    pub(super) fn put(&mut self, source: Source, day: NaiveDate, site: &str, leaves: Vec<Leaf>) {
        self.sources.push(source);
        self.events.push(Event {
            day,
            site: site.to_owned(),
            leaves,
        });
    }
}

/// The streams by name.
pub(super) type Streams = BTreeMap<String, Stream>;

/// Everything that happened from the first of some days to the last. The names of the streams are kept with what was released, and
/// never change.
pub(super) fn gather(office: &Office, days: Days) -> Result<Streams, Fault> {
    let room = pupils_room(office)?;
    let roll = Roll::read(room)?;
    let mut all = Streams::new();
    concerns::gather(office, room, days, &roll, &mut all)?;
    referrals::gather(office, room, days, &roll, &mut all)?;
    registers::gather(office, room, &mut all)?;
    requests::gather(office, room, &mut all)?;
    Ok(all)
}

pub(super) fn pupils_room(office: &Office) -> Result<&Room, Fault> {
    office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)
}

/// The site at which something happened: that of the pupil it is filed under.
fn site_of(roll: &Roll, pupil: Option<PupilId>) -> &str {
    pupil.and_then(|pupil| roll.site(pupil)).unwrap_or_default()
}

/// The day of a moment.
pub(super) fn day_of(office: &Office, ms: i64) -> Option<NaiveDate> {
    say::at(ms, office.around.zone).map(|at| at.date_naive())
}

/// From the first moment of the first day to the first of the day after the last, milliseconds.
fn moments(office: &Office, days: Days) -> (i64, i64) {
    let start = |day: NaiveDate| crate::concern::start_of(day, office.around.zone);
    let after = days.to.succ_opt().and_then(start);
    (
        start(days.from).unwrap_or(i64::MIN),
        after.unwrap_or(i64::MAX),
    )
}

/// A cell of a table that has each event once.
pub(super) fn part(table: &str, cell: &str) -> Leaf {
    Leaf::Part {
        table: table.to_owned(),
        cell: cell.to_owned(),
    }
}

/// Something true of an event.
pub(super) fn some(of: impl Into<String>) -> Leaf {
    Leaf::Some { of: of.into() }
}
