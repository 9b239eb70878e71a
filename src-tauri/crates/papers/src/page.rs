//! The page as every writer sees it: where each glyph and each line goes, and nothing about what it means.
//!
//! Lengths are points (1/72 inch); the origin is the upper left corner and y grows downwards. Nothing here has a
//! `Debug`, because runs hold names and the words of a recovery kit.

use crate::day::Day;
use crate::fonts::Face;

/// Millimetres in points.
pub(crate) const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// The width of A4.
pub(crate) const A4_WIDTH: f32 = mm(210.0);
/// The height of A4.
pub(crate) const A4_HEIGHT: f32 = mm(297.0);

/// A whole paper, ready for a writer.
pub(crate) struct Paper {
    /// What a reader's title bar shows. Never a child's or an account's name: print queues show it too.
    pub(crate) title: String,
    /// What tells this paper from another, for the file's identifier. Never a secret.
    pub(crate) identity: String,
    /// The day the paper was made, where its facts say so.
    pub(crate) made_on: Option<Day>,
    /// Its pages, all A4 upright.
    pub(crate) pages: Vec<Page>,
}

/// One side of paper.
#[derive(Default)]
pub(crate) struct Page {
    /// What is on it, in reading order.
    pub(crate) items: Vec<Item>,
}

/// One thing on a page.
pub(crate) enum Item {
    /// Words.
    Run(Run),
    /// A straight line.
    Rule(Rule),
    /// A rectangle's edge.
    Frame(Frame),
    /// A filled outline.
    Shape(Shape),
}

/// Glyphs of one face and size on one baseline.
pub(crate) struct Run {
    /// Whose glyphs they are.
    pub(crate) face: Face,
    /// Size of the type.
    pub(crate) size: f32,
    /// Where the first glyph stands.
    pub(crate) x: f32,
    /// The baseline.
    pub(crate) y: f32,
    /// The characters the glyphs stand for.
    pub(crate) text: String,
    /// The glyphs, from left to right.
    pub(crate) glyphs: Vec<Glyph>,
    /// What a reader must copy instead of the glyphs' own characters, where the two differ.
    pub(crate) reads: Option<String>,
}

/// One glyph.
pub(crate) struct Glyph {
    /// Its number in the face.
    pub(crate) id: u16,
    /// Its place to the right of the run's.
    pub(crate) x: f32,
    /// How far above the baseline it stands.
    pub(crate) rise: f32,
    /// Where its characters begin in the run's text.
    pub(crate) from: usize,
    /// Where they end. A glyph may have none: the second part of a letter drawn in two.
    pub(crate) to: usize,
}

/// A straight line.
pub(crate) struct Rule {
    /// From here.
    pub(crate) from: (f32, f32),
    /// To here.
    pub(crate) to: (f32, f32),
    /// How thick.
    pub(crate) weight: f32,
}

/// A rectangle's edge.
pub(crate) struct Frame {
    /// Left edge.
    pub(crate) x: f32,
    /// Upper edge.
    pub(crate) y: f32,
    /// To the right.
    pub(crate) width: f32,
    /// Downwards.
    pub(crate) height: f32,
    /// How thick.
    pub(crate) weight: f32,
}

/// A filled outline; where its rings overlap an even number of times it is cut out.
pub(crate) struct Shape {
    /// Closed rings.
    pub(crate) rings: Vec<Vec<Bend>>,
}

/// A corner of a ring or the handle of a curve between two corners.
#[derive(Clone, Copy)]
pub(crate) struct Bend {
    /// Where.
    pub(crate) at: (f32, f32),
    /// Whether it is the handle of a cubic curve.
    pub(crate) handle: bool,
}

impl Item {
    /// The same thing, moved.
    pub(crate) fn moved(mut self, right: f32, down: f32) -> Self {
        match &mut self {
            Self::Run(run) => {
                run.x += right;
                run.y += down;
            }
            Self::Rule(rule) => {
                rule.from = (rule.from.0 + right, rule.from.1 + down);
                rule.to = (rule.to.0 + right, rule.to.1 + down);
            }
            Self::Frame(frame) => {
                frame.x += right;
                frame.y += down;
            }
            Self::Shape(shape) => {
                for bend in shape.rings.iter_mut().flatten() {
                    bend.at = (bend.at.0 + right, bend.at.1 + down);
                }
            }
        }
        self
    }
}
