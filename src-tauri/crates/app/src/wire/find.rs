//! Finding anything.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RoomTag, hide_words};

/// What to look among.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct FindFilter {
    /// Kinds of thing; all when empty.
    pub kinds: Vec<String>,
    /// Happened on or after, `2026-11-10`.
    pub from: Option<String>,
    /// Happened on or before.
    pub to: Option<String>,
}

/// Something found.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FoundItem {
    /// What it is.
    #[ts(type = "\"pupil\" | \"adult\" | \"concern\" | \"file\" | \"person\" | \"register\"")]
    pub kind: &'static str,
    /// Its id; of a file, the concern's.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The words around what was typed.
    pub snippet: String,
    /// When and who.
    pub detail: String,
    /// Its room, when not the pupils'.
    pub room: Option<RoomTag>,
    /// Somebody else of its kind has the same name.
    pub namesake: bool,
    /// Why it was found, when not by the words as written.
    pub why: Option<String>,
}

/// What was found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Found {
    /// The items.
    pub items: Vec<FoundItem>,
    /// There is more.
    pub more: bool,
}

hide_words!(FoundItem);
