//! A pupil as the school's list has them.

mod content;
mod fold;
mod key_fact;
mod upn;

pub use content::{Facts, Flag, PART_PUPIL, PART_REASON};
pub use fold::{Differing, Pupil, Version, fold};
pub use key_fact::{Ended, KEY_ENDED, KEY_NOTED, KeyFact, Noted, PART_KEY};
pub use upn::{Upn, UpnFault, check_letter};

/// The kind of a pupil's first entry.
pub const RECORDED: &str = "pupil.recorded";
/// The kind of a correction or of news from the school's list.
pub const AMENDED: &str = "pupil.amended";
