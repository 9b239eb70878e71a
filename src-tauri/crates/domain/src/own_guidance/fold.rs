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
    /// There are entries that this version cannot read: one of them may be the page that holds.
    pub needs_newer: bool,
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
        needs_newer: versions.len() < steps.len(),
        versions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PersonId;
    use crate::step::Author;

    fn edited(number: u8, kind_version: u32, part: Option<&str>) -> Step {
        Step {
            entry: [number; 32],
            supersedes: Vec::new(),
            kind: EDITED.to_owned(),
            kind_version,
            critical: false,
            author: Author {
                person: PersonId([1; 16]),
                name: "Ruth Calloway".to_owned(),
                user: "ruth".to_owned(),
                role: "dsl".to_owned(),
            },
            number: u64::from(number),
            written: "2026-11-10T10:00:00Z".parse().unwrap(),
            clock_note: None,
            parts: vec![(
                PART_EDITED.to_owned(),
                part.map(|part| part.as_bytes().to_vec()),
            )],
            blobs: Vec::new(),
        }
    }

    #[test]
    fn a_version_that_cannot_be_read_is_said_and_not_passed_over() {
        let read = edited(1, 1, Some(r#"{"page":"a","version":2}"#));
        assert!(!fold(&[]).needs_newer);
        assert!(!fold(std::slice::from_ref(&read)).needs_newer);
        for odd in [edited(2, 2, Some("{}")), edited(2, 1, None)] {
            let page = fold(&[read.clone(), odd]);
            assert!(page.needs_newer && page.versions.len() == 1);
        }
    }
}
