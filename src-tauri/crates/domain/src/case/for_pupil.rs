//! A concern that names several pupils can be over for one of them and go on for the others.

use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::PupilId;

/// The kind of an entry that closes a concern for one pupil, or opens it again for them.
pub const FOR_PUPIL_SET: &str = "case.for_pupil_set";
/// The part that holds a [`ForPupil`]; why stands in the part `reason`.
pub const PART_FOR_PUPIL: &str = "for_pupil";

/// Whether a concern is over for one pupil.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForPupil {
    /// Whom.
    pub pupil: PupilId,
    /// Closed; otherwise opened again.
    pub closed: bool,
}

hide_words!(ForPupil);
