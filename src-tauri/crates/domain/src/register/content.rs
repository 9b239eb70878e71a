use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::ConcernId;

/// The kind of an entry that writes a line, or takes the place of it. Its subjects are the line and the concern it is about. Why a line
/// is corrected or struck stands in the part `reason`.
pub const LINE: &str = "register.line";
/// The part that holds a [`Line`].
pub const PART_LINE: &str = "line";

/// A line as it was written.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Line {
    /// The register, by its name in the guidance.
    pub register: String,
    /// What the register is called.
    pub title: String,
    /// What was entered, in the order of the register; what was left empty is not there.
    pub answers: Vec<Answered>,
    /// The concern it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concern: Option<ConcernId>,
    /// It was written by mistake, and does not count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

/// What was entered in one field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Answered {
    /// The field, by its name in the register.
    pub field: String,
    /// What the field was called then.
    pub label: String,
    /// One text, or one for each that was chosen or listed. A day is `2026-11-20`, a moment as in RFC 3339.
    pub lines: Vec<String>,
    /// The moment is approximate.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
}

hide_words!(Line, Answered);
