//! Adults on record: the list, one of them, recording and correcting.

mod list;
mod save;
mod show;

pub use list::adults;
pub use save::save_adult;
pub use show::adult;

pub(crate) use list::{called, row, told_apart, work};
pub(crate) use save::{entry, new_id, read};
