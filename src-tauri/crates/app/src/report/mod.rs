//! What governors, the head and inspectors may see of the records.

mod charts;
mod days;
mod governors;
mod inspection;
mod kept_file;
mod log;
mod roll;

pub use charts::charts;
pub(crate) use charts::lay_out as lay_out_charts;
pub(crate) use governors::{DRAFT as REPORT_DRAFT, lay_out as lay_out_report, term_of, year_of};
pub use governors::{
    governor_report, keep_report, release_report, release_staff_sheet, released_file,
    released_file_name, report_behind, staff_sheet,
};
pub(crate) use inspection::lay_out as lay_out_inspection;
pub use inspection::{choose_sample, inspection, shown_file, shown_file_name};
pub(crate) use log::lay_out as lay_out_log;
pub use log::{log_sheet, log_sheet_name, logs_monitored, monitor_log};
