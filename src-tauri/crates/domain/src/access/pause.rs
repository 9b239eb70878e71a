use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that says the clock stands still, or goes on.
pub const PAUSED: &str = "access.paused";
/// The part that holds a [`Pause`].
pub const PART_PAUSE: &str = "pause";
/// The kind of an entry that says more time is needed.
pub const EXTENDED: &str = "access.extended";
/// The part that holds an [`Extension`].
pub const PART_EXTENSION: &str = "extension";
/// The longest extension, in months (UK GDPR Art. 12A(4)).
pub const MOST_MONTHS: u32 = 2;

/// The school waits for what it cannot do without to find what is asked for. These days do not count (UK GDPR Art. 12A, as put in by
/// the Data (Use and Access) Act 2025, s. 76).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The day the question was put.
    pub from: NaiveDate,
    /// The day the answer came; none while it is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What was asked.
    #[serde(default)]
    pub why: String,
    /// The entry that first wrote it, in hexadecimal; none in that one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// It was written by mistake, and does not count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

/// The request is complex, or one of many: up to two months more, if the person is told so, and why, within the first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Extension {
    /// How many months more.
    pub months: u32,
    /// Why.
    pub why: String,
    /// The day the person was told; none while they were not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_on: Option<NaiveDate>,
    /// How they were told.
    pub told_how: String,
    /// The entry that first wrote it, in hexadecimal; none in that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// It was written by mistake, and does not count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

hide_words!(Pause, Extension);
