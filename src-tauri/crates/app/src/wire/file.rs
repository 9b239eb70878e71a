//! A file that is looked at, and one that nobody is to see any more.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Reader, hide_words};

/// A file that is open to be looked at. Its bytes are asked for by the token.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FileOpened {
    /// What to ask for its bytes by.
    pub token: String,
    /// How it is shown.
    #[ts(type = "\"pdf\" | \"picture\" | \"text\" | \"sound\" | \"film\" | \"none\"")]
    pub kind: &'static str,
    /// The media type its bytes are handed to the window as.
    pub media: String,
    /// Why it is not shown, in a sentence.
    pub why: Option<String>,
    /// Id.
    pub id: String,
    /// Name when it came.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// In words.
    pub size_text: String,
    /// Hash at intake.
    pub sha256: String,
    /// Where it came from.
    pub source: Option<String>,
    /// Who added it.
    pub added_by: String,
    /// When.
    pub added_at: String,
    /// The concern it belongs to.
    pub concern: String,
    /// The number of that.
    pub record_no: String,
    /// Who has looked at it or taken it out, each with when.
    pub seen: Vec<Reader>,
}

/// The words of a text.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TextShown {
    /// The words.
    pub text: String,
    /// The encoding they came in.
    pub encoding: String,
    /// This is all of it.
    pub whole: bool,
}

/// Keeps a file out of everybody's sight.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HideForm {
    /// Which.
    pub file: String,
    /// Why.
    pub reason: String,
    /// Who was told that it came in.
    pub told: String,
    /// Who had seen it.
    pub seen_by: String,
}

/// A file that nobody is to see any more.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HiddenShown {
    /// Why.
    pub reason: String,
    /// Who was told.
    pub told: String,
    /// Who had seen it.
    pub seen_by: String,
    /// Who said so, and when.
    pub by: String,
}

hide_words!(FileOpened, TextShown, HideForm, HiddenShown);
