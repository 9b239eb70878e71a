//! One child who was on the list twice.

use crate::id::PupilId;
use crate::twice::OnRecord;

/// The kind of an entry that says that another record is this same child.
pub const JOINED: &str = "pupil.joined";
/// The kind of an entry that takes that back.
pub const PARTED: &str = "pupil.parted";
/// The kind of an entry that says that another record, much like this one, is another child.
pub const APART: &str = "pupil.apart";
/// The kind of an entry that takes that back.
pub const APART_ENDED: &str = "pupil.apart_ended";

impl OnRecord for PupilId {
    const FIELD: &'static str = "pupil";
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
