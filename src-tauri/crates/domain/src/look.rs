//! Who looked at what: reading is recorded as well as writing.

use serde::{Deserialize, Serialize};

/// The kind of an entry that says somebody looked.
pub const LOOKED: &str = "looked";
/// The part that holds a [`Look`].
pub const LOOK: &str = "look";

/// What was looked at. It names its subject inside the part, not in the header, so that reading about a child
/// adds nothing to the child's own chain.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// `concern`, `pupil`, `file`, `search`, `list`, `file_taken_out`, `backup`, `kit`; `listed` of a concern of which a
    /// line left on a paper and nobody read the rest for it, `handover` of a sheet of such lines.
    pub what: String,
    /// The id of what was looked at, where there is one.
    pub id: Option<String>,
    /// What was searched for, or where a copy went (never a path).
    pub detail: Option<String>,
}

// A search may hold a child's name.
impl std::fmt::Debug for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Look({})", self.what)
    }
}

/// The kind of an entry that says what happened to an account.
pub const ACCOUNT_NOTED: &str = "account.noted";
/// The part that holds an [`AccountNote`].
pub const NOTE: &str = "note";

/// Something that happened to somebody's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountNote {
    /// Whose.
    pub person: String,
    /// Their name then.
    pub name: String,
    /// Their role then.
    pub role: String,
    /// `invited`, `joined`, `closed`, `password_changed`, `kit_rehearsed`, `kit_renewed`, `recovered`, `wrong_passwords`, `rolled_back`.
    pub event: String,
    /// A reason or a number, in words.
    pub detail: Option<String>,
}

/// The kind of an entry that keeps when 999 was rung.
pub const DANGER_RUNG: &str = "danger.rung";
/// The part that holds a [`Call`].
pub const CALL: &str = "call";

/// A call to 999 or 101. Nothing in it has to be filled in but the time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// When "We have rung" was pressed, RFC 3339.
    pub rung_at: String,
    /// The log number the police gave.
    pub log_number: Option<String>,
    /// Who answered.
    pub spoke_to: Option<String>,
    /// About whom, in the words of the person who rang.
    pub about: Option<String>,
    /// It was pressed by mistake: nobody rang at that time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Call")
    }
}
