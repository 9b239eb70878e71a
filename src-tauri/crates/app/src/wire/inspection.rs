//! What inspectors ask for on the first morning.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReportChoice, hide_words};

/// Lists that somebody wants to see, or shows.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionAsked {
    /// The first day of the lists; nothing for the last twelve months.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The site that is inspected; nothing for all of the school.
    pub site: Option<String>,
    /// Pupils stand in the lists by their names, and with what was written; otherwise by initials and class.
    pub names: bool,
    /// What is shown: `all` lists of pupils, one of them by its name, or a file by `file:` and the pupil's id.
    pub what: String,
    /// For whom they inspect: `Ofsted`.
    pub body: String,
    /// The names of those who are shown it.
    pub to_whom: String,
}

/// Everything inspectors ask for, as it stands now.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionView {
    /// The first day of the lists.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Both in words.
    pub days: String,
    /// The site they are of.
    pub site: Option<String>,
    /// The sites of the school.
    pub sites: Vec<String>,
    /// Days that are commonly asked about.
    pub choices: Vec<ReportChoice>,
    /// The lists.
    pub lists: Vec<InspectionList>,
    /// Files that are prepared, or could be.
    pub samples: Vec<InspectionSample>,
    /// What is asked for too and is not kept here.
    pub elsewhere: Vec<InspectionElsewhere>,
    /// What was shown, the latest first.
    pub shown: Vec<InspectionShown>,
    /// For whom somebody inspected last; empty where nobody did in the last fortnight.
    pub body: String,
    /// Their names.
    pub to_whom: String,
}

/// A list.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionList {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it shows.
    pub why: String,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// Its first rows.
    pub rows: Vec<InspectionRow>,
    /// How many rows it has in all.
    pub count: u32,
    /// What is to be put right before somebody looks: each a sentence.
    pub gaps: Vec<String>,
    /// Where it is kept, when not by whoever is in.
    pub kept_by: Option<String>,
    /// It is about adults who work here, and is shown by itself.
    pub adults: bool,
}

/// A row of a list.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionRow {
    /// A cell for each column.
    pub cells: Vec<String>,
    /// The concern it is of.
    pub concern: Option<String>,
    /// The pupil it is of.
    pub pupil: Option<String>,
}

/// A file that is prepared, or could be.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionSample {
    /// Whose.
    pub pupil: String,
    /// Their name.
    pub name: String,
    /// Their class.
    pub class: String,
    /// Why it is worth preparing.
    pub why: String,
    /// A lead has chosen it.
    pub chosen: bool,
    /// How many concerns are in it.
    pub concerns: u32,
    /// What is to be put right before somebody looks.
    pub gaps: Vec<SampleGap>,
}

/// Something to put right in a file.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SampleGap {
    /// The concern.
    pub concern: String,
    /// Its number.
    pub record_no: String,
    /// What it is, in words.
    pub say: String,
}

/// What is asked for and is not kept here.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionElsewhere {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub say: String,
}

/// What was shown.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct InspectionShown {
    /// Which.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// To whom.
    pub to: String,
    /// When, and by whom.
    pub at: String,
    /// What was in it, in words: `34 lines, by initials`.
    pub held: String,
}

/// A file that a lead chooses to prepare, or puts back.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct SampleForm {
    /// Whose.
    pub pupil: String,
    /// Why it is one; empty where it is put back.
    pub why: String,
    /// It is put back.
    pub put_back: bool,
}

hide_words!(
    InspectionAsked,
    InspectionView,
    InspectionList,
    InspectionRow,
    InspectionSample,
    SampleGap,
    InspectionElsewhere,
    InspectionShown,
    SampleForm
);
