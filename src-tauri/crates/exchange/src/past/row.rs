//! A row of a history, read.

use std::fmt;

use domain::when::NaiveDate;

use super::moment::Moment;
use crate::roll::RowProblem;

/// One row.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PastRow {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// Its number there.
    pub number: String,
    /// Whom it is about.
    pub pupil: PastPupil,
    /// Names of other pupils, as written.
    pub linked: Vec<String>,
    /// When it happened.
    pub occurred: Option<Moment>,
    /// When it was written there.
    pub added: Option<Moment>,
    /// Who wrote it there.
    pub added_by: String,
    /// Categories, as written.
    pub categories: Vec<String>,
    /// Short title.
    pub title: String,
    /// What was written.
    pub text: String,
    /// What was done.
    pub actions: Vec<PastAction>,
    /// Status, as written.
    pub status: String,
    /// Level, as written.
    pub level: String,
    /// Where, as written.
    pub place: String,
    /// Names of files that hung on it.
    pub files: Vec<String>,
}

/// A pupil as a row names them.
#[derive(Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct PastPupil {
    /// Forename and surname, as written but forename first.
    pub name: String,
    /// UPN, in capitals.
    pub upn: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Class, as written.
    pub class: String,
    /// Year group, as written.
    pub year: String,
}

/// Something that was done.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PastAction {
    /// When.
    pub at: Option<Moment>,
    /// By whom.
    pub by: String,
    /// What.
    pub text: String,
}

/// A history as read: every row, or the problems and no row.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PastReading {
    /// The rows, in the order of the file. Empty while there is a problem.
    pub rows: Vec<PastRow>,
    /// How many rows hold something.
    pub row_count: usize,
    /// What must be put right first.
    pub problems: Vec<RowProblem>,
    /// How many problems there are in all.
    pub problem_count: usize,
    /// What a person should look at and may let pass.
    pub warnings: Vec<RowProblem>,
    /// How many warnings there are in all.
    pub warning_count: usize,
}

macro_rules! hide_words {
    ($($name:ident),*) => {$(
        // A child's name and words must not reach a log through `{:?}`.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
hide_words!(PastRow, PastPupil, PastAction, PastReading);
