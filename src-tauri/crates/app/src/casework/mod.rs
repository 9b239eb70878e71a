//! What is done about a concern after it was written: steps taken, things to do, decisions, referrals, where it stands.

mod add;
mod custody;
mod days;
mod deadlines;
mod draft;
mod held;
mod late;
mod marks;
mod marks_show;
mod marks_thread;
mod read;
mod response;
mod show;
mod standing;
mod thread;
mod whose;
mod withheld;

pub use add::add_to_case;
pub use deadlines::{count_due, deadlines};
pub use draft::keep_addition;
pub use whose::whose;

pub(crate) use add::entry_of_form;
pub(crate) use custody::withheld_way;
pub(crate) use days::counted_by;
pub(crate) use deadlines::late;
pub(crate) use draft::title_of;
pub(crate) use held::{lines as held_lines, thing as held_thing, way_of as held_way};
pub(crate) use marks::may_strike;
pub(crate) use marks_show::significant;
pub(crate) use marks_thread::{all_with_marks, every_step, in_summary};
pub(crate) use read::past;
pub(crate) use show::{case_view, due_said, name_of};
pub(crate) use thread::{CaseStep, KINDS, steps};
pub(crate) use withheld::{
    entry_of as withheld_entry, item as withheld_item, lines as withheld_lines,
};
