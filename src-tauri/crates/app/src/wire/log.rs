//! The log of what was recorded in a period, for governors or the head.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BundleGate, hide_words};

/// A log that somebody wants to see or save.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct LogAsked {
    /// Happened on or after, `2026-09-01`.
    pub from: Option<String>,
    /// Happened on or before.
    pub to: Option<String>,
    /// Only what happened online.
    pub online: bool,
    /// Only what is filed under this category.
    pub category: Option<String>,
    /// How much of each concern is said.
    pub says: LogSays,
    /// What it is made for: it stands on the paper and is kept.
    pub purpose: String,
    /// What was settled, where it names people.
    pub gate: BundleGate,
}

/// How much of each concern a log says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum LogSays {
    /// The month, how many people, what kind, where it stands: nothing by which a child is known.
    #[default]
    Nobody,
    /// The day and the number of the record too: whoever may open the record finds it.
    Numbers,
    /// The six columns of an eSafety incident log, with names and the account.
    Names,
}

/// That somebody looked through a log.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct MonitorForm {
    /// The first day of the log, `2026-09-01`.
    pub from: Option<String>,
    /// Its last day.
    pub to: Option<String>,
    /// Only what happened online.
    pub online: bool,
    /// Only what is filed under this category.
    pub category: Option<String>,
    /// Who looked through it.
    pub by: String,
    /// What they are: `Headteacher`.
    pub role: String,
    /// The day on which they did.
    pub on: Option<String>,
    /// What they remarked.
    pub remarks: String,
}

/// A log that was looked through.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MonitoredView {
    /// The days of the log in words, and what of it was looked through.
    pub days: String,
    /// Who looked through it.
    pub by: String,
    /// What they are.
    pub role: String,
    /// The day on which they did, in words.
    pub on: String,
    /// What they remarked.
    pub remarks: String,
    /// How many concerns of those days there were then.
    pub concerns: u32,
    /// When it was kept, and by whom.
    pub kept: String,
}

hide_words!(LogAsked, MonitorForm, MonitoredView);
