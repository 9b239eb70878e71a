//! One adult who was recorded twice.

use crate::id::AdultId;
use crate::twice::OnRecord;

/// The kind of an entry that says that another record is this same adult.
pub const JOINED: &str = "person.joined";
/// The kind of an entry that takes that back.
pub const PARTED: &str = "person.parted";
/// The kind of an entry that says that another record, much like this one, is another adult.
pub const APART: &str = "person.apart";
/// The kind of an entry that takes that back.
pub const APART_ENDED: &str = "person.apart_ended";

impl OnRecord for AdultId {
    const FIELD: &'static str = "adult";
    const JOINED: &'static str = JOINED;
    const PARTED: &'static str = PARTED;
    const APART: &'static str = APART;
    const APART_ENDED: &'static str = APART_ENDED;

    fn bytes(self) -> [u8; 16] {
        self.0
    }

    fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
}
