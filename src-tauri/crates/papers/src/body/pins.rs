//! Numbered pins beside a drawing, each joined to its spot, none over another.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{MARGIN, Sheets};
use crate::page::{Bend, Item, Rule, Shape};
use crate::typeset::span;

/// A mark on a drawing.
pub(super) struct Pin {
    /// Its label.
    pub(super) label: String,
    /// Where it is on the page.
    pub(super) spot: (f32, f32),
}

/// The pin's half width.
const ROUND: f32 = 7.0;
/// The least distance from one pin to the next beneath it.
const APART: f32 = 16.0;

/// Draws the pins in two columns, at the x of `edges`, between two heights.
pub(super) fn draw(
    sheets: &mut Sheets<'_>,
    pins: Vec<Pin>,
    edges: (f32, f32),
    heights: (f32, f32),
) -> Result<(), PapersError> {
    let middle = f32::midpoint(edges.0, edges.1);
    let (at_left, at_right): (Vec<Pin>, Vec<Pin>) =
        pins.into_iter().partition(|pin| pin.spot.0 < middle);
    for (mut column, x) in [(at_left, edges.0), (at_right, edges.1)] {
        column.sort_by(|a, b| a.spot.1.total_cmp(&b.spot.1));
        let wanted: Vec<f32> = column.iter().map(|pin| pin.spot.1).collect();
        for (pin, y) in column.iter().zip(spread(&wanted, heights)) {
            one(sheets, pin, (x, y))?;
        }
    }
    Ok(())
}

/// Heights near the wanted ones, in their order, far enough apart, and within bounds where there is room.
fn spread(wanted: &[f32], (top, bottom): (f32, f32)) -> Vec<f32> {
    let mut next = top;
    let mut all: Vec<f32> = Vec::with_capacity(wanted.len());
    for y in wanted {
        let y = y.max(next);
        all.push(y);
        next = y + APART;
    }
    let mut below = bottom;
    for y in all.iter_mut().rev() {
        *y = y.min(below).max(top);
        below = *y - APART;
    }
    all
}

fn one(sheets: &mut Sheets<'_>, pin: &Pin, at: (f32, f32)) -> Result<(), PapersError> {
    sheets.draw(Item::Rule(Rule {
        from: pin.spot,
        to: at,
        weight: 0.6,
    }));
    sheets.draw(circle(pin.spot, 2.0, None));
    sheets.draw(circle(at, ROUND, Some(0.9)));
    // A longer label is set smaller, so that it stays in its ring.
    let size = match pin.label.chars().count() {
        0..=2 => 9.0,
        3 => 7.4,
        _ => 5.8,
    };
    let label = [span(pin.label.as_str(), Face::SansBold, size)];
    let label = sheets.set(&label, 4.0 * ROUND, 11.0)?;
    let x = at.0 - MARGIN - label.width() / 2.0;
    sheets.place_aside(label, x, at.1 - 5.9);
    Ok(())
}

/// The proportion of a handle to the radius for a quarter of a circle.
const QUARTER: f32 = 0.552_284_8;

fn circle((x, y): (f32, f32), radius: f32, hollow: Option<f32>) -> Item {
    let (r, h) = (radius, radius * QUARTER);
    let points = [
        (r, 0.0, false),
        (r, h, true),
        (h, r, true),
        (0.0, r, false),
        (-h, r, true),
        (-r, h, true),
        (-r, 0.0, false),
        (-r, -h, true),
        (-h, -r, true),
        (0.0, -r, false),
        (h, -r, true),
        (r, -h, true),
        (r, 0.0, false),
    ];
    let ring = points.map(|(right, down, handle)| Bend {
        at: (x + right, y + down),
        handle,
    });
    Item::Shape(Shape {
        rings: vec![ring.into()],
        hollow,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_keep_their_order_and_their_distance() {
        let spread = spread(&[10.0, 11.0, 12.0, 200.0, 201.0], (0.0, 205.0));

        assert!(spread.windows(2).all(|two| two[1] - two[0] >= APART));
        assert!(spread.iter().all(|y| (0.0..=205.0).contains(y)));
    }
}
