//! Devices and other things that a school holds: what they are, and whose hands they went through.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LabelledLine, hide_words};

/// What is said of a device or another thing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct HeldForm {
    /// What it is: `her telephone, black`.
    pub what: String,
    /// Make and model.
    pub make: String,
    /// Serial number, IMEI or asset number, as far as it can be read from outside.
    pub serial: String,
    /// Whose it is.
    pub owner: String,
    /// Who usually uses it, where that is somebody else.
    pub user: String,
    /// Where it was found.
    pub found_where: String,
    /// Who found it.
    pub found_by: String,
    /// When, RFC 3339.
    pub found: String,
    /// What was typed for that; kept in a draft, not signed.
    pub found_text: String,
    /// In which state it was: on, off, locked, charging, what stood on its screen.
    pub state: String,
    /// Bag or envelope, and the number of its seal.
    pub packing: String,
}

/// What happened to a thing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct PassedForm {
    /// What.
    #[ts(
        type = "\"taken\" | \"stored\" | \"handed\" | \"opened\" | \"sealed\" | \"police\" | \"returned\" | \"missing\" | \"\""
    )]
    pub event: String,
    /// When, RFC 3339.
    pub at: String,
    /// What was typed for that; kept in a draft, not signed.
    pub at_text: String,
    /// Who had it after that: name and role, of the police with number.
    pub to: String,
    /// Where it was kept after that.
    pub place: String,
    /// In which state it was, or was left.
    pub state: String,
    /// Bag or envelope, and the number of its seal.
    pub packing: String,
    /// The number of the receipt that was given for it.
    pub receipt: String,
    /// Why, and on whose word.
    pub words: String,
}

/// A device or another thing, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HeldView {
    /// Its entry.
    pub entry: String,
    /// What it is.
    pub what: String,
    /// Everything else, each with its label.
    pub lines: Vec<LabelledLine>,
    /// Who wrote it, when.
    pub by: String,
    /// As it was written, to be put right.
    pub form: HeldForm,
    /// How often it has been put right.
    pub amended: u32,
    /// What happened to it.
    pub custody: CustodyView,
}

/// What happened to a thing, in the order in which it happened.
#[derive(Clone, Default, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CustodyView {
    /// Where it is now, in a sentence; nothing where nobody has said anything.
    pub now: String,
    /// The school does not have it any more.
    pub gone: bool,
    /// Everything that happened, and every gap.
    pub lines: Vec<CustodyLine>,
}

/// One thing that happened, or a gap in what is known.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CustodyLine {
    /// Its entry, where it is one that a lead may mark as written by mistake; nothing for a gap.
    pub entry: Option<String>,
    /// When, in words.
    pub at: String,
    /// What: `Handed over`; of a gap, the sentence that says so.
    pub what: String,
    /// Who had it after that.
    pub to: String,
    /// The rest, in sentences.
    pub detail: String,
    /// Who wrote it.
    pub by: String,
    /// That it was written by mistake: who said so, when, and why.
    pub struck: Option<String>,
}

hide_words!(HeldForm, PassedForm, HeldView, CustodyView, CustodyLine);
