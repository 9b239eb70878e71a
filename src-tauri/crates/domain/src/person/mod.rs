//! An adult on record: a parent, a social worker, a member of staff, or somebody whose name nobody knows.
//!
//! What somebody did stands in the concerns that name them, with a role in each; it is never part of who they are here.

mod content;
mod fold;
mod join;

pub use content::{Adult, PART_PERSON, Reach};
pub use fold::{Person, Version, fold};
pub use join::{APART, APART_ENDED, JOINED, PARTED};

/// The kind of an adult's first entry.
pub const RECORDED: &str = "person.recorded";
/// The kind of a correction.
pub const AMENDED: &str = "person.amended";
/// Why it was corrected.
pub const PART_REASON: &str = "reason";
