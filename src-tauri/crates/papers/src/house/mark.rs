//! The mark in one colour: an arch, and in it a keyhole that is also a child.

use std::f32::consts::{PI, TAU};

use crate::page::{Bend, Item, Shape};

/// The proportion of a handle to the radius for a quarter of a circle.
const QUARTER: f32 = 0.552_284_8;

/// The mark with its upper left corner at `x`, `y`; width over height is 418 to 480.
pub(crate) fn mark(x: f32, y: f32, height: f32) -> Item {
    let scale = height / 480.0;
    let place = |(left, down): (f32, f32)| (x + (left - 47.0) * scale, y + (down - 16.0) * scale);
    let rings = [arch(), keyhole()]
        .into_iter()
        .map(|ring| {
            ring.into_iter()
                .map(|bend| Bend {
                    at: place(bend.at),
                    ..bend
                })
                .collect()
        })
        .collect();
    Item::Shape(Shape {
        rings,
        hollow: None,
    })
}

/// Width of a mark of this height.
pub(crate) fn width(height: f32) -> f32 {
    height * 418.0 / 480.0
}

/// The door, in the coordinates of `icons/icon-mono.svg`.
fn arch() -> Vec<Bend> {
    let mut ring = vec![corner(47.0, 496.0), corner(47.0, 225.0)];
    turn(&mut ring, (256.0, 225.0), 209.0, PI, TAU);
    ring.push(corner(465.0, 496.0));
    ring
}

/// The keyhole: a head that is most of a circle, and a body that widens downwards.
fn keyhole() -> Vec<Bend> {
    let (head, radius) = ((256.0, 210.0), 74.0_f32);
    let neck = (63.5_f32 / 38.0).atan();
    let mut ring = vec![corner(
        head.0 - radius * neck.cos(),
        head.1 + radius * neck.sin(),
    )];
    turn(&mut ring, head, radius, PI - neck, TAU + neck);
    ring.extend([
        corner(336.0, 450.0),
        handle(338.0, 458.0),
        handle(332.0, 465.0),
        corner(324.0, 465.0),
    ]);
    ring.extend([
        corner(188.0, 465.0),
        handle(180.0, 465.0),
        handle(174.0, 458.0),
        corner(176.0, 450.0),
    ]);
    ring
}

/// An arc from one angle to another (clockwise on the page), in quarters or less; it begins where the ring ends.
fn turn(ring: &mut Vec<Bend>, centre: (f32, f32), radius: f32, from: f32, to: f32) {
    let parts = ((to - from) / (PI / 2.0)).ceil();
    let step = (to - from) / parts;
    let reach = radius * QUARTER * (step / (PI / 2.0));
    let mut angle = from;
    let at = |angle: f32| {
        (
            centre.0 + radius * angle.cos(),
            centre.1 + radius * angle.sin(),
        )
    };
    while angle + step / 2.0 < to {
        let (start, end) = (at(angle), at(angle + step));
        let (out, home) = (angle, angle + step);
        ring.push(handle(
            start.0 - reach * out.sin(),
            start.1 + reach * out.cos(),
        ));
        ring.push(handle(
            end.0 + reach * home.sin(),
            end.1 - reach * home.cos(),
        ));
        ring.push(corner(end.0, end.1));
        angle += step;
    }
}

fn corner(x: f32, y: f32) -> Bend {
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
