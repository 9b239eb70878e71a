//! Body maps: each side that has marks, drawn to a scale that is said, and every mark in words beneath.

mod pins;

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{
    BODY_LEADING, MARGIN, MEASURE, SIGNATURE_LINE, SMALL, SMALL_LEADING, Sheets, plain, small,
    strong,
};
use crate::page::{Bend, Curve, Item, Rule, Shape, mm};
use crate::typeset::{Edge, span};

use self::pins::Pin;

/// The marks that could be seen.
#[derive(Clone)]
pub struct BodyFacts {
    /// The sides that have marks.
    pub sides: Vec<BodySide>,
    /// Every mark, also those that are in words alone.
    pub marks: Vec<MarkFacts>,
    /// When they were seen and when that was written: one line.
    pub when: String,
}

/// A body from one side. Lengths are millimetres of that body.
#[derive(Clone)]
pub struct BodySide {
    /// `Child, front`.
    pub title: String,
    /// Width and height.
    pub size: (f32, f32),
    /// What stands at the viewer's left and right: `child’s right`, `child’s left`. One of them may be blank.
    pub labels: (String, String),
    /// Closed outlines, painted in this order.
    pub outlines: Vec<Outline>,
    /// Open lines, fainter.
    pub lines: Vec<Outline>,
    /// The label of each mark, such as `3` or `B2`, and where it is.
    pub pins: Vec<(String, f32, f32)>,
}

/// A line through corners; what is `true` is a handle of a cubic curve.
#[derive(Clone, Debug)]
pub struct Outline(pub Vec<(f32, f32, bool)>);

/// One mark in words.
#[derive(Clone)]
pub struct MarkFacts {
    /// The label of its pin.
    pub label: String,
    /// Where.
    pub at: String,
    /// What it looks like.
    pub looks: String,
    /// What the child said about it.
    pub said: String,
}

macro_rules! hide_words {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
hide_words!(BodyFacts, BodySide, MarkFacts);

/// How high a whole body may be drawn.
const TALLEST: f32 = mm(104.0);
/// How high a head, hands or feet may be drawn.
const TALLEST_PART: f32 = mm(66.0);
/// What is higher is a whole body, in millimetres.
const WHOLE: f32 = 450.0;
/// Room for pins at each side of a drawing.
const PINS: f32 = 26.0;
/// From one drawing to the next.
const BETWEEN: f32 = 28.0;
/// Title and sides above a drawing.
const ABOVE: f32 = 30.0;
/// Scale beneath it.
const BELOW: f32 = 32.0;

/// A drawing with its scale.
struct Drawn<'a> {
    side: &'a BodySide,
    /// One to so many.
    scale: f32,
}

impl Drawn<'_> {
    fn points(&self, length: f32) -> f32 {
        mm(length) / self.scale
    }

    fn width(&self) -> f32 {
        (self.points(self.side.size.0) + 2.0 * PINS).max(mm(54.0))
    }

    fn height(&self) -> f32 {
        self.points(self.side.size.1)
    }
}

/// Draws the sides, then the marks in words and a line to sign on.
pub(crate) fn draw(sheets: &mut Sheets<'_>, facts: &BodyFacts) -> Result<(), PapersError> {
    drawings(sheets, &facts.sides, &facts.marks)?;
    for mark in &facts.marks {
        in_words(sheets, mark)?;
    }
    sheets.space(4.0);
    sheets.words(&[small(facts.when.as_str())])?;
    signature(sheets, "Signature of whoever saw this")
}

/// The sides, as many beside one another as there is room for.
pub(crate) fn drawings(
    sheets: &mut Sheets<'_>,
    sides: &[BodySide],
    marks: &[MarkFacts],
) -> Result<(), PapersError> {
    for row in rows(sides) {
        let tallest = tallest(&row);
        sheets.keep(ABOVE + tallest + BELOW)?;
        let top = sheets.y();
        let mut x = 0.0;
        for drawn in &row {
            let instead = instead(drawn.side, marks);
            sheets.figure(instead, |sheets| {
                side(sheets, drawn, x, top + ABOVE, tallest)
            })?;
            x += drawn.width() + BETWEEN;
        }
        sheets.space(ABOVE + tallest + BELOW);
    }
    Ok(())
}

