//! Pupils: the list, one of them, corrections, and lists brought in from the school's own system.

mod bring_in;
mod list;
mod save;
mod show;

pub use bring_in::{preview_pupil_list, take_pupil_list};
pub use list::pupils;
pub use save::save_pupil;
pub use show::pupil;

pub(crate) use list::row;
