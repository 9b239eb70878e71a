use serde::{Deserialize, Serialize};

use crate::hide_words;

/// The kind of an entry that writes a page of the school's own, or goes back to ours. Why stands in the part `reason`.
pub const EDITED: &str = "guidance.edited";
/// The part that holds an [`Edited`].
pub const PART_EDITED: &str = "edited";
/// The part that holds the page, where there is one.
pub const PART_PAGE: &str = "page";

/// What kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A flowchart.
    #[default]
    Flow,
    /// A checklist.
    Checklist,
    /// A table.
    Matrix,
    /// A register: one of ours with what the school added, or one of its own.
    Register,
}

/// A page of the school's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Edited {
    /// What kind.
    pub sort: Sort,
    /// Its name in the guidance.
    pub page: String,
    /// What it is called.
    pub title: String,
    /// Counts up with every change, ours and the school's.
    pub version: u32,
    /// The version of ours that it was made from.
    pub from_ours: u32,
    /// Ours holds again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ours: bool,
}

hide_words!(Edited);
