//! What governors and the head may see of the records.

mod log;

pub(crate) use log::lay_out as lay_out_log;
pub use log::{log_sheet, log_sheet_name};
