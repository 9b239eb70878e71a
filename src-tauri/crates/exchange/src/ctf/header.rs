//! What a transfer file says of itself.

use std::fmt;

use crate::roll::tidy;

/// Who made the file, and when.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct TransferHeader {
    /// "25.0".
    pub version: Option<String>,
    /// The school it comes from, as the file says.
    pub school: Option<String>,
    /// When it was made, as the file says: `2026-07-12T09:30:00`.
    pub made: Option<String>,
}

// A small school's name beside a child's file says much.
impl fmt::Debug for TransferHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransferHeader({:?})", self.version)
    }
}

impl TransferHeader {
    /// Takes in a value of the header by the names of its elements.
    pub(super) fn take(&mut self, path: &[&str], value: &str) {
        let value = tidy(value);
        if value.is_empty() {
            return;
        }
        match path {
            ["ctfversion"] => self.version = Some(value),
            ["datetime"] => self.made = Some(value),
            ["sourceschool", "schoolname"] => self.school = Some(value),
            _ => {}
        }
    }
}
