//! The children of the school as reports and lists count them: each once, whatever number of records was joined.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::id::PupilId;
use domain::pupil::Facts;
use vault::Room;

use crate::wire::Fault;

/// Every child, leavers too.
#[derive(Default)]
pub(super) struct Roll {
    children: BTreeMap<PupilId, Child>,
    stands: HashMap<PupilId, PupilId>,
}

/// A child.
pub(super) struct Child {
    /// What is known, of all records together.
    pub(super) facts: Facts,
    /// The records, the one that stands for all first.
    pub(super) records: Vec<PupilId>,
}

impl Roll {
    /// Reads it.
    pub(super) fn read(room: &Room) -> Result<Self, Fault> {
        let stands = room.standing_for::<PupilId>()?;
        let mut children = BTreeMap::new();
        let mut others: BTreeMap<PupilId, Vec<(PupilId, Facts)>> = BTreeMap::new();
        for line in room.all_pupils()? {
            match stands.get(&line.id) {
                Some(kept) => others.entry(*kept).or_default().push((line.id, line.facts)),
                None => {
                    let child = Child {
                        facts: line.facts,
                        records: vec![line.id],
                    };
                    children.insert(line.id, child);
                }
            }
        }
        for (kept, mut joined) in others {
            joined.sort_by_key(|(id, _)| *id);
            if let Some(child) = children.get_mut(&kept) {
                let theirs = joined.iter().map(|(_, facts)| facts);
                let mut whole = child.facts.together_with(theirs.clone());
                whole.site = whole
                    .site
                    .or_else(|| theirs.clone().find_map(|facts| facts.site.clone()));
                child.facts = whole;
                child.records.extend(joined.iter().map(|(id, _)| *id));
            }
        }
        Ok(Self { children, stands })
    }

    /// Every child, by the record that stands for all.
    pub(super) fn children(&self) -> impl Iterator<Item = (PupilId, &Child)> {
        self.children.iter().map(|(id, child)| (*id, child))
    }

    /// The record that stands for one.
    pub(super) fn whole(&self, id: PupilId) -> PupilId {
        self.stands.get(&id).copied().unwrap_or(id)
    }

    /// The child that a record is of.
    pub(super) fn child(&self, id: PupilId) -> Option<&Child> {
        self.children.get(&self.whole(id))
    }

    /// The site of the child that a record is of.
    pub(super) fn site(&self, id: PupilId) -> Option<&str> {
        self.child(id)?.facts.site.as_deref()
    }
}

/// Whether somebody is on roll on a day: they are not on the day they leave, as the pupils' page has it.
pub(super) fn on_roll(facts: &Facts, day: NaiveDate) -> bool {
    facts.admitted.is_none_or(|came| came <= day) && facts.left_on.is_none_or(|left| day < left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_on_roll_from_the_day_they_come_until_the_day_before_they_leave() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let facts = Facts {
            admitted: Some(day("2026-09-02")),
            left_on: Some(day("2026-12-18")),
            ..Facts::default()
        };

        assert!(!on_roll(&facts, day("2026-09-01")));
        assert!(on_roll(&facts, day("2026-09-02")));
        assert!(on_roll(&facts, day("2026-12-17")));
        assert!(!on_roll(&facts, day("2026-12-18")));
    }
}
