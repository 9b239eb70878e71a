//! Everything in a pupil's file, joined in memory only.

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::ChronologyLine;

use super::letters::Letters;
use crate::Office;
use crate::wire::Fault;

/// Every concern that names a pupil, of every room whoever is in may open: the pupils' room first, and of each room the
/// oldest first, by when they were written. Letters go by this order.
pub(crate) fn everything(
    office: &Office,
    pupil: PupilId,
) -> Result<Vec<(RoomKind, ChronologyLine)>, Fault> {
    let mut all = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        let lines = room.chronology_of(pupil)?;
        all.extend(lines.into_iter().map(|line| (*kind, line)));
    }
    Ok(all)
}

/// Letters for the other children in those concerns, by every name that is known of them now.
pub(crate) fn letters_of(
    office: &Office,
    subject: (PupilId, &Facts),
    all: &[(RoomKind, ChronologyLine)],
) -> Letters {
    let people = all.iter().map(|(_, line)| line.people.as_slice());
    Letters::of(subject, people, |id| office.pupil_facts(id).ok().flatten())
}
