//! Bundles of evidence: what is asked for, and what was made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BundleAnswer, BundleMention, BundleRedact, Problem, RedactionLetter, hide_words};

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
    /// What was answered about things that records speak of and do not hold.
    pub mentions: Vec<BundleAnswer>,
    /// What else is named and not held, a line each.
    pub not_held: String,
    /// `continuous`: from the first page to the last; `sections`: A1, A2, B1.
    pub numbering: String,
    /// `folder`: a folder anybody can check; `sealed`: one PDF behind a password, with the originals in it.
    pub delivery: String,
    /// With a draft of a statement that produces the exhibits of whoever makes it.
    pub statement: bool,
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
    /// Concerns of them that do not go.
    pub without: Vec<BundleWithout>,
}

/// A concern that does not go, though it is one of those chosen.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleWithout {
    /// Which, by id.
    pub concern: String,
    /// Why: it stands on the cover.
    pub reason: String,
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
    /// Telephone and e-mail of the officer.
    pub reach: String,
    /// Its form: `written`, `victim`, `court`, `vital`, `other`; empty where nobody said.
    pub form: String,
    /// The day of the request, `2026-11-10`.
    pub asked_on: Option<String>,
    /// The day by which it is wanted.
    pub deadline: Option<String>,
    /// What it asks about a victim.
    pub victim: BundleVictim,
}

/// What a request asks about a victim (Police, Crime, Sentencing and Courts Act 2022, ss. 44A to 44F).
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct BundleVictim {
    /// Information about a victim is asked for.
    #[ts(type = "\"yes\" | \"no\" | \"\"")]
    pub asked: String,
    /// Whether the victim was told, by whom, or why not.
    pub told: String,
    /// Counselling records are asked for.
    #[ts(type = "\"yes\" | \"no\" | \"\"")]
    pub counselling: String,
    /// Why they are likely to have substantial probative value.
    pub probative: String,
    /// Which senior officer approved it.
    pub approved: String,
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
    /// References its files would have.
    pub exhibits: Vec<String>,
    /// References its printed records would have, in the order of the concerns.
    pub printed: Vec<String>,
    /// How large the exhibits are together, in words.
    pub size: String,
    /// How many other pupils are named in it, in words; empty where none is.
    pub others: String,
    /// Things that its records speak of and hold no file of.
    pub mentions: Vec<BundleMention>,
    /// Bundles made before of the same pupils or concerns, a line each.
    pub earlier: Vec<BundleEarlier>,
    /// What would not be in it.
    pub left_out: Vec<BundleLeftOut>,
}

/// A bundle made before.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleEarlier {
    /// Its number.
    pub number: String,
    /// `Bundle MV-26-ABC-B1, 3 Oct 2026, to DC Hartigan`.
    pub line: String,
    /// Something was taken out of it, or somebody was a letter.
    pub redacted: bool,
}

/// A concern in it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleConcern {
    /// Its id.
    pub id: String,
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
    /// References of the files in it.
    pub exhibits: Vec<String>,
    /// References of the records printed in it, in the order of the concerns.
    pub printed: Vec<String>,
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
    /// Where the one file behind a password lies, where that was wanted.
    pub sealed: Option<BundleSealed>,
    /// Who is which letter in it: for the school alone.
    pub letters: Vec<RedactionLetter>,
}

/// A bundle as one file behind a password.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BundleSealed {
    /// Where it lies.
    pub file: String,
    /// Where the files lie that are too large for it, behind the same password; nothing where there are none.
    pub beside: Option<String>,
    /// What opens it. It is kept nowhere: it is shown this once.
    pub password: String,
}

hide_words!(
    BundleWithout,
    BundleEarlier,
    BundleSealed,
    BundlePreview,
    BundleConcern,
    BundleLeftOut,
    BundleKept,
    BundleSpec,
    BundleSelect,
    BundleRequest,
    BundleVictim,
    BundleGate,
    BundleMade
);
