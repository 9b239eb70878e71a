//! Spreadsheets: each sheet as a table with the rows and columns that hold something, by the numbers and letters that the sheet gives them.

mod csv;
mod grid;
mod moment;
mod ods;
mod parts;
mod sst;
mod styles;
mod xls;
mod xls_cells;
mod xlsx;
mod xlsx_cells;

pub(super) use csv::read as read_csv;
pub(super) use ods::read as read_ods;
pub(super) use parts::{about, locked};
pub(super) use xls::read as read_xls;
pub(super) use xlsx::read as read_xlsx;
