//! Where a concern stands: status, owner, how serious, until when it is looked at again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::concern::Details;
use crate::hide_words;

/// The kind of an entry that says where a concern stands.
pub const STANDING_SET: &str = "case.standing_set";
/// The part that holds a [`Standing`].
pub const PART_STANDING: &str = "standing";

/// Where a concern stands. Words for the ids are in the wording; which status may follow which is in the guidance.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Standing {
    /// Status (vocabulary `record_status`).
    pub status: String,
    /// The lead it is with, by person id.
    pub owner: Option<String>,
    /// `1` to `5` (vocabulary `severity`), or empty: nobody has judged it yet, which is not the same as low.
    pub severity: String,
    /// Level of need (vocabulary `level_of_need`), or empty.
    pub level: String,
    /// When somebody looks at it again.
    pub review: Option<NaiveDate>,
    /// What came of it; needed to close.
    pub conclusion: String,
    /// What was learnt from it; needed to close.
    pub lessons: String,
    /// Whether parents were told (vocabulary `parent_informed`), or empty.
    pub parents: String,
    /// Who was told, when, by whom; or why not.
    pub parents_note: String,
}

impl Standing {
    /// Where a concern stands by its form alone.
    pub fn of_form(details: &Details) -> Self {
        Self {
            status: details.status.clone(),
            owner: details.assigned_to.clone(),
            ..Self::default()
        }
    }
}

hide_words!(Standing);
