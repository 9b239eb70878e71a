use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Redaction;
use crate::case::{Kept, kept};
use crate::hide_words;
use crate::id::{ConcernId, PupilId};
use crate::step::Step;

/// The kind of an entry that says a bundle was made. Its subjects are the bundle and each concern in it.
pub const MADE: &str = "bundle.made";
/// The part that holds a [`Bundle`].
pub const PART_BUNDLE: &str = "bundle";

/// A bundle as it left: who asked, who agreed, what was supplied and what was not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Bundle {
    /// Its number: `MV-26-ABC-B1`.
    pub number: String,
    /// Who asked for it, and for what.
    pub request: Request,
    /// What was settled before it left.
    pub gate: Gate,
    /// The pupils it is about.
    pub pupils: Vec<PupilId>,
    /// The first day asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// What went.
    pub supplied: Vec<Supplied>,
    /// What did not, and why.
    pub left_out: Vec<LeftOut>,
    /// How many pages its paper has.
    pub pages: u32,
    /// The hash that stands on the receipt, in hex.
    pub root: String,
    /// How it left: nothing for a folder anybody can check, `sealed` for one file behind a password.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub delivery: String,
    /// What it did not show, where anything was taken out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redaction: Option<Redaction>,
}

/// Who asked for a bundle, and for what (requests about a victim: Police, Crime, Sentencing and Courts Act 2022, ss. 44A to 44F).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Request {
    /// The police force.
    pub force: String,
    /// The officer.
    #[serde(flatten)]
    pub contact: Contact,
    /// The crime or log number.
    pub crime_reference: String,
    /// On what basis it may be given.
    pub legal_basis: String,
    /// What exactly was asked for.
    pub scope: String,
    /// In which form it was asked: one of [`FORMS`]; empty where nobody said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub form: String,
    /// The day of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<NaiveDate>,
    /// The day by which it was wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// What it asks about a victim.
    #[serde(skip_serializing_if = "Victim::is_unsaid")]
    pub victim: Victim,
}

/// Forms of a request: in writing, a Victim Information Request, a court order, the vital interests of somebody, another.
pub const FORMS: [&str; 5] = ["written", "victim", "court", "vital", "other"];

/// What a request asks about a victim (Police, Crime, Sentencing and Courts Act 2022, ss. 44A to 44F, in force since 12 January 2026).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Victim {
    /// Whether it asks for information about a victim: `yes`, `no`, or empty where nobody said.
    pub asked: String,
    /// Whether the victim was told, by whom, or why not.
    pub told: String,
    /// Whether counselling records are asked for, in the same way.
    pub counselling: String,
    /// Why they are likely to have substantial probative value.
    pub probative: String,
    /// Which senior officer approved that they are asked for.
    pub approved: String,
}

impl Victim {
    fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }
}

/// An officer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Contact {
    /// Name and rank.
    pub officer: String,
    /// Collar or warrant number.
    pub number: String,
    /// Telephone and e-mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reach: String,
}

/// What is settled before anything sensitive leaves the school.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Gate {
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

/// Something that went.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Supplied {
    /// What: `Record of concern MV-26-ABC-0001`, `RC/1`.
    pub what: String,
    /// The concern it is, or belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concern: Option<ConcernId>,
    /// The reference it went under, where `what` does not say it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub exhibit: String,
    /// SHA-256 of its file, where it went as one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sha256: String,
}

/// Something that did not go.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct LeftOut {
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
    /// It is not held at all, rather than held and not given.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_held: bool,
    /// Somebody else has it, or it lies elsewhere, as `why` says.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
}

hide_words!(Bundle, Request, Victim, Contact, Gate, Supplied, LeftOut);

/// The bundle that the entries about one thing speak of; nothing where they speak of none.
pub fn fold_bundle(steps: &[Step]) -> Option<Kept<Bundle>> {
    kept(steps, MADE, PART_BUNDLE).into_iter().next()
}
