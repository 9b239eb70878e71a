//! The log of a period: one row for each concern, with as much of it as whoever reads it may know.

mod columns;
mod gather;
mod monitored;
mod paper;
mod settled;
mod sheet;

pub(super) use columns::actions;
pub use monitored::{logs_monitored, monitor_log};
pub(crate) use paper::lay_out;
pub use sheet::{log_sheet, log_sheet_name};
