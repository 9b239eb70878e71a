//! A pupil as the school's list has them.

mod content;
mod fold;
mod join;
mod key_fact;
mod tie;
mod upn;

pub use crate::stated::{Ended, Stated};
pub use content::{Elsewhere, Facts, Flag, PART_PUPIL, PART_REASON};
pub use fold::{Differing, Pupil, Version, fold};
pub use join::{APART, APART_ENDED, JOINED, PARTED};
pub use key_fact::{KEY_ENDED, KEY_NOTED, KeyFact, Noted, PART_KEY};
pub use tie::{PART_TIE, TIED, Tie, UNTIED};
pub use upn::{Upn, UpnFault, check_letter};

/// The kind of a pupil's first entry.
pub const RECORDED: &str = "pupil.recorded";
/// The kind of a correction or of news from the school's list.
pub const AMENDED: &str = "pupil.amended";
