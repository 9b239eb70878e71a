//! What records in a bundle speak of and may not hold, and what is answered to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hide_words;

/// Something that a record with no file speaks of.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleMention {
    /// The concern’s id.
    pub concern: String,
    /// Its number.
    pub record_no: String,
    /// What sort of thing: `screenshot`, `letter`.
    pub sort: String,
    /// A few words around it.
    pub around: String,
}

/// What somebody answers.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleAnswer {
    /// The concern’s id, or its number.
    pub concern: String,
    /// What sort of thing.
    pub sort: String,
    /// `elsewhere`, `gone`, `exhibit`, `nothing`; empty where it is not answered.
    #[ts(type = "\"elsewhere\" | \"gone\" | \"exhibit\" | \"nothing\" | \"\"")]
    pub answer: String,
    /// Where it is, why it is gone, or which exhibit.
    pub note: String,
}

hide_words!(BundleMention, BundleAnswer);
