//! People who were asked, after a concern was passed on, to look at it.

use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that asks more people to look.
pub const TOLD: &str = "case.told";
/// The part that holds a [`Told`].
pub const PART_TOLD: &str = "told";

/// Who was asked, and what was said with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Told {
    /// Whom, by person id.
    pub people: Vec<String>,
    /// A line for them, or nothing.
    pub words: String,
}

hide_words!(Told);
