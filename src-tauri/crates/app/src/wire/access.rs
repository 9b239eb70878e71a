//! Requests to see what is held about a pupil: listed, worked on, answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BundleRedact, RedactionLetter, hide_words};

/// What is written about a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum AccessSheet {
    /// Who asks, for what.
    #[default]
    Request,
    /// The clock stands still.
    Pause,
    /// More time.
    Extension,
    /// Where was looked.
    Search,
    /// What becomes of records.
    Decision,
    /// Who else is named.
    Named,
    /// What goes out.
    Release,
    /// How it ended.
    Ending,
}

/// A sheet as it is typed, and what names one.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct AccessForm {
    /// Which sheet.
    pub sheet: AccessSheet,
    /// The request; none where it is new.
    pub request: Option<String>,
    /// The pupil of a new request.
    pub pupil: Option<String>,
    /// What is put right; none where it is new.
    pub thing: Option<String>,
    /// Records it is about: `details`, `concern:…`, `file:…`.
    pub items: Vec<String>,
    /// What stood there when it was opened.
    pub base: Vec<String>,
    /// What is entered, by field. Days are `2026-11-20`.
    pub fields: BTreeMap<String, String>,
    /// Why it is put right or struck.
    pub reason: String,
    /// It was written by mistake.
    pub strike: bool,
    /// Of what goes out, the records on paper with this taken out; nothing where no papers are made here.
    pub papers: Option<BundleRedact>,
}

/// A sheet to be written or put right.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessSheetView {
    /// As it stands, or as whoever is in left it.
    pub form: AccessForm,
    /// What stands there now, to be signed over.
    pub now: Vec<String>,
    /// The request's number; empty where it is new.
    pub number: String,
    /// Whose file it is.
    pub pupil_name: String,
    /// What the records are called that it is about.
    pub items: Vec<String>,
    /// The records that it may be about, where one chooses.
    pub choices: Vec<AccessChoice>,
    /// Something stands there already: a reason is wanted.
    pub corrects: bool,
    /// What stands there is struck.
    pub struck: bool,
    /// When what was typed and not signed was last kept.
    pub kept: Option<String>,
    /// Somebody else wrote in its place since that was typed.
    pub overtaken: bool,
    /// Everything that was written of it, the newest first.
    pub versions: Vec<AccessVersion>,
    /// What must be settled first, a sentence each.
    pub stops: Vec<String>,
    /// Reasons for which something may be withheld.
    pub exemptions: Vec<AccessExemption>,
}

/// A record that can be chosen.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessChoice {
    /// Which.
    pub key: String,
    /// What it is called.
    pub what: String,
}

/// What was once written.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessVersion {
    /// When, in words.
    pub at: String,
    /// Who.
    pub who: String,
    /// Why it took the place of the one before.
    pub reason: String,
    /// It strikes it.
    pub struck: bool,
    /// Nothing took its place.
    pub holds: bool,
    /// What it said.
    pub facts: Vec<AccessFact>,
}

/// One thing that was entered, as it is read.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessFact {
    /// What it is called.
    pub label: String,
    /// What was said.
    pub said: String,
}

/// A reason for which something may be withheld.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessExemption {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// In plain words, as the answer says it.
    pub plain: String,
    /// By which law.
    pub law: String,
    /// What to bear in mind.
    pub mind: String,
    /// Somebody who knows the law is asked first.
    pub ask: bool,
}

/// Where the clock of a request stands.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessClock {
    /// How it stands.
    #[ts(type = "\"waiting\" | \"running\" | \"paused\" | \"late\" | \"ended\"")]
    pub stands: &'static str,
    /// In words: `Due Thu 14 January, 12 working days left`.
    pub say: String,
    /// From when it counts, what did not count, what does not hold, a sentence each.
    pub notes: Vec<String>,
}

/// A request in a list.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessRow {
    /// Which.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Whose file it is.
    pub pupil: String,
    /// Their name.
    pub pupil_name: String,
    /// Their class.
    pub class: String,
    /// Who asks.
    pub who: String,
    /// When it came, in words.
    pub received: String,
    /// Its clock.
    pub clock: AccessClock,
}

