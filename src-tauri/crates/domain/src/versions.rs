//! Something that is written anew as a whole: every version stays, and the last holds.

use serde::de::DeserializeOwned;

use crate::case::{Kept, holding, kept};
use crate::step::Step;

/// Every version of one thing.
#[derive(Clone, PartialEq, Eq)]
pub struct Versions<T> {
    /// Every version, oldest first.
    pub versions: Vec<Kept<T>>,
    /// Places in `versions` that nothing takes the place of. Two: written on two laptops, and the later in the order of the history holds.
    pub heads: Vec<usize>,
    /// There are entries that this version of the program cannot read: one of them may be the one that holds.
    pub needs_newer: bool,
}

impl<T> std::fmt::Debug for Versions<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Versions({})", self.versions.len())
    }
}

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self {
            versions: Vec::new(),
            heads: Vec::new(),
            needs_newer: false,
        }
    }
}

impl<T> Versions<T> {
    /// What was said last.
    pub fn last(&self) -> Option<&Kept<T>> {
        let place = self.heads.last()?;
        self.versions.get(*place)
    }

    /// Entries that a new version takes the place of.
    pub fn head_entries(&self) -> Vec<[u8; 32]> {
        let heads = self.heads.iter();
        heads
            .filter_map(|place| Some(self.versions.get(*place)?.step.entry))
            .collect()
    }
}

/// Folds the steps about one thing, given in the order of the history: those of a kind, with what their part says.
pub(crate) fn fold<T: DeserializeOwned>(steps: &[Step], kind: &str, part: &str) -> Versions<T> {
    let versions = kept::<T>(steps, kind, part);
    Versions {
        heads: holding(&versions),
        needs_newer: versions.len() < steps.len(),
        versions,
    }
}
