//! Charts that answer a lead's questions.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReportChoice, hide_words};

/// Of which days the charts are.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, export_to = "office.ts")]
pub struct ChartsAsked {
    /// The first day; nothing for the term at hand.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The site; nothing for all of the school.
    pub site: Option<String>,
}

/// What the charts say.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChartsView {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Both in words.
    pub days: String,
    /// The site they are of.
    pub site: Option<String>,
    /// The sites of the school.
    pub sites: Vec<String>,
    /// Days that are commonly looked at.
    pub choices: Vec<ReportChoice>,
    /// How many concerns there are.
    pub concerns: u32,
    /// The questions, each with its charts.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Question {
    /// Its name.
    pub id: String,
    /// `Is it rising?`
    pub title: String,
    /// The answer, in a sentence or two.
    pub answer: String,
    /// The charts behind it.
    pub charts: Vec<ChartView>,
}

/// A chart, and everything it says in words.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// The bars stand side by side, as weeks do.
    #[serde(skip)]
    #[ts(skip)]
    pub upright: bool,
    /// The picture: SVG.
    pub svg: String,
    /// How wide it is, in points.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// What its lines across the bars are; empty where it has none.
    pub before: String,
    /// Its bars in words.
    pub rows: Vec<ChartRow>,
}

/// A bar in words.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChartRow {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: u32,
    /// How many before.
    pub before: Option<u32>,
}

hide_words!(ChartsView, Question, ChartView, ChartRow);