/// Lines to sign on.
pub(crate) fn signature(sheets: &mut Sheets<'_>, whose: &str) -> Result<(), PapersError> {
    sheets.keep(SIGNATURE_LINE + 40.0)?;
    sheets.named_lines(
        &[(whose, 4.0), ("Name and role", 4.0), ("Date", 2.0)],
        SIGNATURE_LINE,
    )
}

/// How much room a heading needs beneath it, so that it is not left alone on its page.
pub(crate) fn first(sides: &[BodySide]) -> f32 {
    let row = rows(sides).into_iter().next();
    row.map_or(0.0, |row| ABOVE + tallest(&row) + BELOW)
}

fn tallest(row: &[Drawn<'_>]) -> f32 {
    row.iter().map(Drawn::height).fold(0.0, f32::max)
}

/// One to so many: small enough to fit, and the same for every whole body, so that they can be compared.
fn scale(side: &BodySide, sides: &[BodySide]) -> f32 {
    let whole = |side: &BodySide| side.size.1 > WHOLE;
    let own = |side: &BodySide| {
        let tallest = if whole(side) { TALLEST } else { TALLEST_PART };
        let widest = (MEASURE - BETWEEN) / 2.0 - 2.0 * PINS;
        let by_height = mm(side.size.1) / tallest;
        by_height.max(mm(side.size.0) / widest).max(1.0).ceil()
    };
    let others = sides.iter().filter(|other| whole(other) && whole(side));
    others.map(own).fold(own(side), f32::max)
}

/// As many beside one another as there is room for.
fn rows(sides: &[BodySide]) -> Vec<Vec<Drawn<'_>>> {
    let mut rows: Vec<Vec<Drawn<'_>>> = Vec::new();
    let mut used = f32::MAX;
    for side in sides {
        let scale = scale(side, sides);
        let drawn = Drawn { side, scale };
        let width = drawn.width() + BETWEEN;
        match rows.last_mut() {
            Some(row) if used + width <= MEASURE + BETWEEN => row.push(drawn),
            _ => {
                used = 0.0;
                rows.push(vec![drawn]);
            }
        }
        used += width;
    }
    rows
}

/// One side with its title, its sides' names, its pins and its scale.
fn side(
    sheets: &mut Sheets<'_>,
    drawn: &Drawn<'_>,
    x: f32,
    top: f32,
    tallest: f32,
) -> Result<(), PapersError> {
    let facts = drawn.side;
    let width = drawn.width();
    let title = sheets.set(&[strong(facts.title.as_str())], width, BODY_LEADING)?;
    sheets.place_aside(title, x, top - ABOVE);
    let (left, right) = &facts.labels;
    let left = sheets.set(&[small(left.as_str())], width, SMALL_LEADING)?;
    sheets.place_aside(left, x, top - ABOVE + 15.0);
    let right = sheets.set(&[small(right.as_str())], width, SMALL_LEADING)?;
    let room = width - right.width();
    sheets.place_aside(right, x + room, top - ABOVE + 15.0);

    let from = (width - drawn.points(facts.size.0)) / 2.0 + x + MARGIN;
    let at = |(px, py): (f32, f32)| (from + drawn.points(px), top + drawn.points(py));
    let bends = |outline: &Outline| -> Vec<Bend> {
        let points = outline.0.iter();
        points
            .map(|(px, py, handle)| Bend {
                at: at((*px, *py)),
                handle: *handle,
            })
            .collect()
    };
    for outline in &facts.outlines {
        sheets.draw(Item::Shape(Shape {
            rings: vec![bends(outline)],
            hollow: Some(0.8),
        }));
    }
    for line in &facts.lines {
        sheets.draw(Item::Curve(Curve {
            bends: bends(line),
            weight: 0.5,
            white: 0.5,
        }));
    }
    let spots: Vec<Pin> = facts
        .pins
        .iter()
        .map(|(label, px, py)| Pin {
            label: label.clone(),
            spot: at((*px, *py)),
        })
        .collect();
    let edges = (x + MARGIN + 8.0, x + MARGIN + width - 8.0);
    pins::draw(sheets, spots, edges, (top + 4.0, top + tallest + 6.0))?;
    scale_line(sheets, drawn, x, top + tallest + 6.0)
}

