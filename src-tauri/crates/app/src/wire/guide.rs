//! Guidance: flowcharts to read and to walk.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Number, hide_words};

/// Something in the guidance.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct GuideLine {
    /// What kind.
    #[ts(type = "\"flow\" | \"checklist\" | \"matrix\" | \"register\"")]
    pub kind: &'static str,
    /// Its name in records.
    pub id: String,
    /// Its number, where it has one.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// When it is the right one.
    pub applies_when: Vec<String>,
    /// Counts up with every change.
    pub version: u32,
    /// The school has made it its own.
    pub own: bool,
}

/// A flowchart to read.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FlowView {
    /// Its name in records.
    pub id: String,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// When it is the right one.
    pub applies_when: Vec<String>,
    /// What nobody does.
    pub do_not: Vec<String>,
    /// It is gone through for a concern alone.
    pub needs_concern: bool,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it holds.
    pub jurisdiction: String,
    /// Counts up with every change.
    pub version: u32,
    /// The month in which its sources were last read, in words.
    pub checked: String,
    /// Its steps, as they follow one another.
    pub nodes: Vec<FlowNode>,
    /// Others that may belong to it: id, and number with title.
    pub related: Vec<Choice>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Who made it the school's own, when and why; nothing where it is ours.
    pub own: Option<String>,
    /// Whoever asks has changed it and not kept that.
    pub changing: bool,
}

/// A step of a flowchart.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FlowNode {
    /// Its name in the flowchart.
    pub id: String,
    /// What kind.
    #[ts(type = "\"start\" | \"action\" | \"decision\" | \"warning\" | \"end\"")]
    pub kind: &'static str,
    /// What is to be done or answered.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// Whose it is, in words.
    pub who: Vec<String>,
    /// By when, in words.
    pub deadline: Option<String>,
    /// What belongs to it: id and title.
    pub opens: Vec<Choice>,
    /// What must be written down with it.
    pub asks: String,
    /// A second person signs it too.
    pub two_people: bool,
    /// It is known from general knowledge alone.
    pub check: bool,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// The ways on.
    pub ways: Vec<FlowWay>,
}

/// A way from a step.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct FlowWay {
    /// Where to.
    pub to: String,
    /// What stands there.
    pub title: String,
    /// The answer that leads there.
    pub answer: String,
    /// The clock that it begins, in words.
    pub clock: Option<String>,
}

/// A table of the guidance.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MatrixView {
    /// Its name in the guidance.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What to bear in mind about it.
    pub note: String,
    /// Its columns are what the school does about each behaviour; otherwise it is to look things up.
    pub responses: bool,
    /// Its columns.
    pub columns: Vec<Choice>,
    /// Its rows.
    pub rows: Vec<MatrixRowView>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// Who made it the school's own, when and why; nothing where it is ours.
    pub own: Option<String>,
    /// Whoever asks has changed it and not kept that.
    pub changing: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MatrixRowView {
    /// Its name in the table.
    pub id: String,
    /// A behaviour, or a thing that may be allowed.
    pub label: String,
    /// The columns that hold for it.
    pub ticks: Vec<String>,
}

/// A flowchart as a picture. Lengths are points.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DiagramView {
    /// The picture: SVG.
    pub svg: String,
    /// How wide it is.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// Where each step's box is, in the order in which they are read.
    pub boxes: Vec<DiagramBox>,
}

/// Where a step's box is.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct DiagramBox {
    /// The step.
    pub id: String,
    /// The number that stands in it.
    pub number: u32,
    /// From the left.
    pub x: f32,
    /// From above.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Downwards.
    pub height: f32,
}

/// Something that changed since the guidance of 2023.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ChangeLine {
    /// Its name in the guidance.
    pub id: String,
    /// When, in words.
    pub when: String,
    /// What changed.
    pub what: String,
    /// What it asks of a record.
    pub asks: Vec<String>,
    /// Whether it holds.
    pub status: String,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<String>,
}

/// Somebody to reach.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct ContactLine {
    /// Their id.
    pub id: String,
    /// Who.
    pub name: String,
    /// What for.
    pub use_for: String,
    /// A number or an address; nothing where the school has not written it down.
    pub how: String,
    /// The school writes it down itself, under its settings.
    pub own: bool,
    /// It is known from general knowledge alone: ring once before relying on it.
    pub check: bool,
}

