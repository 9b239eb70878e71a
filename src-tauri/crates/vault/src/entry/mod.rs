//! Entries in a room's file: written here, taken in from elsewhere, read back and checked.

mod append;
mod destroyed;
mod give;
mod read;
mod take;
mod write;

pub use take::Taken;
pub use write::{NewEntry, Pen, Stamp, Subjects};

pub(crate) use append::Joined;
pub(crate) use destroyed::{carry_out, may_consent, strip};
pub(crate) use read::{Stored, entries_of, entry_by_id, kinds_of, stored, to_step};
