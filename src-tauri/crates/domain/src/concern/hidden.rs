//! A file that should never have come in: kept out of everybody's sight, and said why.

use serde::{Deserialize, Serialize};

/// The kind of an entry that keeps a file out of sight. It names the entry that added the file as what it replaces.
pub const FILE_HIDDEN: &str = "file.hidden";
/// The part that holds a [`Hidden`].
pub const PART_HIDDEN: &str = "hidden";

/// Why nobody is to see a file. The bytes stay where they are, encrypted: only the police say what becomes of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Hidden {
    /// Why.
    pub reason: String,
    /// Who was told that it came in.
    pub told: String,
    /// Who had seen it by then.
    pub seen_by: String,
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden")
    }
}
