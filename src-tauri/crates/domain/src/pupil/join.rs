//! One child who was on the list twice: two records that are read as one, until somebody says that it was a mistake.
//!
//! Nothing is moved. The record that stays names the other; both keep every entry they have, in every room.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::stated::Sort;
use crate::id::PupilId;

/// The part that holds an [`Other`].
pub const PART_OTHER: &str = "other";
/// The kind of an entry that says that another record is this same child.
pub const JOINED: &str = "pupil.joined";
/// The kind of an entry that takes that back.
pub const PARTED: &str = "pupil.parted";
/// The kind of an entry that says that another record, much like this one, is another child.
pub const APART: &str = "pupil.apart";
/// The kind of an entry that takes that back.
pub const APART_ENDED: &str = "pupil.apart_ended";

/// Joins as they are written.
pub(super) const JOINS: Sort<Other> = Sort {
    said: JOINED,
    ended: PARTED,
    part: PART_OTHER,
    says: |_| true,
};

/// What was looked at and found to be two children.
pub(super) const APARTS: Sort<Other> = Sort {
    said: APART,
    ended: APART_ENDED,
    part: PART_OTHER,
    says: |_| true,
};

/// The other record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Its pupil.
    pub pupil: PupilId,
}

impl Other {
    /// The entry's part.
    pub fn to_part(self) -> (&'static str, Zeroizing<Vec<u8>>) {
        // An id always serialises.
        let content = serde_json::to_vec(&self).unwrap_or_default();
        (PART_OTHER, Zeroizing::new(content))
    }
}
