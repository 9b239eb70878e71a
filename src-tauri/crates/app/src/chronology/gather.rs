//! Everything in a pupil's file, joined in memory only.

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::{ChronologyLine, MOST_IN_A_CHRONOLOGY};

use super::letters::Letters;
use crate::Office;
use crate::wire::Fault;

/// The concerns that name a pupil, of every room whoever is in may open: the pupils' room first, and of each room the
/// oldest first, by when they were written. With it, whether there are older ones that were left out.
pub(crate) fn everything(
    office: &Office,
    pupil: PupilId,
) -> Result<(Vec<(RoomKind, ChronologyLine)>, bool), Fault> {
    everything_in(office, pupil, None)
}

/// The same of one room alone, where one is given.
pub(crate) fn everything_in(
    office: &Office,
    pupil: PupilId,
    only: Option<RoomKind>,
) -> Result<(Vec<(RoomKind, ChronologyLine)>, bool), Fault> {
    let (mut all, mut more) = (Vec::new(), false);
    let records = office.records_of(pupil)?;
    let standing = office.standing_for()?;
    let rooms = office.sitting()?.rooms.iter();
    for (kind, room) in rooms.filter(|(kind, _)| only.is_none_or(|only| only == **kind)) {
        let (mut lines, left_out) = room.chronology_of(&records, MOST_IN_A_CHRONOLOGY)?;
        // Records that are one child are one person in the file, whatever room names which of them.
        for person in lines.iter_mut().flat_map(|line| &mut line.people) {
            person.pupil = person
                .pupil
                .map(|id| standing.get(&id).copied().unwrap_or(id));
        }
        for closed in lines.iter_mut().flat_map(|line| &mut line.line.closed_for) {
            closed.pupil = standing.get(&closed.pupil).copied().unwrap_or(closed.pupil);
        }
        more |= left_out;
        all.extend(lines.into_iter().map(|line| (*kind, line)));
    }
    Ok((all, more))
}

/// Letters for the other children in those concerns, by every name that is known of them now.
pub(crate) fn letters_of(
    office: &Office,
    subject: (PupilId, &Facts),
    all: &[(RoomKind, ChronologyLine)],
) -> Letters {
    let people = all
        .iter()
        .map(|(kind, line)| (*kind, line.people.as_slice()));
    Letters::of(subject, people, |id| office.pupil_facts(id).ok().flatten())
}
