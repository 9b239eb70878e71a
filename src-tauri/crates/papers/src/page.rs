//! The page as every writer sees it: where each glyph and each line goes, and nothing about what it means.
//!
//! Lengths are points (1/72 inch); the origin is the upper left corner and y grows downwards. Nothing here has a
//! `Debug`, because runs hold names and the words of a recovery kit.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::fonts::Face;
use crate::packed::{self, Packed};
use crate::placed::Placed;
use crate::redact::Removed;

/// Millimetres in points.
pub(crate) const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// How large a page is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sheet {
    /// From edge to edge.
    pub(crate) width: f32,
    /// From the upper edge to the lower one.
    pub(crate) height: f32,
}

impl Sheet {
    /// A4 upright: every paper but a drawing that needs more room.
    pub(crate) const A4: Self = Self {
        width: mm(210.0),
        height: mm(297.0),
    };
    /// A3 upright: two sheets of A4 beside one another.
    pub(crate) const A3: Self = Self {
        width: mm(297.0),
        height: mm(420.0),
    };

    /// The same, lying on its side.
    pub(crate) const fn lying(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }
}

/// A whole paper, ready for a writer.
#[derive(Clone)]
pub(crate) struct Paper {
    /// What a reader's title bar shows. Never a child's or an account's name: print queues show it too.
    pub(crate) title: String,
    /// What tells this paper from another, for the file's identifier. Never a secret.
    pub(crate) identity: String,
    /// The day the paper was made, where its facts say so.
    pub(crate) made_on: Option<Day>,
    /// Its pages.
    pub(crate) pages: Vec<Packed>,
    /// What its parts are, in reading order.
    pub(crate) elements: Vec<Role>,
    /// What is read in place of a figure, by the place of its part.
    pub(crate) instead: BTreeMap<usize, String>,
    /// Where a reader's list of contents leads.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// What pages are called, where they are called by what is printed on them: from which page on, and what stands before a number
    /// that counts from 1 there.
    pub(crate) labels: Vec<(usize, String)>,
}

/// One side of paper.
#[derive(Clone)]
pub(crate) struct Page {
    /// How large it is.
    pub(crate) sheet: Sheet,
    /// What is on it, in reading order.
    pub(crate) items: Vec<Item>,
    /// Which items belong to which element; those between belong to none: the head, the foot, rules.
    pub(crate) marks: Vec<Mark>,
    /// How many of its items are its head.
    pub(crate) head: usize,
    /// Where the items of its foot begin; nothing while it has none.
    pub(crate) foot: Option<usize>,
    /// Places on it that lead to another page.
    pub(crate) links: Vec<Link>,
    /// What was taken out of its words, once for each place.
    pub(crate) removed: Vec<Removed>,
    /// A word on it is broken over two lines.
    pub(crate) broken: bool,
}

impl Page {
    /// A page of this size with nothing on it.
    pub(crate) fn of(sheet: Sheet) -> Self {
        Self {
            sheet,
            items: Vec::new(),
            marks: Vec::new(),
            head: 0,
            foot: None,
            links: Vec::new(),
            removed: Vec::new(),
            broken: false,
        }
    }
}

/// A place on a page that leads to another.
#[derive(Clone, Copy)]
pub(crate) struct Link {
    /// Left edge.
    pub(crate) x: f32,
    /// Upper edge.
    pub(crate) y: f32,
    /// To the right.
    pub(crate) width: f32,
    /// Downwards.
    pub(crate) height: f32,
    /// The page's place.
    pub(crate) to: usize,
}

/// Items that are a piece of one element.
#[derive(Clone)]
pub(crate) struct Mark {
    /// The items' places on the page.
    pub(crate) items: Range<usize>,
    /// The element's place in the paper's list.
    pub(crate) element: usize,
}

/// What a part of a paper is, for whoever has it read aloud (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The one large thing.
    Title,
    /// A month, or a part of a record.
    Heading,
    /// One thing that happened.
    Entry,
    /// Words of the house.
    Paragraph,
    /// What a child said.
    Quote,
    /// What stands beneath in small type.
    Note,
    /// A drawing.
    Figure,
}

/// A line of a reader's list of contents.
#[derive(Clone)]
pub(crate) struct Bookmark {
    /// What it says. As the paper itself, it may hold a name.
    pub(crate) title: String,
    /// 1, or 2 for one beneath the last 1.
    pub(crate) level: u8,
    /// The page's place.
    pub(crate) page: usize,
    /// How far down.
    pub(crate) y: f32,
}