/// A request with everything about it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessView {
    /// As a list has it.
    pub row: AccessRow,
    /// What was asked for.
    pub asked: AccessLine,
    /// When the clock stood still.
    pub pauses: Vec<AccessLine>,
    /// More time.
    pub extensions: Vec<AccessLine>,
    /// Where was looked.
    pub searches: Vec<AccessLine>,
    /// Who else is named.
    pub named: Vec<AccessLine>,
    /// How it ended.
    pub ending: Option<AccessLine>,
    /// What is held, in the order in which it happened.
    pub items: Vec<AccessItem>,
    /// How many of those nobody has decided of.
    pub undecided: u32,
    /// What is not among those, a sentence each.
    pub not_listed: Vec<String>,
    /// What must be settled before anything goes out, a sentence each.
    pub stops: Vec<String>,
    /// What went out, the first first.
    pub releases: Vec<AccessRelease>,
    /// Words for the answer to the person, a paragraph each.
    pub letter: Vec<String>,
    /// There are entries that this version of the program cannot read.
    pub needs_newer: bool,
}

/// Something that was written about a request.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessLine {
    /// What to ask for it by.
    pub key: String,
    /// When it was first written, in words.
    pub at: String,
    /// Who first wrote it.
    pub who: String,
    /// What it says.
    pub facts: Vec<AccessFact>,
    /// Why it was struck; nothing where it counts.
    pub struck: Option<String>,
    /// It was put right since.
    pub corrected: bool,
    /// It was put right on two laptops at once, and this is the later.
    pub beside: bool,
}

/// Something held about the pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessItem {
    /// What to name it by.
    pub key: String,
    /// What it is called: its number, nothing of what it says.
    pub what: String,
    /// What a person knows it by: what kind it is, what the file is called.
    pub detail: String,
    /// When it happened, in words.
    pub at: String,
    /// The concern it is, or belongs to.
    pub concern: Option<String>,
    /// It only names somebody who is called so, and may be about another child.
    pub may_belong: bool,
    /// It was put out of sight.
    pub hidden: bool,
    /// How it stands.
    #[ts(type = "\"open\" | \"differs\" | \"changed\" | \"decided\"")]
    pub stands: &'static str,
    /// What was decided, as it is kept; empty where nothing was.
    pub outcome: String,
    /// Codes of the reasons.
    pub exemptions: Vec<String>,
    /// What was weighed.
    pub note: String,
    /// The person who asked is not to learn of it.
    pub unsaid: bool,
    /// Who decided, and when.
    pub who: String,
    /// Others whom its people field names.
    pub others: Vec<String>,
    /// How many of those nothing is written of here.
    pub unweighed: u32,
}

/// Something that went out.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessRelease {
    /// The entry, to print its paper by.
    pub entry: String,
    /// Which of the request's.
    pub number: u32,
    /// The day it went, in words.
    pub on: String,
    /// To whom.
    pub to: String,
    /// How.
    pub how: String,
    /// Who wrote it.
    pub who: String,
    /// How many records went as they were, in part, and not.
    pub counts: [u32; 3],
    /// How many were still to be decided, and why they follow.
    pub rest: String,
    /// Numbers of records that were written on since.
    pub since: Vec<String>,
    /// SHA-256 over the set.
    pub root: String,
    /// The records on paper as they went, where they were made here.
    pub papers: Option<AccessPapers>,
}

/// Records on paper as they went.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AccessPapers {
    /// How many pages.
    pub pages: u32,
    /// How large, in words.
    pub size: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Who is which letter in them: for the school alone.
    pub letters: Vec<RedactionLetter>,
    /// What was taken out of them and why, a line each: for the school alone.
    pub taken_out: Vec<String>,
}

hide_words!(
    AccessForm,
    AccessSheetView,
    AccessChoice,
    AccessVersion,
    AccessFact,
    AccessExemption,
    AccessClock,
    AccessRow,
    AccessView,
    AccessLine,
    AccessItem,
    AccessRelease,
    AccessPapers
);
