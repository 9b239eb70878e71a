use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that says where was looked.
pub const SEARCHED: &str = "access.searched";
/// The part that holds a [`Search`].
pub const PART_SEARCH: &str = "search";

/// Where was looked for what is held, and what was found: a search must be reasonable and proportionate (UK GDPR Art. 15(1A)), and nobody
/// can say that it was who did not write it down.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Search {
    /// Where.
    #[serde(rename = "where")]
    pub place: String,
    /// With what words, names and dates.
    pub words: String,
    /// Who looked.
    pub by: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// What was found: `nothing` is something to say.
    pub found: String,
    /// The entry that first wrote it, in hexadecimal; none in that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// It was written by mistake, and does not count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

hide_words!(Search);