/// A line that is a round length on the body, and what the drawing is to it.
fn scale_line(
    sheets: &mut Sheets<'_>,
    drawn: &Drawn<'_>,
    x: f32,
    y: f32,
) -> Result<(), PapersError> {
    let (length, said) = if drawn.scale > 5.0 {
        (100.0, "10 cm")
    } else {
        (20.0, "2 cm")
    };
    let (from, to) = (x + MARGIN, x + MARGIN + drawn.points(length));
    let mut rule = |from, to| {
        sheets.draw(Item::Rule(Rule {
            from,
            to,
            weight: 0.8,
        }));
    };
    rule((from, y + 5.0), (to, y + 5.0));
    rule((from, y + 2.5), (from, y + 7.5));
    rule((to, y + 2.5), (to, y + 7.5));
    let words = format!("{said} on such a body; about 1 : {:.0}", drawn.scale);
    let words = span(words, Face::Sans, SMALL - 0.8);
    let words = sheets.set_to(Edge::Start, &[words], drawn.width(), SMALL_LEADING)?;
    sheets.place_aside(words, x, y + 9.0);
    Ok(())
}

/// A mark: its number, where it is, what it looks like, what was said.
pub(crate) fn in_words(sheets: &mut Sheets<'_>, mark: &MarkFacts) -> Result<(), PapersError> {
    const NUMBER: f32 = 22.0;
    const WHERE: f32 = 150.0;
    let number = sheets.set(&[strong(format!("{}.", mark.label))], WHERE, BODY_LEADING)?;
    let at = sheets.set(&[strong(mark.at.as_str())], WHERE - 8.0, BODY_LEADING)?;
    let mut words = vec![plain(mark.looks.as_str())];
    if !mark.said.is_empty() {
        let before = if mark.looks.is_empty() { "" } else { "\n" };
        let said = format!("{before}\u{201c}{}\u{201d}", mark.said.trim());
        words.push(span(said, Face::Serif, 11.4));
    }
    let indent = NUMBER.max(number.width() + 6.0);
    let words = sheets.set(&words, MEASURE - indent - WHERE, BODY_LEADING)?;
    let height = words.height().max(at.height());
    sheets.keep(height + 6.0)?;
    let y = sheets.y();
    sheets.draw(Item::Rule(Rule {
        from: (MARGIN, y),
        to: (MARGIN + MEASURE, y),
        weight: 0.4,
    }));
    sheets.part(crate::page::Role::Paragraph, |sheets| {
        sheets.place(number, 0.0, y + 3.0);
        sheets.place(at, indent, y + 3.0);
        sheets.place(words, indent + WHERE, y + 3.0);
        Ok(())
    })?;
    sheets.space(height + 7.0);
    Ok(())
}

/// What is read in place of the drawing.
fn instead(side: &BodySide, marks: &[MarkFacts]) -> String {
    let here: Vec<String> = side
        .pins
        .iter()
        .filter_map(|(label, _, _)| {
            let mark = marks.iter().find(|mark| mark.label == *label)?;
            Some(format!("{label}, {}", mark.at))
        })
        .collect();
    format!(
        "Outline of a body: {}. Marks: {}.",
        side.title,
        here.join("; ")
    )
}
