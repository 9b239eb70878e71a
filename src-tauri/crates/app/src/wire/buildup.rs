//! Concerns that are worth a look together.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConcernRow, hide_words};

/// Some concerns that have something in common: one sentence of what was counted, and what it rests on.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BuildUp {
    /// What sort of thing they have in common.
    pub sort: String,
    /// Which, in the form in which it is compared.
    pub key: String,
    /// The sentence.
    pub say: String,
    /// The same without a name.
    pub masked: String,
    /// Every concern it rests on, newest first.
    pub concerns: Vec<ConcernRow>,
}

/// A build-up that was looked at, and why it need not be shown again.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SetAsideForm {
    /// What sort.
    pub sort: String,
    /// Which.
    pub key: String,
    /// The concerns it rested on as it was looked at.
    pub concerns: Vec<String>,
    /// Why.
    pub reason: String,
}

hide_words!(BuildUp, SetAsideForm);
