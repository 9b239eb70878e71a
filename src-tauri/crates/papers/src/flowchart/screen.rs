//! A flowchart on a canvas of its own, for the window: the same picture as on paper, and where each box is.

use super::boxes::Scale;
use super::chart::chart;
use super::draw::{Part, part};
use super::facts::FlowFacts;
use crate::page::{Page, Sheet};
use crate::typeset::Typesetter;
use crate::{PapersError, svg};

/// The size of the type, and how wide words run.
const SCALE: Scale = Scale {
    size: 10.5,
    wide: 16.0,
};
/// Room around the drawing.
const AROUND: f32 = 14.0;

/// A flowchart as a picture. Lengths are points.
#[derive(Clone)]
pub struct Drawing {
    /// The picture: SVG.
    pub svg: String,
    /// How wide it is.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// Where each step's box is, in the order in which they are read.
    pub boxes: Vec<DrawnBox>,
}

/// Where a step's box is.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnBox {
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

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Drawing({} boxes)", self.boxes.len())
    }
}

/// Draws a flowchart on a canvas that is as large as it needs. The same facts give the same picture.
///
/// # Errors
/// Only if something is broken.
pub fn drawing(facts: &FlowFacts) -> Result<Drawing, PapersError> {
    let mut setter = Typesetter::new()?;
    let mut chart = chart(&mut setter, facts, SCALE)?;
    let sheet = Sheet {
        width: chart.width + 2.0 * AROUND,
        height: chart.height + 2.0 * AROUND,
    };
    let boxes = chart
        .boxes
        .iter()
        .enumerate()
        .filter_map(|(place, one)| {
            let area = one.placed.area;
            Some(DrawnBox {
                id: facts.steps.get(one.step)?.id.clone(),
                number: u32::try_from(place + 1).ok()?,
                x: area.x + AROUND,
                y: area.y + AROUND,
                width: area.width,
                height: area.height,
            })
        })
        .collect();
    let whole = Part {
        layers: 0..chart.bands.len(),
        at: (AROUND, AROUND),
        enters: Vec::new(),
        leaves: Vec::new(),
    };
    let mut page = Page::of(sheet);
    page.items = part(&mut setter, &mut chart, facts, &whole)?;
    Ok(Drawing {
        svg: svg::picture(&page)?,
        width: sheet.width,
        height: sheet.height,
        boxes,
    })
}
