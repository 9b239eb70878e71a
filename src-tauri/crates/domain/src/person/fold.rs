//! From the entries about an adult to what a person sees.

use super::{AMENDED, Adult, PART_PERSON, PART_REASON, RECORDED};
use crate::id::AdultId;
use crate::step::{EntryId, Step, heads};
use crate::twice::Records;

/// An adult with every version of what was known.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Which.
    pub id: AdultId,
    /// Every version, oldest first.
    pub versions: Vec<Version>,
    /// Places in `versions` that nothing takes the place of.
    pub heads: Vec<usize>,
    /// Other records that are this same adult, and records much like this one that are not.
    pub records: Records<AdultId>,
    /// There are steps that this version cannot read.
    pub needs_newer: bool,
}

/// One version.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// What it says.
    pub facts: Adult,
    /// Why it was corrected.
    pub reason: String,
    /// The step that wrote it.
    pub step: Step,
}

/// Folds the steps about one adult, given in the order of the history. `None` while no version is here.
pub fn fold(id: AdultId, steps: &[Step]) -> Option<Person> {
    let mut versions: Vec<Version> = Vec::new();
    let mut needs_newer = false;
    for step in steps {
        match (
            step.kind.as_str(),
            step.kind_version,
            step.json(PART_PERSON),
        ) {
            (RECORDED | AMENDED, 1, Some(facts)) => versions.push(Version {
                facts,
                reason: step.text(PART_REASON),
                step: step.clone(),
            }),
            _ if Records::<AdultId>::has(step) => {
                needs_newer |= !Records::<AdultId>::is_readable(step);
            }
            _ => needs_newer = true,
        }
    }
    if versions.is_empty() {
        return None;
    }
    let held = heads(
        versions
            .iter()
            .map(|version| (version.step.entry, version.step.supersedes.as_slice())),
    );
    let heads = versions
        .iter()
        .enumerate()
        .filter(|(_, version)| held.contains(&version.step.entry))
        .map(|(place, _)| place)
        .collect();
    Some(Person {
        id,
        versions,
        heads,
        records: Records::all(steps),
        needs_newer,
    })
}

impl Person {
    /// The version shown first: the last head in the order of the history.
    pub fn current(&self) -> Option<&Version> {
        self.heads
            .last()
            .and_then(|place| self.versions.get(*place))
            .or_else(|| self.versions.last())
    }

    /// Entries a correction made now must name as what it takes the place of.
    pub fn head_entries(&self) -> Vec<EntryId> {
        self.heads
            .iter()
            .filter_map(|place| self.versions.get(*place))
            .map(|version| version.step.entry)
            .collect()
    }

    /// Versions that hold beside the one shown first: two laptops wrote one each.
    pub fn beside(&self) -> impl Iterator<Item = &Version> {
        let shown = self.heads.last().copied();
        self.heads
            .iter()
            .filter(move |place| Some(**place) != shown)
            .filter_map(|place| self.versions.get(*place))
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, {} versions)", self.id, self.versions.len())
    }
}

impl std::fmt::Debug for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Version")
    }
}
