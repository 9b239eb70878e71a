//! Pupils and the lists they come from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccessRow, BuildUp, Disagreement, Seal, hide_words};

/// A pupil as a list shows them.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PupilRow {
    /// Id.
    pub id: String,
    /// The name people say.
    pub name: String,
    /// The name in law.
    pub legal_name: String,
    /// Class.
    pub class: String,
    /// Year group.
    pub year: String,
    /// Age today.
    pub age: Option<u32>,
    /// `2014-03-09`.
    pub date_of_birth: Option<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Status flags that hold today, in words.
    pub flags: Vec<String>,
    /// Has left the school.
    pub left: bool,
    /// In a list: somebody else has the same name.
    pub namesake: bool,
    /// Why it was found, when not by the name as written.
    pub why: Option<String>,
    /// In the list of pupils: how many concerns name them, in the rooms this person may open.
    pub concerns: Option<u32>,
}

/// Some pupils in the order of a register.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PupilPage {
    /// The rows.
    pub pupils: Vec<PupilRow>,
    /// How many in all.
    pub total: u32,
    /// There are more.
    pub more: bool,
}

/// A pupil's names.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PupilNames {
    /// In law.
    pub legal_surname: String,
    /// In law.
    pub legal_forename: String,
    /// Used.
    pub preferred_forename: Option<String>,
    /// Used.
    pub preferred_surname: Option<String>,
    /// Middle names.
    pub middle_names: Option<String>,
    /// Names before.
    pub former_names: Vec<String>,
}

/// One pupil in full.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PupilView {
    /// As the list shows them.
    pub row: PupilRow,
    /// Every name.
    pub names: PupilNames,
    /// What this record itself says, for correcting: of records that were joined each keeps its own.
    pub form: PupilForm,
    /// As the list says.
    pub sex: Option<String>,
    /// Site.
    pub site: Option<String>,
    /// Came, `2021-09-01`.
    pub admitted: Option<String>,
    /// Left.
    pub left_on: Option<String>,
    /// Status flags with dates.
    pub flags: Vec<FlagView>,
    /// Other schools and places where they learn.
    pub elsewhere: Vec<Elsewhere>,
    /// Other records that are this same child.
    pub joined: Vec<JoinedRecord>,
    /// Who belongs to them, in a few words: the social worker, whom to ring first.
    pub near: Vec<String>,
    /// What is worth a look together.
    pub together: Vec<BuildUp>,
    /// What must be read first, as it holds now.
    pub key: Vec<KeyFact>,
    /// What once had to be.
    pub key_before: Vec<KeyFactBefore>,
    /// Requests for their file, those that go on first.
    pub access: Vec<AccessRow>,
    /// Something about them was written by a newer version, or cannot be read any more.
    pub needs_newer: bool,
    /// Who wrote the last version.
    pub seal: Seal,
    /// Fields written twice.
    pub disagreements: Vec<Disagreement>,
}

/// Another school or place where a pupil learns.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct Elsewhere {
    /// How (vocabulary `elsewhere`).
    pub how: String,
    /// The school or place.
    pub place: String,
    /// Which days, whom to ring.
    pub note: String,
    /// Since, `2026-01-05`.
    pub from: Option<String>,
    /// Until.
    pub to: Option<String>,
}

/// Another record that is this same child or adult.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct JoinedRecord {
    /// The entry that says so.
    pub entry: String,
    /// The name in law it has.
    pub name: String,
    /// A pupil's number or class; what an adult is and whom they work for.
    pub detail: String,
    /// Its date of birth.
    pub date_of_birth: Option<String>,
    /// Who said so.
    pub who: String,
    /// When.
    pub at: String,
    /// How they know.
    pub reason: String,
}

/// A status flag.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FlagView {
    /// Which.
    pub flag: String,
    /// In words.
    pub title: String,
    /// Since, `2026-01-05`.
    pub from: Option<String>,
    /// Until.
    pub to: Option<String>,
    /// Who said so.
    pub source: Option<String>,
}

/// Something that must be read first about a pupil.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KeyFact {
    /// The entry that wrote it.
    pub entry: String,
    /// The words.
    pub say: String,
    /// When somebody should ask whether it still holds, `2027-01-12`.
    pub review: Option<String>,
    /// That day has come.
    pub review_due: bool,
    /// Who wrote it.
    pub who: String,
    /// When, `Wed 7 Oct 2025`.
    pub day: String,
}

