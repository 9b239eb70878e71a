//! A step that was taken: a call, a visit, a talk.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry about a step that was taken.
pub const TAKEN: &str = "case.taken";
/// The part that holds a [`Taken`].
pub const PART_TAKEN: &str = "taken";

/// A step that was taken, at its own time: when it is written down stands in the entry, and the gap is shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Taken {
    /// What was done, in a few words: `Rang Mum (Folake)`.
    pub what: String,
    /// What came of it.
    pub words: String,
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// That time is approximate.
    pub about: bool,
    /// Why it is written down late.
    pub late_reason: String,
    /// Who wrote it in another program it was brought in from: `J. Smith (in CPOMS)`. Empty for what was written here.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub brought_by: String,
}

hide_words!(Taken);
