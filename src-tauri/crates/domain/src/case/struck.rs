//! A step that was written by mistake: it stays to be read, struck through, and counts no more.

use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that strikes a step, or lets it stand again.
pub const STRUCK: &str = "case.struck";
/// The part that holds a [`Struck`]; why stands in the part `reason`.
pub const PART_STRUCK: &str = "struck";

/// Whether a step was written by mistake. Its entry names the step, and what was said of it before.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Struck {
    /// It was; otherwise it stands again.
    pub struck: bool,
}

hide_words!(Struck);
