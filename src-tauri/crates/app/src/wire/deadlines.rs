//! Rules that a deadline can follow, and the term dates of the school.

use serde::Serialize;
use ts_rs::TS;

/// A rule that a deadline can follow.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DeadlineView {
    /// Its id.
    pub id: String,
    /// What it is about, and how long: `Initial child protection conference: 15 working days`.
    pub title: String,
    /// What its clock starts with.
    pub starts_when: String,
    /// How long, as the rule itself says it.
    pub limit: String,
    /// Where it stands.
    pub source: String,
    /// The school should ask its safeguarding partnership before it relies on it.
    pub check: bool,
}

/// What counting gives.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct CountedView {
    /// When it is due, in words; nothing where no day comes of it.
    pub due: Option<String>,
    /// What is to be said beside it: that the calendar does not reach so far, or what cannot be counted.
    pub note: String,
}

/// The school's term dates, or what is understood of lines that somebody wrote.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TermsView {
    /// The lines.
    pub text: String,
    /// What is understood of each.
    pub lines: Vec<TermLine>,
    /// Which school years are known, and from when to when: each a sentence.
    pub covered: Vec<String>,
}

/// What is understood of one line.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct TermLine {
    /// Which line, counted from 1.
    pub number: u32,
    /// In words, or why it could not be read.
    pub say: String,
    /// It was understood.
    pub understood: bool,
}
