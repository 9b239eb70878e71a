//! What was told to governors and the head: reports as they went, sheets that a head releases, logs that were monitored.
//!
//! Each is an entry of its own that nothing takes the place of: what somebody has been told stays told.

mod monitored;
mod released;
mod staff_sheet;

pub use monitored::{LOG_MONITORED, Monitored, PART_MONITORED};
pub use released::{KeptFile, PART_RELEASED, REPORT_RELEASED, Released, Row, Said};
pub use staff_sheet::{PART_SHEET, STAFF_SHEET, StaffSheet};

/// What the kinds of these entries begin with.
pub const KINDS: [&str; 3] = [REPORT_RELEASED, STAFF_SHEET, LOG_MONITORED];
