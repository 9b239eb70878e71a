//! A decision with its reasons. "Decided not to refer" is one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that holds a decision.
pub const DECIDED: &str = "case.decided";
/// The part that holds a [`Decision`].
pub const PART_DECISION: &str = "decision";

/// A decision. Earlier ones stay; the newest is the current one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Decision {
    /// What was decided (vocabulary `decision`).
    pub decision: String,
    /// A referral was thought of and decided against.
    pub not_referred: bool,
    /// Why. Every decision has reasons (KCSIE 2026, paragraph 74).
    pub reason: String,
    /// Level of need it rests on (vocabulary `level_of_need`), or empty.
    pub level: String,
    /// Advice that was taken, and from whom.
    pub advice: String,
    /// Who agreed.
    pub agreed_by: String,
    /// What the child said they want.
    pub child_view: String,
    /// When it is looked at again.
    pub review: Option<NaiveDate>,
}

hide_words!(Decision);
