//! The report to governors.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, ConcernRow, Fault, hide_words};

/// A report that somebody wants to see or release.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct ReportAsked {
    /// Its first day, `2026-09-01`; nothing for the term at hand.
    pub from: Option<String>,
    /// Its last day.
    pub to: Option<String>,
    /// The site it is about; nothing for all of the school.
    pub site: Option<String>,
    /// What a lead writes, by measure.
    pub words: BTreeMap<String, String>,
    /// To whom it goes.
    pub to_whom: String,
    /// A person confirmed that what is written names and describes nobody.
    pub confirmed: bool,
    /// Words in it that are names of people here, as they stood there when that person confirmed.
    pub names_read: Vec<String>,
}

/// What a lead wrote, as it was kept, with the words in it that are names of people here.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportKept {
    /// When, in words.
    pub kept_at: String,
    /// By measure.
    pub names: BTreeMap<String, Vec<String>>,
}

/// The report as it would go.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportView {
    /// What it is called.
    pub title: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Both in words.
    pub days: String,
    /// Its last day has not come yet.
    pub ahead: bool,
    /// The site it is about.
    pub site: Option<String>,
    /// The sites of the school.
    pub sites: Vec<String>,
    /// Counts from 1 up to this are not said.
    pub below: u32,
    /// Days that are commonly reported.
    pub choices: Vec<ReportChoice>,
    /// Its sections.
    pub sections: Vec<ReportSection>,
    /// What was typed and not released, for days and site as they are: to whom it goes.
    pub to_whom: String,
    /// Reports that went, the latest first.
    pub released: Vec<ReleasedView>,
    /// Why no number is said: a report that went cannot be read here.
    pub held: Option<Fault>,
    /// Whoever is in keeps what is recorded about adults, and may release their numbers.
    pub staff_open: bool,
}

/// Days that are commonly reported.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportChoice {
    /// `This term`.
    pub label: String,
    /// The days in words.
    pub detail: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// A section of the report.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportSection {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is counted.
    pub blocks: Vec<ReportBlock>,
    /// What leads write.
    pub words: Vec<ReportWords>,
}

/// A table of a section.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportBlock {
    /// What it is of; empty where its rows say so themselves.
    pub title: String,
    /// On which days or in which, a column each; empty for those of the report.
    pub whens: Vec<String>,
    /// Its rows.
    pub rows: Vec<ReportRow>,
}

/// Something that a lead writes.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportWords {
    /// The name of the measure.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What is to be written.
    pub hint: String,
    /// What is written.
    pub words: String,
    /// Words in it that are names of people here.
    pub names: Vec<String>,
}

/// A row of numbers.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportRow {
    /// What is counted.
    pub label: String,
    /// The name of the measure.
    pub measure: String,
    /// Its numbers.
    pub cells: Vec<ReportCell>,
    /// What stands there in place of a number.
    pub note: String,
    /// By which the records behind its first number are asked for.
    pub behind: Option<u32>,
}

/// A number as it would be said.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReportCell {
    /// On which day or in which days; empty for those of the report.
    pub when: String,
    /// The number, or what stands for it.
    pub value: String,
    /// It is a share in per cent.
    pub share: bool,
}

/// A report that went.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ReleasedView {
    /// Which.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its days in words.
    pub days: String,
    /// The site it was about.
    pub site: Option<String>,
    /// To whom it went.
    pub to: String,
    /// When.
    pub at: String,
    /// Who released it.
    pub who: String,
    /// It can be read here. Of one that cannot, nothing is known but when it went and by whom.
    pub readable: bool,
}

/// The records behind a number.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Behind {
    /// What was counted.
    pub label: String,
    /// How many there are: the number itself, which a report may not say.
    pub count: u32,
    /// Concerns, the latest first.
    pub concerns: Vec<ConcernRow>,
    /// Pupils.
    pub pupils: Vec<Choice>,
    /// Registers of which lines were counted.
    pub registers: Vec<Choice>,
}

/// Numbers about adults, before and after they are released.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct StaffSheetView {
    /// The days in words.
    pub days: String,
    /// What governors would read, or read.
    pub rows: Vec<ReportRow>,
    /// They stand in the report.
    pub released: bool,
    /// The first day on which they can be released, where that is still to come.
    pub not_before: Option<String>,
}

/// As what a released report is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "office.ts")]
pub enum ReportFormat {
    /// Its pages.
    Pdf,
    /// Its figures as a plain table.
    Csv,
    /// Its figures as a workbook.
    Xlsx,
}

impl ReportFormat {
    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

hide_words!(
    ReportAsked,
    ReportKept,
    ReportView,
    ReportBlock,
    ReportWords,
    ReportRow,
    ReportCell,
    ReleasedView,
    Behind,
    StaffSheetView
);
