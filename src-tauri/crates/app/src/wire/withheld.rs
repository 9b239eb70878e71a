//! An item that was not taken in, described in words; and the handwritten page a concern began on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CustodyView, hide_words};

/// What is said of an item that stays where it is.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct WithheldForm {
    /// What it is said to be.
    pub what: String,
    /// The device or the account it is on.
    pub place: String,
    /// Make and model.
    pub make: String,
    /// Serial number or IMEI.
    pub serial: String,
    /// Where it is now.
    pub kept_at: String,
    /// Who holds it.
    pub held_by: String,
    /// Switched off or cut off.
    #[ts(type = "\"yes\" | \"no\" | \"unsure\" | \"\"")]
    pub isolated: String,
    /// How, or why not.
    pub isolated_note: String,
    /// Who has seen it, and why.
    pub seen_by: String,
    /// Who outside the school was told.
    pub told: Vec<ToldForm>,
}

/// Somebody outside the school who was told.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct ToldForm {
    /// Who.
    #[ts(type = "\"police\" | \"lado\" | \"ceop\" | \"report_remove\"")]
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
    /// What was typed for it; kept in a draft, not signed.
    pub at_text: String,
    /// Their reference.
    pub reference: String,
}

/// An item, as shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WithheldView {
    /// Its entry.
    pub entry: String,
    /// What it is said to be.
    pub what: String,
    /// Everything else, each with its label.
    pub lines: Vec<LabelledLine>,
    /// Who wrote it, when.
    pub by: String,
    /// As it was written, to be put right.
    pub form: WithheldForm,
    /// How often it has been put right.
    pub amended: u32,
    /// What happened to the device it is on.
    pub custody: CustodyView,
}

/// A label and what it says.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct LabelledLine {
    /// The label.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// The blank form on which a concern was first written by hand.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct PaperOrigin {
    /// The number printed on it.
    pub number: String,
    /// Where the handwritten page is kept.
    pub kept_at: String,
    /// When it was written, RFC 3339.
    pub written: String,
    /// What was typed for that; kept in a draft, not signed.
    pub written_text: String,
}

/// What is known of the number of a form.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PaperFound {
    /// The number as it is printed.
    pub number: String,
    /// The record that has it already.
    pub used: Option<PaperUsed>,
}

/// The record that a form has joined.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PaperUsed {
    /// Its id.
    pub id: String,
    /// Its number.
    pub record_no: String,
    /// Who brought it in.
    pub by: String,
    /// When, in words.
    pub at: String,
}

hide_words!(
    WithheldForm,
    ToldForm,
    WithheldView,
    LabelledLine,
    PaperOrigin,
    PaperFound,
    PaperUsed
);
