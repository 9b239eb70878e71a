//! What is said of a pupil or an adult by an entry of its own until another entry ends it or takes its place.

use serde::de::DeserializeOwned;

use crate::pupil::PART_REASON;
use crate::step::{EntryId, Step};

/// How such things are written: each sort has its kinds and its part.
pub(crate) struct Sort<T> {
    /// The kind of an entry that says one, or says it anew.
    pub(crate) said: &'static str,
    /// The kind of an entry that ends one.
    pub(crate) ended: &'static str,
    /// The part that holds what is said.
    pub(crate) part: &'static str,
    /// Whether what was read says anything.
    pub(crate) says: fn(&T) -> bool,
}

/// Something that was said, and how it came to an end if it did.
#[derive(Clone, PartialEq, Eq)]
pub struct Stated<T> {
    /// What it says.
    pub what: T,
    /// The entry that wrote it.
    pub step: Step,
    /// Every entry that ended it or took its place, in the order of the history: two laptops may each have one.
    pub ended: Vec<Ended>,
}

/// How something came to an end.
#[derive(Clone, PartialEq, Eq)]
pub struct Ended {
    /// Why.
    pub reason: String,
    /// Another took its place.
    pub replaced: bool,
    /// The entry.
    pub step: Step,
}

impl<T: DeserializeOwned> Sort<T> {
    /// Every one, in the order of the history.
    pub(crate) fn all(&self, steps: &[Step]) -> Vec<Stated<T>> {
        steps
            .iter()
            .filter_map(|step| {
                let ended = steps
                    .iter()
                    .filter_map(|later| self.ending(later, &step.entry));
                Some(Stated {
                    what: self.read(step)?,
                    step: step.clone(),
                    ended: ended.collect(),
                })
            })
            .collect()
    }

    /// Whether a step is one of this sort.
    pub(crate) fn has(&self, step: &Step) -> bool {
        step.kind_version == 1 && (step.kind == self.said || step.kind == self.ended)
    }

    /// Whether a step of this sort can be read: it says something, or ends something with a reason.
    pub(crate) fn is_readable(&self, step: &Step) -> bool {
        self.read(step).is_some()
            || (step.kind == self.ended && !step.text(PART_REASON).trim().is_empty())
    }

    fn read(&self, step: &Step) -> Option<T> {
        if step.kind != self.said || step.kind_version != 1 {
            return None;
        }
        step.json::<T>(self.part).filter(self.says)
    }

    /// How a step ends what an entry wrote. One whose words are gone ends nothing: better that something stands too long
    /// than that "Do not ring Dad" goes without a word.
    fn ending(&self, step: &Step, said: &EntryId) -> Option<Ended> {
        if step.kind_version != 1 || !step.supersedes.contains(said) {
            return None;
        }
        let replaced = self.read(step).is_some();
        let reason = step.text(PART_REASON);
        let ends = replaced || (step.kind == self.ended && !reason.trim().is_empty());
        ends.then(|| Ended {
            reason,
            replaced,
            step: step.clone(),
        })
    }
}

impl<T> std::fmt::Debug for Stated<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stated")
    }
}

impl std::fmt::Debug for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ended")
    }
}
