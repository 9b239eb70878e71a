//! A lead looked at some concerns together and put the hint away, with a reason.

use serde::{Deserialize, Serialize};

use crate::id::ConcernId;

/// The kind of an entry that sets a build-up aside. It is about the newest concern that it rests on in its room.
pub const BUILDUP_SET_ASIDE: &str = "buildup.set_aside";
/// The part that holds a [`SetAside`]; why stands in the part `reason`.
pub const PART_BUILDUP: &str = "buildup";

/// What was set aside. It stays away until a concern joins that was not there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct SetAside {
    /// What sort of thing the concerns have in common.
    pub sort: String,
    /// Which, in the form in which it is compared.
    pub key: String,
    /// The concerns of this room that it rested on.
    pub concerns: Vec<ConcernId>,
    /// Fingerprints of those of other rooms: only who may read both can tell what they stand for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<String>,
    /// The sentence as it stood.
    pub say: String,
}

impl std::fmt::Debug for SetAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SetAside")
    }
}
