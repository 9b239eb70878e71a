//! What must not be overlooked in a long file: a concern or a step of it, marked by a lead with a reason.

use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that marks something as significant, or says that it no longer is.
pub const SIGNIFICANCE_SET: &str = "case.significance_set";
/// The part that holds a [`Significance`]; why stands in the part `reason`.
pub const PART_SIGNIFICANCE: &str = "significance";

/// Whether something is significant.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Significance {
    /// The step's entry in hexadecimal; empty for the concern itself.
    pub of: String,
    /// It is; otherwise it no longer is.
    pub significant: bool,
}

hide_words!(Significance);
