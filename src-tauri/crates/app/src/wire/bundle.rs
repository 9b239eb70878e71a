//! Bundles of evidence: what is asked for, and what was made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BundleRedact, Problem, RedactionLetter, hide_words};

/// What goes into a bundle, for whom, and what was settled before.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleSpec {
    /// Of what.
    pub select: BundleSelect,
    /// Who asked.
    pub request: BundleRequest,
    /// What was settled.
    pub gate: BundleGate,
    /// `continuous`: from the first page to the last.
    pub numbering: String,
    /// As one zip file besides, for a portal that takes files and no folders.
    pub zip: bool,
    /// What is taken out of it; nothing where it shows everything.
    pub redact: Option<BundleRedact>,
}

/// Which records.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleSelect {
    /// Pupils by id: everything about them.
    pub pupils: Vec<String>,
    /// Concerns by id, besides.
    pub concerns: Vec<String>,
    /// Happened on or after, `2026-01-01`.
    pub from: Option<String>,
    /// Happened on or before.
    pub to: Option<String>,
}

/// Who asked, and for what.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleRequest {
    /// The police force.
    pub force: String,
    /// The officer.
    pub officer: String,
    /// Collar or warrant number.
    pub number: String,
    /// Crime or log number.
    pub crime_reference: String,
    /// On what basis.
    pub legal_basis: String,
    /// What exactly was asked for.
    pub scope: String,
}

/// What was settled before it leaves.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleGate {
    /// Why it is needed, and no more than needed.
    pub need: String,
    /// Who in the school agreed.
    pub authority: String,
    /// To whom it goes.
    pub recipient: String,
    /// How it was made sure who they are.
    pub verified_by: String,
    /// By what way it goes.
    pub channel: String,
}

/// What a bundle would hold.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundlePreview {
    /// Its concerns, in the order in which they happened.
    pub concerns: Vec<BundleConcern>,
    /// References its exhibits would have.
    pub exhibits: Vec<String>,
    /// How large the exhibits are together, in words.
    pub size: String,
    /// How many other pupils are named in it, in words; empty where none is.
    pub others: String,
    /// What would not be in it.
    pub left_out: Vec<BundleLeftOut>,
}

/// A concern in it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleConcern {
    /// Its number.
    pub record_no: String,
    /// Whom it is about.
    pub about: String,
    /// What kind it is.
    pub category: String,
    /// When it happened, in words.
    pub at: String,
}

/// Something that would not be in it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleLeftOut {
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
    /// It is not held at all.
    pub not_held: bool,
}

/// What was typed for one and not made.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleKept {
    /// As it stood.
    pub spec: BundleSpec,
    /// When it was kept, in words.
    pub at: String,
}

/// A bundle of anybody that was checked.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleView {
    /// What it is called on the disk.
    pub name: String,
    /// How many files it holds.
    #[ts(type = "number")]
    pub files: u64,
    /// How large they are, in words.
    pub size: String,
    /// The root hash.
    pub root: Option<String>,
    /// What is wrong with it: the file, and a sentence.
    pub faults: Vec<Problem>,
}

/// A bundle that was made.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleMade {
    /// Its number.
    pub number: String,
    /// How many pages its paper has.
    pub pages: u32,
    /// How many concerns are in it.
    pub concerns: u32,
    /// References of its exhibits.
    pub exhibits: Vec<String>,
    /// What is not in it, and why, a line each.
    pub left_out: Vec<String>,
    /// How many files it holds.
    pub files: u32,
    /// How many bytes they have.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The root hash on the receipt.
    pub root: String,
    /// Where the receipt lies.
    pub receipt: String,
    /// Where the zip lies, where one was wanted.
    pub zip: Option<String>,
    /// Who is which letter in it: for the school alone.
    pub letters: Vec<RedactionLetter>,
}

hide_words!(
    BundlePreview,
    BundleConcern,
    BundleLeftOut,
    BundleKept,
    BundleSpec,
    BundleSelect,
    BundleRequest,
    BundleGate,
    BundleMade
);
