//! References of exhibits: a thing that has one keeps it, and nothing gets one that was given before.

use std::collections::{BTreeMap, BTreeSet};

use domain::evidence::{Exhibit, GIVEN, PART_EXHIBIT, are_initials, initials};
use domain::id::PersonId;
use rand_core::RngCore;
use vault::{NewEntry, Room};
use zeroize::Zeroizing;

use crate::wire::Fault;

/// Whose initials are whose, how far each has counted, and what is given now.
pub(super) struct References {
    taken: BTreeMap<String, PersonId>,
    last: BTreeMap<String, u32>,
    used: BTreeSet<String>,
    given: Vec<Exhibit>,
}

impl References {
    /// As they stand.
    pub(super) fn of(room: &Room) -> Result<Self, Fault> {
        let numbers = room.exhibit_numbers()?;
        Ok(Self {
            taken: numbers
                .iter()
                .filter(|(initials, _)| are_initials(initials))
                .map(|(initials, (person, _))| (initials.clone(), *person))
                .collect(),
            last: numbers
                .into_iter()
                .map(|(initials, (_, number))| (initials, number))
                .collect(),
            used: BTreeSet::new(),
            given: Vec::new(),
        })
    }

    /// The same thing under its reference: the one it has, or the next of whoever produces it.
    pub(super) fn of_this(&mut self, room: &Room, thing: Exhibit) -> Result<Exhibit, Fault> {
        let before = room.exhibit_of(thing.file)?.filter(|exhibit| {
            // What stands there is somebody's entry, and no more than that.
            exhibit.is_sound()
                && exhibit.producer == thing.producer
                && exhibit.concern == thing.concern
                && exhibit.state == thing.state
                && !self.used.contains(&exhibit.reference())
        });
        let exhibit = match before {
            Some(exhibit) => exhibit,
            None => {
                let initials = initials(&thing.name, thing.producer, &self.taken);
                self.taken.insert(initials.clone(), thing.producer);
                let number = self.last.entry(initials.clone()).or_default();
                *number = number.checked_add(1).ok_or_else(Fault::stopped)?;
                let exhibit = Exhibit {
                    initials,
                    number: *number,
                    ..thing
                };
                self.given.push(exhibit.clone());
                exhibit
            }
        };
        self.used.insert(exhibit.reference());
        Ok(exhibit)
    }

    /// The entries that give those that are new.
    pub(super) fn entries(self, rng: &mut dyn RngCore) -> Result<Vec<NewEntry>, Fault> {
        let entry = |exhibit: Exhibit| {
            let mut id = [0; 16];
            rng.fill_bytes(&mut id);
            let part = serde_json::to_vec(&exhibit).map_err(|_| Fault::stopped())?;
            Ok(NewEntry {
                kind: GIVEN,
                subjects: vec![id, exhibit.concern.0],
                supersedes: Vec::new(),
                happened: None,
                parts: vec![(PART_EXHIBIT, Zeroizing::new(part))],
                blobs: Vec::new(),
            })
        };
        self.given.into_iter().map(entry).collect()
    }
}
