//! Who belongs to a pupil: parents and carers, brothers and sisters, the people of other agencies.
//!
//! Each is an entry of its own under the pupil, naming the adult or the other child, so that two laptops can add one each.
//! Parental responsibility stands here and not with the adult: one has it for a child.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::id::{AdultId, PupilId};
use crate::stated::Sort;

/// The part that holds a [`Tie`].
pub const PART_TIE: &str = "tie";
/// The kind of an entry that says who belongs to a pupil, or says it anew.
pub const TIED: &str = "pupil.tied";
/// The kind of an entry that ends one.
pub const UNTIED: &str = "pupil.untied";

/// Ties as they are written.
pub(super) const TIES: Sort<Tie> = Sort {
    said: TIED,
    ended: UNTIED,
    part: PART_TIE,
    says: |tie| tie.adult.is_some() || tie.pupil.is_some(),
};

/// Somebody who belongs to a pupil.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Tie {
    /// The adult.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adult: Option<AdultId>,
    /// The other child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pupil: Option<PupilId>,
    /// What they are to the pupil (vocabularies `family_relation`, `agency_relation`).
    pub relation: String,
    /// Parental responsibility: `yes`, `no`, or empty where nobody has asked.
    pub responsibility: String,
    /// Lives with the pupil: `yes`, `part`, `no`, or empty.
    pub lives_with: String,
    /// Whom to ring first: 1, 2, 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u8>,
    /// May be rung about the pupil: `yes`, `ask` (ask a lead first) or `no`.
    pub ring: String,
    /// What must be known before they are rung, or anything else.
    pub note: String,
    /// Since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

impl Tie {
    /// The entry's part.
    pub fn to_part(&self) -> (&'static str, Zeroizing<Vec<u8>>) {
        // A plain struct of words, ids and a day always serialises.
        let content = serde_json::to_vec(self).unwrap_or_default();
        (PART_TIE, Zeroizing::new(content))
    }

    /// The id of whom it names.
    pub fn whom(&self) -> Option<[u8; 16]> {
        self.adult
            .map(|adult| adult.0)
            .or(self.pupil.map(|pupil| pupil.0))
    }
}

impl std::fmt::Debug for Tie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tie")
    }
}
