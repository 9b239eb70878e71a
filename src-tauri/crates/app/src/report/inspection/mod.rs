//! What inspectors ask for on the first morning: lists made from the record, files worth preparing, and what was shown to whom.

mod choose;
mod concerns;
mod gather;
mod initials;
mod lines;
mod list;
mod paper;
mod pupils;
mod samples;
mod settled;
mod show;
mod shown;

pub use choose::choose_sample;
pub(crate) use paper::lay_out;
pub use show::inspection;
pub use shown::{shown_file, shown_file_name};