/// One thing on a page.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) enum Item {
    /// Words.
    Run(Run),
    /// A straight line.
    Rule(Rule),
    /// A rectangle's edge.
    Frame(Frame),
    /// A filled outline.
    Shape(Shape),
    /// A line that bends.
    Curve(Curve),
    /// A photograph, or a page from elsewhere. It is kept beside a page that is packed.
    #[serde(skip)]
    Placed(Place),
}

/// Where something that was not made here stands.
#[derive(Clone)]
pub(crate) struct Place {
    /// What.
    pub(crate) what: Arc<Placed>,
    /// Left edge.
    pub(crate) x: f32,
    /// Upper edge.
    pub(crate) y: f32,
    /// To the right.
    pub(crate) width: f32,
    /// Downwards.
    pub(crate) height: f32,
}

/// Glyphs of one face and size on one baseline.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Run {
    /// Whose glyphs they are.
    pub(crate) face: Face,
    /// Size of the type.
    pub(crate) size: f32,
    /// Where the first glyph stands.
    pub(crate) x: f32,
    /// The baseline.
    pub(crate) y: f32,
    /// The characters the glyphs stand for, in the order of the glyphs.
    pub(crate) text: String,
    /// The glyphs, from left to right.
    #[serde(with = "packed")]
    pub(crate) glyphs: Vec<Glyph>,
    /// It is read from right to left.
    pub(crate) leftward: bool,
    /// What a reader must copy instead of the glyphs' own characters, where the two differ.
    pub(crate) reads: Option<String>,
}

/// One glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Its number in the face.
    pub(crate) id: u16,
    /// Where its characters begin in the run's text. A run is never longer than a line.
    pub(crate) from: u16,
    /// Where they end. A glyph may have none: the second part of a letter drawn in two.
    pub(crate) to: u16,
    /// How far above the baseline it stands, in hundredths of a point.
    pub(crate) rise: i16,
    /// Its place to the right of the run's, in thousandths of a point: finer than any printer.
    pub(crate) across: i32,
}

/// A straight line.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Rule {
    /// From here.
    pub(crate) from: (f32, f32),
    /// To here.
    pub(crate) to: (f32, f32),
    /// How thick.
    pub(crate) weight: f32,
}

/// A rectangle's edge.
#[derive(Clone, Serialize, Deserialize)]
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
    /// Drawn in dashes: something is left out here, or stands for somebody.
    pub(crate) dashed: bool,
}

/// An outline, filled; where its rings overlap an even number of times it is cut out.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Shape {
    /// Closed rings.
    pub(crate) rings: Vec<Vec<Bend>>,
    /// Drawn as a line of this weight on white instead of being filled.
    pub(crate) hollow: Option<f32>,
}

/// An open line through corners and handles.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Curve {
    /// From its beginning to its end.
    pub(crate) bends: Vec<Bend>,
    /// How thick.
    pub(crate) weight: f32,
    /// How much white is in it: 0 is ink.
    pub(crate) white: f32,
}

/// A corner of a ring or the handle of a curve between two corners.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Bend {
    /// Where.
    pub(crate) at: (f32, f32),
    /// Whether it is the handle of a cubic curve.
    pub(crate) handle: bool,
}

impl Glyph {
    /// How far above the baseline it stands.
    pub(crate) fn rises(&self) -> f32 {
        f32::from(self.rise) / 100.0
    }

    /// Its place to the right of the run's.
    pub(crate) fn x(&self) -> f32 {
        self.across as f32 / 1000.0
    }
}

impl Run {
    /// What it says, in the order in which a person reads it.
    pub(crate) fn said(&self) -> Cow<'_, str> {
        if let Some(reads) = &self.reads {
            return Cow::Borrowed(reads);
        }
        if !self.leftward {
            return Cow::Borrowed(&self.text);
        }
        let text = |glyph: &Glyph| {
            self.text
                .get(usize::from(glyph.from)..usize::from(glyph.to))
                .unwrap_or_default()
        };
        Cow::Owned(self.glyphs.iter().rev().map(text).collect())
    }
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
            Self::Placed(place) => {
                place.x += right;
                place.y += down;
            }
            Self::Curve(curve) => {
                for bend in &mut curve.bends {
                    bend.at = (bend.at.0 + right, bend.at.1 + down);
                }
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
