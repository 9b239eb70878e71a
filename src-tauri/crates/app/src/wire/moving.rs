//! Moving in: the history from another program.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, ListColumn, ListField, RowProblem, hide_words};

/// What a person said about a file before it is taken in.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryChoices {
    /// What each column is; none lets the program match them.
    pub columns: Option<Vec<Option<String>>>,
    /// The program it comes from; none lets the headings tell.
    pub source: Option<String>,
    /// What names of categories are.
    pub categories: Vec<NameChosen>,
    /// Who names of pupils are.
    pub pupils: Vec<NameChosen>,
}

/// What a name was chosen to be.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct NameChosen {
    /// The name, or the key of one.
    pub name: String,
    /// What it is; empty keeps it as written.
    pub id: String,
}

/// A category as the file has it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryCategory {
    /// As written.
    pub name: String,
    /// How many concerns have it.
    pub concerns: u32,
    /// What it is taken for; empty keeps it as written.
    pub id: String,
}

/// Somebody in the file who could not be told for sure.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryPupil {
    /// What a choice about them is kept under.
    pub key: String,
    /// As written.
    pub name: String,
    /// What else the file says of them.
    pub detail: String,
    /// How many concerns name them.
    pub concerns: u32,
    /// Who they may be.
    pub choices: Vec<Choice>,
    /// Who they were chosen to be; empty keeps the name as written.
    pub id: String,
}

/// A concern as it will look.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryLine {
    /// The row of the file.
    pub row: u32,
    /// Who it is about.
    pub about: String,
    /// When it happened.
    pub at: String,
    /// Who wrote it there, and when.
    pub written: String,
    /// Categories.
    pub categories: String,
    /// Its first words.
    pub words: String,
    /// Where it will stand.
    pub status: String,
}

/// What taking a history in would do. Nothing has been taken in.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryPreview {
    /// The file.
    pub token: String,
    /// The program it comes from; empty where the headings do not tell and nobody said.
    pub source: String,
    /// What can be chosen.
    pub sources: Vec<String>,
    /// When this very file was taken in already, and by whom.
    pub taken_before: Option<String>,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// What a column can be taken for.
    pub fields: Vec<ListField>,
    /// How many rows it has.
    pub rows: u32,
    /// Concerns they make that are not here yet.
    pub concerns: u32,
    /// Concerns that are here already.
    pub already: u32,
    /// Rows that say more of a concern of another row.
    pub joined: u32,
    /// Of the new ones, open ones.
    pub open: u32,
    /// Of the new ones, those whose status the file does not say.
    pub unsaid: u32,
    /// Steps with their own day.
    pub steps: u32,
    /// Pupils of the school's list who are in them.
    pub known: u32,
    /// What stops it; at most 200.
    pub problems: Vec<RowProblem>,
    /// How many there are in all.
    pub problem_count: u32,
    /// What should be looked at.
    pub warnings: Vec<RowProblem>,
    /// How many there are in all.
    pub warning_count: u32,
    /// How its letters were written.
    pub encoding: String,
    /// Every name of a category.
    pub categories: Vec<HistoryCategory>,
    /// Everybody who could not be told for sure, the most often named first; at most 200.
    pub pupils: Vec<HistoryPupil>,
    /// How many there are in all.
    pub pupil_count: u32,
    /// The first concerns as they will look.
    pub preview: Vec<HistoryLine>,
}

/// What taking a history in did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryTaken {
    /// Concerns that are new.
    pub concerns: u32,
    /// Steps with their own day.
    pub steps: u32,
    /// Concerns that were here already.
    pub already: u32,
}

/// Another file of the same export, kept beside a history.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryFile {
    /// The file's id, to take a copy out.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// Its hash when it came.
    pub sha256: String,
    /// When, and by whom.
    pub came: String,
}

/// A history that was taken in, with the file it came in.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct HistoryView {
    /// The file's id, to take a copy out.
    pub file: String,
    /// The program.
    pub source: String,
    /// The file's name.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// Its hash when it came.
    pub sha256: String,
    /// Rows it had.
    pub rows: u32,
    /// Concerns that were made of them.
    pub concerns: u32,
    /// When, and by whom.
    pub came: String,
    /// Other files of the same export, newest first.
    pub beside: Vec<HistoryFile>,
}

hide_words!(
    HistoryFile,
    HistoryChoices,
    NameChosen,
    HistoryCategory,
    HistoryPupil,
    HistoryLine,
    HistoryPreview,
    HistoryView,
);
