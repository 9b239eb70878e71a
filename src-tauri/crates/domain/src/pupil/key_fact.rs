//! What must be known before anything is done about a pupil: "Do not ring Dad."
//!
//! Each is an entry of its own, so that two laptops can add one each and neither is lost. A change names the one it takes
//! the place of; one that no longer holds is ended by an entry with a reason. Nothing is overwritten.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PART_REASON;
use crate::step::{EntryId, Step};

/// The part that holds a [`KeyFact`].
pub const PART_KEY: &str = "key";
/// The kind of an entry that says one, or says it anew.
pub const KEY_NOTED: &str = "pupil.key_noted";
/// The kind of an entry that ends one.
pub const KEY_ENDED: &str = "pupil.key_ended";

/// Something to read first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct KeyFact {
    /// The words.
    pub say: String,
    /// The day on which somebody should ask whether it still holds.
    pub review: Option<NaiveDate>,
}

/// A key fact as it was written, and how it came to an end if it did.
#[derive(Clone, PartialEq, Eq)]
pub struct Noted {
    /// What it says.
    pub fact: KeyFact,
    /// Why it was written in the place of another.
    pub reason: Option<String>,
    /// The entry that wrote it.
    pub step: Step,
    /// The entry that ended it or took its place.
    pub ended: Option<Ended>,
}

/// How a key fact came to an end.
#[derive(Clone, PartialEq, Eq)]
pub struct Ended {
    /// Why.
    pub reason: String,
    /// Another took its place.
    pub replaced: bool,
    /// The entry.
    pub step: Step,
}

/// Every key fact of a pupil, in the order of the history.
pub(super) fn noted(steps: &[Step]) -> Vec<Noted> {
    steps
        .iter()
        .filter(|step| step.kind == KEY_NOTED && step.kind_version == 1)
        .filter_map(|step| {
            Some(Noted {
                fact: step.json(PART_KEY)?,
                reason: Some(step.text(PART_REASON)).filter(|reason| !reason.is_empty()),
                step: step.clone(),
                ended: steps
                    .iter()
                    .find(|later| ends(later, &step.entry))
                    .map(|later| Ended {
                        reason: later.text(PART_REASON),
                        replaced: later.kind == KEY_NOTED,
                        step: later.clone(),
                    }),
            })
        })
        .collect()
}

fn ends(step: &Step, noted: &EntryId) -> bool {
    [KEY_NOTED, KEY_ENDED].contains(&step.kind.as_str())
        && step.kind_version == 1
        && step.supersedes.contains(noted)
}

impl std::fmt::Debug for Noted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Noted")
    }
}

impl std::fmt::Debug for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ended")
    }
}

impl std::fmt::Debug for KeyFact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyFact")
    }
}
