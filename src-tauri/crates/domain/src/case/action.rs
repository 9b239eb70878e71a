//! Something to do, with an owner and a day.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Counted;
use crate::hide_words;

/// The kind of an entry that sets something to do, or sets it anew.
pub const ACTION_SET: &str = "case.action_set";
/// The part that holds an [`Action`].
pub const PART_ACTION: &str = "action";
/// The kind of an entry that says an action was done, or will not be.
pub const ACTION_ENDED: &str = "case.action_ended";
/// The part that holds an [`ActionEnd`].
pub const PART_END: &str = "end";

/// Something to do.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Action {
    /// What.
    pub what: String,
    /// Who, by person id.
    pub owner: Option<String>,
    /// By when. A day without a time is kept as its last minute.
    pub due: Option<DateTime<FixedOffset>>,
    /// Only the day was meant.
    pub whole_day: bool,
    /// How that was counted, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

/// How something to do came to an end.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ActionEnd {
    /// It was done; otherwise it is not needed any more.
    pub done: bool,
    /// What came of it, or why it is not needed.
    pub words: String,
    /// When it was done.
    pub at: Option<DateTime<FixedOffset>>,
}

hide_words!(Action, ActionEnd);