/// A walk in a list.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WalkRow {
    /// Which.
    pub id: String,
    /// Number and title of the flowchart.
    pub title: String,
    /// The flowchart, by its name in the guidance.
    pub flow: String,
    /// The concern it is about.
    pub concern: Option<String>,
    /// Who its concern is about, where it has one that may be read.
    pub about: String,
    /// Their class.
    pub class: String,
    /// It is about a concern of the pupils' room, or about none.
    pub of_pupil: bool,
    /// It has not ended.
    pub open: bool,
    /// How many steps were taken.
    pub steps: u32,
    /// When somebody last did anything in it, and who.
    pub last: String,
}

/// A walk with everything that was done in it.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WalkView {
    /// Which.
    pub id: String,
    /// What it goes through, as the page was when it began.
    pub flow: FlowView,
    /// The concern it is about: its id and number.
    pub concern: Option<Choice>,
    /// How it came to it, where it was begun alone.
    pub put: Option<PutView>,
    /// Who the concern is about.
    pub about: String,
    /// Where it stands; nothing once it has ended.
    pub at: Option<FlowNode>,
    /// Which step it is on, counted along the way that was taken.
    pub step: u32,
    /// How many there are on the longest way.
    pub of: u32,
    /// The way to here, by steps of the flowchart.
    pub path: Vec<String>,
    /// Everything that was done, oldest first.
    pub taken: Vec<WalkStep>,
    /// Steps that were taken at the same time on another laptop: kept, and not walked by.
    pub beside: Vec<WalkStep>,
    /// What whoever is in has typed at the step it stands at and not signed yet.
    pub typed: StepDraft,
    /// What they have typed elsewhere in it and never signed.
    pub unsigned: Vec<Unsigned>,
    /// It has steps that a newer version wrote and this one cannot read.
    pub needs_newer: bool,
    /// When it began, and who began it.
    pub begun: String,
    /// How long ago that was.
    pub since: String,
    /// Why it ended before its flowchart did.
    pub stopped: Option<String>,
    /// Whom to ring, where numbers are set, 999 and 101 among them.
    pub numbers: Vec<Number>,
    /// The flowchart has changed since it began.
    pub newer: bool,
}

/// What is typed at a step and not signed.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct StepDraft {
    /// What is written down with it; why, where it is not done or ends here.
    pub note: String,
    /// It is not done.
    pub skip: bool,
}

/// What was typed at another step than the one a walk stands at, and never signed.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct Unsigned {
    /// The step of the flowchart.
    pub node: String,
    /// What stands there.
    pub title: String,
    /// It was why the walk was to end early, at no step.
    pub ends: bool,
    /// What was typed.
    pub note: String,
}

/// Something that was done in a walk.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WalkStep {
    /// The step of the flowchart.
    pub node: String,
    /// What stood there.
    pub title: String,
    /// The answer that was given.
    pub answer: String,
    /// What was written down.
    pub note: String,
    /// It was not done.
    pub skipped: bool,
    /// Back to the step before.
    pub back: bool,
    /// Who.
    pub who: String,
    /// When.
    pub at: String,
    /// Who signed it as the second.
    pub second: Option<String>,
}

/// A step to be taken.
#[derive(Clone, Default, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct WalkForm {
    /// The walk.
    pub walk: String,
    /// The step that is taken: nothing happens if the walk stands elsewhere by now.
    pub node: String,
    /// The answer, at a decision.
    pub answer: String,
    /// What is written down with it; why, where it is skipped.
    pub note: String,
    /// It is not done.
    pub skip: bool,
    /// A second person, who is here.
    pub second: Option<SecondForm>,
}

/// A second person signs in place.
#[derive(Clone, Deserialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct SecondForm {
    /// Their user name.
    pub user: String,
    /// Their password.
    pub password: String,
}

/// How something that was begun alone came to its concern.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct PutView {
    /// Where else it was put before, or at the same time, each as a sentence.
    pub said: Vec<String>,
    /// What of it does not stand on the concern yet; otherwise empty.
    pub missing: String,
}

hide_words!(
    DiagramView,
    StepDraft,
    Unsigned,
    WalkRow,
    WalkView,
    WalkStep,
    WalkForm,
    SecondForm
);
