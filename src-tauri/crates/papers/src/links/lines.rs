//! Where the lines of a picture run.

use crate::house::{MARGIN, MEASURE};
use crate::page::{Bend, Curve, Item};
use crate::typeset::Edge;

/// How wide a column of names is.
pub(super) const NAMES: f32 = 146.0;
/// From the names to the dot at the end of their line.
const GAP: f32 = 8.0;

/// Where somebody stands.
pub(super) struct Spot {
    /// By place among the people.
    pub(super) person: usize,
    /// In the left column.
    pub(super) left: bool,
    /// The end of their line.
    pub(super) at: (f32, f32),
}

/// Names keep to the side of the middle, where their lines end.
pub(super) fn edge(left: bool) -> Edge {
    match left {
        true => Edge::Right,
        false => Edge::Left,
    }
}

/// Where a column of names begins, from the margin.
pub(super) fn names_at(left: bool) -> f32 {
    match left {
        true => 0.0,
        false => MEASURE - NAMES,
    }
}

/// Where the lines of a column end, from the edge of the page.
pub(super) fn end_of(left: bool) -> f32 {
    match left {
        true => MARGIN + NAMES + GAP,
        false => MARGIN + MEASURE - NAMES - GAP,
    }
}

/// The line from the child in the middle to somebody.
pub(super) fn line_to((x, y): (f32, f32), spot: &Spot, concerns: usize) -> Item {
    let half = (x + spot.at.0) / 2.0;
    let (weight, white) = match concerns {
        0 => (0.7, 0.55),
        some => (0.55 + 0.4 * some.min(6) as f32, 0.0),
    };
    Item::Curve(Curve {
        bends: vec![
            corner(x, y),
            handle(half, y),
            handle(half, spot.at.1),
            corner(spot.at.0, spot.at.1),
        ],
        weight,
        white,
    })
}

/// A bow on the side of the middle, deeper between two who stand far apart.
pub(super) fn bow(a: &Spot, b: &Spot, concerns: u32) -> Item {
    let deep = (6.0 + (a.at.1 - b.at.1).abs() * 0.2).min(34.0);
    let x = a.at.0 + if a.left { deep } else { -deep };
    Item::Curve(Curve {
        bends: vec![
            corner(a.at.0, a.at.1),
            handle(x, a.at.1),
            handle(x, b.at.1),
            corner(b.at.0, b.at.1),
        ],
        weight: 0.5 + 0.25 * concerns.min(4) as f32,
        white: 0.35,
    })
}

/// A corner of a line.
pub(super) fn corner(x: f32, y: f32) -> Bend {
    Bend {
        at: (x, y),
        handle: false,
    }
}

fn handle(x: f32, y: f32) -> Bend {
    Bend {
        at: (x, y),
        handle: true,
    }
}
