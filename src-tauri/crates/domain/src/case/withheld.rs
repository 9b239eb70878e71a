//! What stands in the place of something that may never come in: an indecent image of a child, described in words alone.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::hide_words;

/// The kind of an entry that describes an item that was not taken in, or describes it anew.
pub const WITHHELD: &str = "item.withheld";
/// The part that holds a [`Withheld`].
pub const PART_ITEM: &str = "item";

/// An item that stays where it is. There is no file, no name of a file, no hash and no picture of it: whoever wants to see
/// it asks whoever holds it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Withheld {
    /// What it is said to be, in the words of whoever told.
    pub what: String,
    /// The device or the account it is on.
    pub place: String,
    /// Make and model of the device.
    pub make: String,
    /// Its serial number or IMEI.
    pub serial: String,
    /// Where it is now.
    pub kept_at: String,
    /// Who holds it.
    pub held_by: String,
    /// Switched off, or cut off from every network: `yes`, `no`, `unsure` or empty.
    pub isolated: String,
    /// How, or why not.
    pub isolated_note: String,
    /// Who has seen it, and why.
    pub seen_by: String,
    /// Who outside the school was told, each once.
    pub told: Vec<ToldOf>,
}

/// Somebody outside the school who was told of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ToldOf {
    /// One of [`TOLD`].
    pub who: String,
    /// When.
    pub at: Option<DateTime<FixedOffset>>,
    /// Their reference.
    pub reference: String,
}

/// Who is told of such an item.
pub const TOLD: [&str; 4] = ["police", "lado", "ceop", "report_remove"];

hide_words!(Withheld, ToldOf);
