use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::disclosure::{Days, Published};
use crate::hide_words;

/// The kind of an entry that a report went out with.
pub const REPORT_RELEASED: &str = "governors.report_released";
/// The part that holds a [`Released`].
pub const PART_RELEASED: &str = "report";

/// A report as it went: its figures, its words, and the files that are printed again byte for byte.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// What it is called.
    pub title: String,
    /// The days it is about.
    pub days: Days,
    /// The site it is about; nothing where it is about all of the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// To whom it went.
    #[serde(default)]
    pub to: String,
    /// Counts from 1 up to this were not said.
    pub below: u64,
    /// What was said in numbers, by what was counted: what later reports must not undo.
    #[serde(default)]
    pub figures: BTreeMap<String, Vec<Published>>,
    /// What it said, row by row.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// What leads wrote, by measure.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Its files: `pdf`, `csv`, `xlsx`.
    #[serde(default)]
    pub files: BTreeMap<String, KeptFile>,
}

/// A row of a report.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Row {
    /// The section's name.
    pub section: String,
    /// The measure's name.
    pub measure: String,
    /// What is counted in this row.
    pub label: String,
    /// What is said: in the days of the report first, in earlier ones after that.
    pub values: Vec<Said>,
}

/// A number as it was said, and what it counts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Said {
    /// In which days or on which day; empty for those of the report.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// The number, or what stands for it.
    pub value: String,
    /// `people`, `events`, `things`, `days` or `percent`.
    pub counts: String,
}

/// A file that the vault keeps with an entry.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct KeptFile {
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The hash under which its encrypted bytes lie, in hexadecimal.
    pub blob: String,
    /// How many encrypted bytes.
    pub stored: u64,
    /// What opens them, in hexadecimal.
    pub key: String,
}

hide_words!(Released, Row, Said, KeptFile);
