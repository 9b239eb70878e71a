//! Pupils: the list, one of them, corrections, and lists brought in from the school's own system.

mod bring_in;
mod facts;
mod key_fact;
mod list;
mod list_file;
mod save;
mod show;

pub use bring_in::{preview_pupil_list, take_pupil_list};
pub use facts::{PupilFacts, pupil_facts, pupil_id};
pub use key_fact::{end_key_fact, save_key_fact};
pub use list::pupils;
pub use save::save_pupil;
pub use show::pupil;

pub(crate) use list::{facts_row, row};
