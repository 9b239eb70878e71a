//! A school's list of pupils, as any management information system exports it.
//!
//! [`decode`] turns bytes into text, [`Table::read`] finds the columns, [`match_columns`] says what each holds, and
//! [`read_rows`] gives either every row or every reason why not. A list is never half taken in: while there is one
//! problem there are no rows.
//!
//! Nothing here stands in a log: rows have no visible `Debug`, and problems name a row and a column, never a cell's
//! words.

mod contact;
mod decode;
mod field;
mod flags;
mod headings;
mod layout;
mod match_columns;
mod names;
mod problem;
mod quotes;
mod read_cells;
mod read_date;
mod read_rows;
mod row;
mod table;
mod year_group;

#[cfg(test)]
mod tests;

pub use contact::{RollContact, RollPhone};
pub(crate) use decode::decode_text;
pub use decode::{Decoded, decode};
pub use field::Field;
pub use match_columns::{Matching, choose_columns, match_columns};
pub use problem::{MOST_SHOWN, RowProblem};
pub use read_rows::read_rows;
pub use row::{RollReading, RollRow};
pub use table::Table;

pub(crate) use decode::{LIMIT, unmarked_utf_16, utf_16};
pub(crate) use headings::bare;
pub(crate) use names::{split_name, tidy};
pub(crate) use problem::Problems;
pub(crate) use quotes::faults;
pub(crate) use read_cells::{Cells, Speech};
pub(crate) use read_date::{Kind, read_date};
pub(crate) use read_rows::Seen;
pub(crate) use table::{Rows, letters};
