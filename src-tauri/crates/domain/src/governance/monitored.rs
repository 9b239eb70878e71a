use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::disclosure::Days;
use crate::hide_words;

/// The kind of an entry that says that somebody looked through the log of some days, or through a register (eSafety policies: termly).
pub const LOG_MONITORED: &str = "governors.log_monitored";
/// The part that holds a [`Monitored`].
pub const PART_MONITORED: &str = "monitored";

/// That the log of some days, or a register, was looked through.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitored {
    /// The days of the log.
    pub days: Days,
    /// The register that was looked through; nothing for the log of concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// Of the log of concerns, only what happened online was looked through.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// Of the log of concerns, only what was filed under this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Who looked through it.
    pub by: String,
    /// What they are: `Headteacher`, `Safeguarding governor`.
    #[serde(default)]
    pub role: String,
    /// The day on which they did.
    pub on: NaiveDate,
    /// What they remarked.
    #[serde(default)]
    pub remarks: String,
    /// How many concerns of those days there were then, or lines of the register.
    #[serde(default)]
    pub concerns: u64,
}

hide_words!(Monitored);
