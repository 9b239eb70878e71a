//! What a bundle does not show: what is asked for, and what it comes to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hide_words;

/// What is taken out of a bundle.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleRedact {
    /// Other pupils than those it is about are letters.
    pub letters: bool,
    /// What is removed wherever it stands. With any, it is a redacted edition, and no originals go.
    pub passages: Vec<BundlePassage>,
    /// The originals of its exhibits go all the same; they may name others. Only where nothing is removed but names.
    pub originals: bool,
    /// Pictures that are shown, with areas cut out of them. Others of a redacted edition are on no page.
    // Left away where there are none: editions that were printed before pictures could be cut keep their references.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<BundlePicture>,
}

/// A picture that is shown, without what is cut out of it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundlePicture {
    /// The file, by id.
    pub file: String,
    /// What is cut out.
    pub areas: Vec<BundleArea>,
    /// Whoever makes the bundle looked at all of it, and nothing else is to be removed.
    pub looked: bool,
}

/// A rectangle that is cut out of a picture, in ten-thousandths of its width and height as it stands upright.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleArea {
    /// From the left edge.
    pub left: u32,
    /// From the upper edge.
    pub top: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// Why: the code of a reason.
    pub code: String,
    /// For the school alone.
    pub note: String,
}

/// A passage that is removed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundlePassage {
    /// Its words.
    pub words: String,
    /// Why: the code of a reason.
    pub code: String,
    /// For the school alone.
    pub note: String,
}

/// What a redaction comes to in the chosen records.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RedactionPreview {
    /// Reasons to choose from.
    pub reasons: Vec<RedactionReason>,
    /// Who stays by name.
    pub about: Vec<String>,
    /// Who is which letter.
    pub letters: Vec<RedactionLetter>,
    /// How often each passage stands in the records, in their order; nothing for one that cannot be looked for yet.
    pub counts: Vec<Option<u32>>,
    /// The pictures among the exhibits, in their order.
    pub pictures: Vec<RedactionPicture>,
}

/// A picture among the exhibits.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RedactionPicture {
    /// The file, by id.
    pub file: String,
    /// What it is called.
    pub name: String,
    /// The record it belongs to.
    pub record_no: String,
    /// Why it cannot be shown with areas cut out of it; nothing where it can.
    pub why_not: Option<String>,
}

/// Why something is removed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RedactionReason {
    /// Its code in the schedule.
    pub code: String,
    /// In words.
    pub says: String,
}

/// A pupil who is a letter.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RedactionLetter {
    /// `Child A`.
    pub letter: String,
    /// Who it is.
    pub name: String,
}

/// What a bundle did not show, for the school alone.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleKey {
    /// Its number.
    pub number: String,
    /// The root hash on its receipt.
    pub root: String,
    /// Who was which letter.
    pub letters: Vec<RedactionLetter>,
    /// What was removed.
    pub passages: Vec<BundlePassage>,
    /// What was cut out of pictures.
    pub pictures: Vec<BundlePicture>,
    /// The bundle of the same records of which nothing was removed.
    pub of: Option<RedactionOf>,
}

/// Another bundle.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RedactionOf {
    /// Its number.
    pub number: String,
    /// The root hash on its receipt.
    pub root: String,
}

hide_words!(
    BundleKey,
    BundleRedact,
    BundlePassage,
    BundlePicture,
    BundleArea,
    RedactionPreview,
    RedactionPicture,
    RedactionLetter
);
