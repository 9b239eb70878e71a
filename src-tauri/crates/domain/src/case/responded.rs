//! What a school did about a behaviour, beside what its own table says it does.

use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::PupilId;

/// The kind of an entry about the responses that were made.
pub const RESPONDED: &str = "case.responded";
/// The part that holds a [`Responded`]; why it departs from the table stands in the part `reason`.
pub const PART_RESPONDED: &str = "responded";

/// What was done about a behaviour. Everything stands in words: the table may be another in ten years.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Responded {
    /// The table, by its name in the guidance.
    pub table: String,
    /// What it was called.
    pub table_title: String,
    /// The behaviour, by its name in the table.
    pub row: String,
    /// In words.
    pub behaviour: String,
    /// Whose it was, where the concern names several people; nothing where that was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<Whose>,
    /// What the table says is done.
    pub printed: Vec<String>,
    /// What was done of what the table knows.
    pub done: Vec<String>,
    /// What was done besides, and what came of it.
    pub more: String,
}

/// Whose behaviour it was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// A pupil of the school's list.
    Pupil(PupilId),
    /// Somebody else whom the concern names, by what it called them.
    Named(String),
    /// Nobody could say.
    NotKnown,
}

impl Responded {
    /// What the table says and was not done.
    pub fn left_out(&self) -> Vec<&str> {
        without(&self.printed, &self.done)
    }

    /// What was done and the table does not say.
    pub fn beyond(&self) -> Vec<&str> {
        without(&self.done, &self.printed)
    }

    /// Whether something else was done than the table says.
    pub fn departs(&self) -> bool {
        !self.left_out().is_empty() || !self.beyond().is_empty()
    }
}

fn without<'a>(all: &'a [String], others: &[String]) -> Vec<&'a str> {
    all.iter()
        .filter(|one| !others.contains(one))
        .map(String::as_str)
        .collect()
}

hide_words!(Responded, Whose);
