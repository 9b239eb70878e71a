//! Alerts of a filtering or monitoring system, as it exports them to CSV.
//!
//! **What is confirmed.** That Smoothwall Monitor, Senso, Impero and Lightspeed list a time, a user, a device, what was typed or matched,
//! a category and a grade is known from their help pages and from schools' procedures. **What is not:** no page of theirs gives the
//! headings of an export for good, and they change. So every heading is compared with many names, and a person sees and corrects what
//! each was taken for before anything is kept.

mod field;
mod read;

#[cfg(test)]
mod tests;

pub use field::AlertField;
pub use read::{AlertMatching, AlertReading, AlertRow, guess_system, match_alerts, read_alerts};

/// Systems whose lists are known by their headings, and any other.
pub const SYSTEMS: [&str; 5] = [
    "Smoothwall",
    "Senso",
    "Impero",
    "Lightspeed",
    "Another system",
];
