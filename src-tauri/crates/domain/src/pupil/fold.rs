//! From the entries about a pupil to what a person sees.

use super::key_fact::{KEY, Noted};
use super::tie::{TIES, Tie};
use super::{AMENDED, Facts, PART_PUPIL, PART_REASON, RECORDED};
use crate::id::PupilId;
use crate::stated::Stated;
use crate::step::{EntryId, Step, heads};
use crate::twice::Records;

/// A pupil with every version of what was known.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// Which.
    pub id: PupilId,
    /// Every version, oldest first.
    pub versions: Vec<Version>,
    /// Places in `versions` that nothing takes the place of.
    pub heads: Vec<usize>,
    /// What must be known first, and what once had to be, oldest first.
    pub key: Vec<Noted>,
    /// Who belongs to them, and who once did, oldest first.
    pub ties: Vec<Stated<Tie>>,
    /// Other records that are this same child, and records much like this one that are not.
    pub records: Records<PupilId>,
    /// It has steps that this version cannot read.
    pub needs_newer: bool,
}

/// One version.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// What it says.
    pub facts: Facts,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// The step that wrote it.
    pub step: Step,
}

/// A field on which versions that both hold do not agree.
#[derive(Clone, PartialEq, Eq)]
pub struct Differing {
    /// The field's name.
    pub field: String,
    /// Value and place in `versions` of each.
    pub values: Vec<(String, usize)>,
}

/// Folds the steps about one pupil, given in the order of the history. `None` while no version is here.
pub fn fold(id: PupilId, steps: &[Step]) -> Option<Pupil> {
    let mut versions: Vec<Version> = Vec::new();
    let mut needs_newer = false;
    for step in steps {
        match (step.kind.as_str(), step.kind_version) {
            (RECORDED | AMENDED, 1) => {
                if let Some(facts) = step.json(PART_PUPIL) {
                    let reason = step.text(PART_REASON);
                    let reason = (!reason.is_empty()).then_some(reason);
                    versions.push(Version {
                        facts,
                        reason,
                        step: step.clone(),
                    });
                }
            }
            // One whose words are gone is not passed over in silence.
            _ if KEY.has(step) => needs_newer |= !KEY.is_readable(step),
            _ if TIES.has(step) => needs_newer |= !TIES.is_readable(step),
            _ if Records::<PupilId>::has(step) => {
                needs_newer |= !Records::<PupilId>::is_readable(step);
            }
            _ => needs_newer = true,
        }
    }
    if versions.is_empty() {
        return None;
    }
    let head_ids: Vec<EntryId> = heads(
        versions
            .iter()
            .map(|version| (version.step.entry, version.step.supersedes.as_slice())),
    );
    let heads = versions
        .iter()
        .enumerate()
        .filter(|(_, version)| head_ids.contains(&version.step.entry))
        .map(|(place, _)| place)
        .collect();
    Some(Pupil {
        id,
        versions,
        heads,
        key: KEY.all(steps),
        ties: TIES.all(steps),
        records: Records::all(steps),
        needs_newer,
    })
}

impl Pupil {
    /// The version shown first: the last head in the order of the history.
    pub fn current(&self) -> Option<&Version> {
        self.heads
            .last()
            .and_then(|place| self.versions.get(*place))
            .or_else(|| self.versions.last())
    }

    /// What must be known first, as it stands now.
    pub fn key_facts(&self) -> impl Iterator<Item = &Noted> {
        self.key.iter().filter(|noted| noted.ended.is_empty())
    }

    /// Who belongs to them now.
    pub fn tied(&self) -> impl Iterator<Item = &Stated<Tie>> {
        self.ties.iter().filter(|tie| tie.ended.is_empty())
    }

    /// Entries a correction made now must name as what it takes the place of.
    pub fn head_entries(&self) -> Vec<EntryId> {
        self.heads
            .iter()
            .filter_map(|place| self.versions.get(*place))
            .map(|version| version.step.entry)
            .collect()
    }

    /// Fields on which the versions that hold do not agree; a person has to choose.
    pub fn differing(&self) -> Vec<Differing> {
        let held: Vec<(usize, serde_json::Map<String, serde_json::Value>)> = self
            .heads
            .iter()
            .filter_map(|place| {
                let facts = &self.versions.get(*place)?.facts;
                let value = serde_json::to_value(facts).ok()?;
                Some((*place, value.as_object()?.clone()))
            })
            .collect();
        let Some((_, first)) = held.first() else {
            return Vec::new();
        };
        first
            .keys()
            .filter(|field| {
                held.iter()
                    .any(|(_, other)| other.get(*field) != first.get(*field))
            })
            .map(|field| Differing {
                field: field.clone(),
                values: held
                    .iter()
                    .map(|(place, fields)| (plain(fields.get(field)), *place))
                    .collect(),
            })
            .collect()
    }
}

fn plain(value: Option<&serde_json::Value>) -> String {
    match value {
        None | Some(serde_json::Value::Null) => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

impl std::fmt::Debug for Pupil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pupil({}, {} versions)", self.id, self.versions.len())
    }
}