/// Something that once had to be read first.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KeyFactBefore {
    /// The entry that ended it.
    pub entry: String,
    /// The words.
    pub say: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: String,
    /// Who said that it no longer holds.
    pub ended_by: String,
    /// When.
    pub ended_at: String,
    /// It was written anew, not ended.
    pub replaced: bool,
    /// Why.
    pub reason: String,
}

/// Something to read first, as written.
#[derive(Clone, Deserialize, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct KeyFactForm {
    /// Whose.
    pub pupil: String,
    /// What it takes the place of.
    pub entry: Option<String>,
    /// The words.
    pub say: String,
    /// `2027-01-12`.
    pub review: Option<String>,
    /// Why, when it takes the place of another.
    pub reason: Option<String>,
}

/// A status flag as written.
#[derive(Clone, Deserialize, Serialize, TS, Default)]
#[ts(export, export_to = "office.ts")]
pub struct FlagForm {
    /// Which.
    pub flag: String,
    /// Since.
    pub from: Option<String>,
    /// Until.
    pub to: Option<String>,
    /// Who said so.
    pub source: Option<String>,
}

/// A pupil as written by hand.
#[derive(Clone, Deserialize, Serialize, TS, Default)]
#[serde(default)]
#[ts(export, export_to = "office.ts")]
pub struct PupilForm {
    /// Who is corrected; absent for somebody new.
    pub id: Option<String>,
    /// Surname in law.
    pub legal_surname: String,
    /// First name in law.
    pub legal_forename: String,
    /// Middle names.
    pub middle_names: Option<String>,
    /// Name used.
    pub preferred_forename: Option<String>,
    /// Surname used.
    pub preferred_surname: Option<String>,
    /// Names before.
    pub former_names: Vec<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// `2014-03-09`.
    pub date_of_birth: Option<String>,
    /// As the list says.
    pub sex: Option<String>,
    /// Year group.
    pub year: Option<String>,
    /// Class.
    pub class: Option<String>,
    /// Site.
    pub site: Option<String>,
    /// Came.
    pub admitted: Option<String>,
    /// Left.
    pub left_on: Option<String>,
    /// Status flags.
    pub flags: Vec<FlagForm>,
    /// Other schools and places where they learn.
    pub elsewhere: Vec<Elsewhere>,
    /// Why, when correcting.
    pub reason: Option<String>,
}

/// A column of a list and what it was taken for.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ListColumn {
    /// Its place.
    pub index: u32,
    /// Its heading.
    pub heading: String,
    /// The first few values.
    pub sample: Vec<String>,
    /// The field it was taken for.
    pub matched: Option<String>,
}

/// Something a column can be taken for.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ListField {
    /// Its id.
    pub id: String,
    /// In words.
    pub title: String,
    /// A list without it cannot be taken in.
    pub needed: bool,
}

/// What taking a list in would do. Nothing has been taken in.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ListPreview {
    /// The list.
    pub token: String,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// What a column can be taken for.
    pub fields: Vec<ListField>,
    /// What a transfer file says of itself, in words; its fields are fixed, so it has no columns. None for a table.
    pub transfer: Option<String>,
    /// How many pupils it names.
    pub rows: u32,
    /// Not known yet.
    pub new: u32,
    /// Known, with news.
    pub changed: u32,
    /// Known as they are.
    pub same: u32,
    /// Parents, carers and others who would stand on a page where they did not.
    pub contacts: u32,
    /// What stops it, by row and column; at most 200.
    pub problems: Vec<RowProblem>,
    /// How many there are in all.
    pub problem_count: u32,
    /// What should be looked at.
    pub warnings: Vec<RowProblem>,
    /// How many there are in all.
    pub warning_count: u32,
    /// How its letters were written.
    pub encoding: String,
    /// The first pupils as they would stand.
    pub preview: Vec<PupilRow>,
}

/// Something about one row.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct RowProblem {
    /// The row as a spreadsheet counts, or which pupil of a transfer file.
    pub row: u32,
    /// The column's heading.
    pub column: String,
    /// What is wrong.
    pub say: String,
}

/// What taking a list in did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ListTaken {
    /// Added.
    pub new: u32,
    /// Given news.
    pub changed: u32,
    /// Left as they were.
    pub same: u32,
    /// Parents, carers and others who stand on a page where they did not.
    pub contacts: u32,
}

hide_words!(
    PupilRow,
    PupilNames,
    PupilView,
    FlagView,
    FlagForm,
    PupilForm,
    Elsewhere,
    JoinedRecord,
    KeyFact,
    KeyFactBefore,
    KeyFactForm,
    ListColumn,
    ListPreview,
    RowProblem
);
