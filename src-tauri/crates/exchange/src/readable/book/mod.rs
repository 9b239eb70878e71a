//! Spreadsheets: each sheet as a table with the rows and columns that hold something, by the numbers and letters that the sheet gives them.

mod cells;
mod csv;
mod extent;
mod grid;
mod ods;
mod records;
mod xls;
mod xlsx;

pub(super) use csv::read as read_csv;
pub(super) use ods::read as read_ods;
pub(super) use xls::read as read_xls;
pub(super) use xlsx::read as read_xlsx;
