//! The drawn bodies: three builds, each from eleven sides, with named areas.

mod path;

use std::sync::OnceLock;

use serde::Deserialize;

pub use path::{Stroke, Turn, stroke};

use crate::Side;

/// The number of the drawings, which a mark names with its place.
pub const DRAWING: u32 = 1;

/// A body as it is drawn.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    /// Kind and version of the data.
    pub schema: String,
    /// Its name in the data: `baby`, `child` or `adolescent`.
    pub build: String,
    /// Its name for people.
    pub name: String,
    /// How tall such a body is, in millimetres.
    pub height: u32,
    /// The sides from which it is drawn.
    pub views: Vec<DrawnView>,
}

/// A body from one side. Lengths are millimetres of the body; x grows to the viewer's right, y downwards.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnView {
    /// Its name in the data.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Where the child's own left is for whoever looks.
    pub left_at: LeftAt,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Closed outlines, painted in this order.
    pub outlines: Vec<String>,
    /// Open lines, fainter.
    pub lines: Vec<String>,
    /// What can be marked. Of areas that overlap the first counts.
    pub areas: Vec<Area>,
}

/// Where the child's own left is for whoever looks at a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LeftAt {
    /// At the viewer's right, as when facing the child.
    Right,
    /// At the viewer's left, as when standing behind.
    Left,
    /// The whole view is the child's left.
    Whole,
    /// None of it is: it is the child's right.
    None,
}

/// A part of a view that has a name.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The region (wording `body`).
    pub region: String,
    /// The child's own `left` or `right`, or `middle`.
    pub side: String,
    /// A point well inside it.
    pub at: (f32, f32),
    /// Its edge; where its rings overlap an even number of times it is cut out.
    pub path: String,
}

impl Build {
    /// One of its views.
    pub fn view(&self, id: &str) -> Option<&DrawnView> {
        self.views.iter().find(|view| view.id == id)
    }
}

impl Area {
    /// Its side.
    pub fn of_side(&self) -> Option<Side> {
        Side::named(&self.side)
    }
}

/// The builds, the smallest first. A file that cannot be read is left out; a test shows that none is.
pub fn builds() -> &'static [Build] {
    static ONCE: OnceLock<Vec<Build>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let files = [
            include_str!("../../../../../assets/body/baby.json"),
            include_str!("../../../../../assets/body/child.json"),
            include_str!("../../../../../assets/body/adolescent.json"),
        ];
        files
            .into_iter()
            .filter_map(|text| serde_json::from_str(text).ok())
            .collect()
    })
}

/// The build of this name.
pub fn build(id: &str) -> Option<&'static Build> {
    builds().iter().find(|build| build.build == id)
}

/// The build of somebody of that many whole years: a baby below 2, an adolescent from 12.
pub fn build_at(age: u32) -> &'static str {
    match age {
        0..=1 => "baby",
        2..=11 => "child",
        _ => "adolescent",
    }
}
