//! From the entries about a page to the one that holds.

use super::{EDITED, Edited, PART_EDITED, PART_PAGE};
use crate::case::{Kept, holding, kept};
use crate::step::Step;

/// A page with every version the school wrote of it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct OwnPage {
    /// Every version, oldest first.
    pub versions: Vec<Kept<Edited>>,
    /// Places in `versions` that nothing takes the place of. Two: written on two laptops, and the later in the order of the history holds.
    pub heads: Vec<usize>,
}

impl std::fmt::Debug for OwnPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OwnPage({} versions)", self.versions.len())
    }
}

impl OwnPage {
    /// The version that holds; nothing where ours does.
    pub fn current(&self) -> Option<&Kept<Edited>> {
        self.last().filter(|kept| !kept.what.ours)
    }

    /// What was said last.
    pub fn last(&self) -> Option<&Kept<Edited>> {
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

impl Kept<Edited> {
    /// The page, as text; empty where it went back to ours.
    pub fn page(&self) -> String {
        self.step.text(PART_PAGE)
    }
}

/// Folds the steps about one page, given in the order of the history.
pub fn fold(steps: &[Step]) -> OwnPage {
    let versions = kept::<Edited>(steps, EDITED, PART_EDITED);
    OwnPage {
        heads: holding(&versions),
        versions,
    }
}
