//! Flowcharts: what to do, one clear question at a time.

mod check;
mod shipped;
mod way;

use serde::{Deserialize, Serialize};

use crate::leaf::Leaf;
use crate::read::Id;
use crate::{Citation, Confidence, Error, Shelf};

pub(crate) use check::{Known, check};
pub(crate) use shipped::FLOWS;

/// The kind and version of page this program reads.
pub(crate) const SCHEMA: &str = "dsl-flow/1";

/// A flowchart.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The kind and version of its page.
    pub schema: Id,
    /// Its name in records.
    pub id: Id,
    /// Counts up with every change of the page.
    pub version: u32,
    /// The month in which its sources were last read, `2026-11`.
    pub checked: String,
    /// Its place in the list, such as `13a`.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// When it is the right one.
    pub applies_when: Vec<String>,
    /// What nobody does, always in sight.
    pub do_not: Vec<String>,
    /// Other flowcharts that may belong to it.
    pub related: Vec<Id>,
    /// It is about an adult in role, and is gone through for a concern alone: the concern's room keeps it from whom it is about.
    #[serde(default)]
    pub needs_concern: bool,
    /// Where it holds.
    pub jurisdiction: String,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Its steps.
    #[serde(rename = "node")]
    pub nodes: Vec<Node>,
    /// The ways from one step to the next.
    #[serde(rename = "edge")]
    pub edges: Vec<Edge>,
}

/// A step.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Its name within the flowchart.
    pub id: Id,
    /// What kind of step.
    pub kind: NodeKind,
    /// What is to be done or answered.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// Whose it is, by role.
    pub who: Vec<Id>,
    /// By when, by deadline; blank where nothing is counted.
    pub deadline: Id,
    /// Checklists, registers, tables and records that belong to it.
    pub opens: Vec<Id>,
    /// What must be written down with it; nothing where a note is as one likes.
    #[serde(default)]
    pub asks: String,
    /// A second person signs it too, with their own password.
    #[serde(default)]
    pub two_people: bool,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// What kind of step it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeKind {
    /// Where it begins.
    Start,
    /// Something is done.
    Action,
    /// Something is answered; no way on without an answer.
    Decision,
    /// Something must be known before anything else.
    Warning,
    /// Where it ends.
    End,
}

/// A way from one step to the next.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// From.
    pub from: Id,
    /// To.
    pub to: Id,
    /// The answer that leads this way; blank where there is only one way.
    pub label: String,
    /// The deadline whose clock begins as this way is taken, so that it is counted from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_clock: Option<Id>,
}

impl Node {
    /// Whether it is known from general knowledge alone, so that a school must ask its safeguarding partnership.
    pub fn to_be_checked(&self) -> bool {
        self.sources
            .iter()
            .all(|source| source.confidence == Confidence::Known)
    }
}

/// Every flowchart on a shelf, or the first fault of its pages.
pub(crate) fn flows_on(shelf: &Shelf) -> Result<Vec<Flow>, Error> {
    shelf.flows().map(|leaf| flow_on(&leaf)).collect()
}

/// One flowchart from its page.
pub(crate) fn flow_on(leaf: &Leaf<'_>) -> Result<Flow, Error> {
    leaf.read(SCHEMA)
}

/// Reads a flowchart that was kept: the page as it was when a walk began.
pub fn flow_from(text: &str) -> Result<Flow, Error> {
    flow_on(&Leaf {
        file: "the flowchart that was kept",
        text,
    })
}
