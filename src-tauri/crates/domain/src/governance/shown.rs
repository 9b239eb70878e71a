use serde::{Deserialize, Serialize};

use super::KeptFile;
use crate::disclosure::Days;
use crate::hide_words;
use crate::id::PupilId;

/// The kind of an entry that says what somebody who inspects was shown.
pub const INSPECTION_SHOWN: &str = "inspection.shown";
/// The part that holds a [`Shown`].
pub const PART_SHOWN: &str = "shown";
/// The kind of an entry by which a lead chooses a file to prepare for an inspection, or puts it back. The latest about a pupil holds.
pub const INSPECTION_SAMPLE: &str = "inspection.sample";
/// The part that holds a [`SampleFile`].
pub const PART_SAMPLE: &str = "sample";

/// What somebody who inspects was shown, with its pages as they saw them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Shown {
    /// For whom they inspect: `Ofsted`.
    pub body: String,
    /// Their names.
    pub to: String,
    /// What it was called.
    pub title: String,
    /// The days it was of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
    /// The pupil, where it was one's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pupil: Option<PupilId>,
    /// Pupils stood in it by their names, and with what was written.
    pub names: bool,
    /// How many lines it had.
    pub lines: u64,
    /// Its pages.
    pub file: KeptFile,
}

/// A file that a lead has chosen to prepare.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleFile {
    /// Whose.
    pub pupil: PupilId,
    /// Why it is one: `Child in need`.
    #[serde(default)]
    pub why: String,
    /// It was put back.
    #[serde(default)]
    pub put_back: bool,
}

hide_words!(Shown, SampleFile);
