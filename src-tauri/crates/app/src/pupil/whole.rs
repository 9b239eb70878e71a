//! One child in all their records: what was joined is read together, in memory only.

use std::collections::HashMap;

use domain::id::PupilId;
use domain::pupil::{Facts, Pupil};
use domain::room::Room as RoomKind;
use vault::ask::Kept;

use crate::Office;
use crate::office::not_a_member;
use crate::wire::Fault;

/// A child with everything that any of their records says.
pub(crate) struct Whole {
    /// The record that stands for all.
    pub(crate) id: PupilId,
    /// That record, with the ties and what must be read first of the others.
    pub(crate) pupil: Pupil,
    /// What is known of them now.
    pub(crate) facts: Facts,
    /// The other records.
    pub(crate) others: Vec<Pupil>,
}

impl Whole {
    /// Every record: the one that stands for all first.
    pub(crate) fn records(&self) -> impl Iterator<Item = PupilId> {
        std::iter::once(self.id).chain(self.others.iter().map(|other| other.id))
    }
}

impl Office {
    /// A child by any of their records. Every entry is verified as it is read.
    pub(crate) fn whole_pupil(&self, id: PupilId) -> Result<Whole, Fault> {
        let room = self.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
        let mut records = room.records_of(id)?.into_iter();
        let id = records.next().unwrap_or(id);
        let mut pupil = room.pupil(id)?;
        let others = records
            .map(|id| room.pupil(id))
            .collect::<Result<Vec<_>, _>>()?;
        let own = &pupil.current().ok_or_else(Fault::stopped)?.facts;
        let theirs = others.iter().filter_map(Pupil::current);
        let facts = own.together_with(theirs.map(|version| &version.facts));
        for other in &others {
            pupil.key.extend(other.key.iter().cloned());
            pupil.ties.extend(other.ties.iter().cloned());
            pupil.needs_newer |= other.needs_newer;
        }
        Ok(Whole {
            id,
            pupil,
            facts,
            others,
        })
    }

    /// Every record of a child or an adult: the one that stands for all first. Who may not read the list knows of one.
    pub(crate) fn records_of<R: Kept>(&self, id: R) -> Result<Vec<R>, Fault> {
        match self.room(RoomKind::Pupils) {
            Some(room) => Ok(room.records_of(id)?),
            None => Ok(vec![id]),
        }
    }

    /// The record that stands for each record that was joined to another.
    pub(crate) fn standing_for<R: Kept>(&self) -> Result<HashMap<R, R>, Fault> {
        match self.room(RoomKind::Pupils) {
            Some(room) => Ok(room.standing_for()?),
            None => Ok(HashMap::new()),
        }
    }

    /// What is known of a pupil now, where this person may read it.
    pub(crate) fn pupil_facts(&self, id: PupilId) -> Result<Option<Facts>, Fault> {
        let Some(room) = self.room(RoomKind::Pupils) else {
            return Ok(None);
        };
        let mut known = Vec::new();
        for record in room.records_of(id)? {
            match room.pupil_line(record) {
                Ok(line) => known.push(line.facts),
                Err(vault::VaultError::NotFound) => {}
                Err(other) => return Err(other.into()),
            }
        }
        let mut known = known.iter();
        Ok(known.next().map(|own| own.together_with(known)))
    }
}
