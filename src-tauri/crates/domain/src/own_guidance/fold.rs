//! From the entries about a page to the one that holds.

use super::{EDITED, Edited, PART_EDITED, PART_PAGE};
use crate::case::Kept;
use crate::step::Step;
use crate::versions::{self, Versions};

/// A page with every version the school wrote of it.
pub type OwnPage = Versions<Edited>;

impl Versions<Edited> {
    /// The version that holds; nothing where ours does.
    pub fn current(&self) -> Option<&Kept<Edited>> {
        self.last().filter(|kept| !kept.what.ours)
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
    versions::fold(steps, EDITED, PART_EDITED)
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
