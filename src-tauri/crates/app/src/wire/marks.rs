//! Visible marks and the bodies they are drawn on.

use serde::Serialize;
use ts_rs::TS;

use super::{MarkPlace, hide_words};

/// A mark, in words and on a drawing.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MarkShown {
    /// The number of its pin.
    pub number: u32,
    /// Where, in words.
    pub at: String,
    /// What it looks like, in words.
    pub looks: String,
    /// What the child said about it.
    pub said: String,
    /// Where on a drawing.
    pub place: Option<MarkPlace>,
}

/// The marks of one concern among all of a child's.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MarkedConcern {
    /// Its letter on the map: A is the oldest.
    pub tag: String,
    /// The concern.
    pub id: String,
    /// Its number.
    pub record_no: String,
    /// When it was seen, in words; blank where that was not said.
    pub seen: String,
    /// When it was written, in words.
    pub written: String,
    /// Who wrote it.
    pub by: String,
    /// Its marks.
    pub marks: Vec<MarkShown>,
}

/// All marks of one child that whoever asks may read.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct AllMarks {
    /// The child.
    pub name: String,
    /// The build that their age has today.
    pub build: String,
    /// Concerns with marks, the oldest first.
    pub concerns: Vec<MarkedConcern>,
    /// Concerns with marks that name this child beside another who comes first: whose marks they are must be read there.
    pub beside: Vec<MarkedBeside>,
}

/// A concern whose marks may be another child's.
#[derive(Clone, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct MarkedBeside {
    /// The concern.
    pub id: String,
    /// Its number.
    pub record_no: String,
}

/// A body as it is drawn.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BodyDrawing {
    /// The number of the drawings.
    pub drawing: u32,
    /// Build.
    pub build: String,
    /// Its name.
    pub name: String,
    /// Its views.
    pub views: Vec<BodyView>,
}

/// A body from one side, in millimetres.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BodyView {
    /// Id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where the child's own left is for whoever looks.
    #[ts(type = "\"right\" | \"left\" | \"whole\" | \"none\"")]
    pub left_at: &'static str,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Closed outlines, painted in this order.
    pub outlines: Vec<String>,
    /// Open lines, fainter.
    pub lines: Vec<String>,
    /// What can be marked.
    pub areas: Vec<BodyArea>,
}

/// A part of a view that has a name.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export, export_to = "office.ts")]
pub struct BodyArea {
    /// The region.
    pub region: String,
    /// The child's own side.
    #[ts(type = "\"left\" | \"right\" | \"middle\"")]
    pub side: String,
    /// Its name with its side: "Left forearm, inner side".
    pub name: String,
    /// What to bear in mind, or blank.
    pub detail: String,
    /// A point well inside it.
    pub at: (f32, f32),
    /// Its edge.
    pub path: String,
}

hide_words!(MarkShown, MarkedConcern, AllMarks, MarkedBeside);
