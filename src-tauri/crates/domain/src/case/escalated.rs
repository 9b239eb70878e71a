//! A step up the ladder when a referral is not answered, or is answered in a way the school does not accept.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry about a step up the ladder; it names the referral it is about.
pub const ESCALATED: &str = "case.escalated";
/// The part that holds an [`Escalated`].
pub const PART_ESCALATED: &str = "escalated";

/// Somebody further up was asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Escalated {
    /// How far up (vocabulary `escalation_step`).
    pub step: String,
    /// Who was spoken to.
    pub person: String,
    /// What was said.
    pub words: String,
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
}

hide_words!(Escalated);
