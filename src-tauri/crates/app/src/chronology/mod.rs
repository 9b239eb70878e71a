//! A pupil's file in the order in which things happened: concerns of every room one may open, flags, coming and leaving.

mod done;
mod filter;
mod gather;
mod item;
mod letters;
mod milestone;
mod show;
mod unlinked;

pub use show::chronology;
pub use unlinked::may_belong;

pub(crate) use filter::day_of;
pub(crate) use gather::{everything, everything_in, letters_of};
pub(crate) use item::{about_another, named, time};
pub(crate) use letters::{Letters, is_child, mask};
pub(crate) use milestone::{Milestone, Said, milestones};
pub(crate) use unlinked::unlinked;
