//! What a school wrote in another safeguarding program, as that program exports it to CSV.
//!
//! The table is read as a pupil list is ([`crate::roll::decode`]); [`read_table`] finds the headings, [`match_columns`]
//! says what each column holds and [`read_past`] gives every row or every reason why not.
//!
//! **What is confirmed.** That both programs have these fields is known from their help pages and forms: CPOMS a student, an
//! incident, categories, linked students, date and time, status, files and actions added beneath; MyConcern a pupil, a
//! concern summary, a concern date and time, details, location, action taken, a concern number, a level and a case
//! owner. **What is not:** no page of theirs gives the headings of an export, and schools choose the columns. So every
//! heading is compared with many names, and a person sees and corrects what each was taken for before anything is
//! kept.

mod actions;
mod field;
mod matching;
mod moment;
mod read_past;
mod row;

#[cfg(test)]
mod tests;

pub use field::PastField;
pub use matching::{PastMatching, choose_columns, guess_source, match_columns, read_table};
pub use moment::Moment;
pub(crate) use moment::{read_moment, read_time};
pub use read_past::read_past;
pub use row::{PastAction, PastPupil, PastReading, PastRow};
