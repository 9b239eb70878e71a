//! A pupil as one row of a list gives them.

use std::fmt;

use domain::when::NaiveDate;

use super::contact::RollContact;
use super::problem::RowProblem;

/// One pupil, read and checked.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RollRow {
    /// The row as a spreadsheet numbers it, or which pupil of a transfer file it is.
    pub row: u32,
    /// Unique pupil number: thirteen characters of the right shape, unique in the list.
    pub upn: Option<String>,
    /// The number they had before this one, where the file says so.
    pub former_upn: Option<String>,
    /// Surname in law; never blank.
    pub legal_surname: String,
    /// First name in law; never blank.
    pub legal_forename: String,
    /// Middle names.
    pub middle_names: Option<String>,
    /// The name they go by, when it is not the legal one.
    pub preferred_forename: Option<String>,
    /// The surname they go by, when it is not the legal one.
    pub preferred_surname: Option<String>,
    /// A surname they had before.
    pub former_surname: Option<String>,
    /// Date of birth; never after the day of reading.
    pub date_of_birth: Option<NaiveDate>,
    /// "Female", "Male", or as the list says.
    pub sex: Option<String>,
    /// Year group in the DfE's codes (`N1`, `N2`, `R`, `1` to `14`), or as the list says.
    pub year: Option<String>,
    /// Class or form.
    pub class: Option<String>,
    /// Site of the school.
    pub site: Option<String>,
    /// When they came to the school.
    pub admitted: Option<NaiveDate>,
    /// When they left it.
    pub left_on: Option<NaiveDate>,
    /// Flags that hold, as ids of the vocabulary `child_status`, sorted.
    pub flags: Vec<&'static str>,
    /// Parents, carers and others to ring, where the file names them, in its order.
    pub contacts: Vec<RollContact>,
}

// A child's name must not reach a log through `{:?}`.
impl fmt::Debug for RollRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RollRow(row {})", self.row)
    }
}

/// A list as read: every row, or the problems and no row.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RollReading {
    /// The pupils, in the order of the list. Empty while there is a problem.
    pub rows: Vec<RollRow>,
    /// How many rows hold something, with or without problems.
    pub row_count: usize,
    /// What must be put right first, in the order of the list; the first [`MOST_SHOWN`](super::MOST_SHOWN).
    pub problems: Vec<RowProblem>,
    /// How many problems there are in all.
    pub problem_count: usize,
    /// What a person should look at and may let pass.
    pub warnings: Vec<RowProblem>,
    /// How many warnings there are in all.
    pub warning_count: usize,
}

impl fmt::Debug for RollReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "RollReading({} rows, {} problems, {} warnings)",
            self.rows.len(),
            self.problem_count,
            self.warning_count
        )
    }
}
