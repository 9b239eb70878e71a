//! What a register asks of a line as it is signed: what is filled in by itself, and what must not be missing.

use serde::{Deserialize, Serialize};

use crate::read::Id;

/// A field that is filled in by itself where nothing was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FillRule {
    /// The field.
    pub field: Id,
    /// Fields whose day is taken; the first that is filled in holds. Where none is, the day on which the line was first written.
    pub from: Vec<Id>,
    /// What of that day.
    pub at: FillAt,
    /// Only of lines in which this field says this.
    pub when: WhenIs,
    /// What is said of it beside the field before anything is signed.
    pub say: String,
}

/// What of a day is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FillAt {
    /// Its last minute.
    EndOfDay,
}

/// A field that must not be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeedRule {
    /// The field.
    pub field: Id,
    /// Only of lines in which this field says this.
    pub when: WhenIs,
    /// What is said where it is missing.
    pub say: String,
}

/// What a field says: one of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenIs {
    /// The field.
    pub field: Id,
    /// What it says.
    pub is: Vec<Id>,
}

/// One line of a register as a paper of its own, signed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// What the paper is called.
    pub title: String,
    /// Who signs it, a row of lines each.
    pub sign: Vec<String>,
}
