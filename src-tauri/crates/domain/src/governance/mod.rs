//! What was told to governors, the head and inspectors: reports as they went, sheets that a head releases, logs that were monitored,
//! what was shown at an inspection.
//!
//! Each is an entry of its own that nothing takes the place of: what somebody has been told stays told.

mod monitored;
mod released;
mod shown;
mod staff_sheet;

pub use monitored::{LOG_MONITORED, Monitored, PART_MONITORED};
pub use released::{KeptFile, PART_RELEASED, REPORT_RELEASED, Released, Row, Said};
pub use shown::{INSPECTION_SAMPLE, INSPECTION_SHOWN, PART_SAMPLE, PART_SHOWN, SampleFile, Shown};
pub use staff_sheet::{PART_SHEET, STAFF_SHEET, StaffSheet};
