//! Pupils: the list, one of them, corrections, and lists brought in from the school's own system.

mod around;
mod bring_in;
mod contacts;
mod facts;
mod key_fact;
mod links;
mod list;
mod list_file;
mod marks;
mod save;
mod show;
mod tie;
mod whole;

pub use around::around;
pub use bring_in::{preview_pupil_list, take_pupil_list};
pub use facts::{PupilFacts, pupil_facts, pupil_id};
pub use key_fact::{end_key_fact, save_key_fact};
pub use links::links;
pub use list::pupils;
pub use marks::{all_marks, body_build, body_drawing};
pub use save::save_pupil;
pub use show::pupil;
pub use tie::{end_tie, save_tie};

pub(crate) use around::{everybody_around, relation};
pub(crate) use links::all_links;
pub(crate) use list::{facts_row, row, told_apart};
pub(crate) use marks::{MARKS_LOOK, middle_of};
pub(crate) use whole::Whole;
