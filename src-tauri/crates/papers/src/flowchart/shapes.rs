//! The shape of a step, told by its outline alone: printed on a tired printer it is still the same.

use super::boxes::{Scale, Sign};
use super::chart::Area;
use super::facts::StepKind;
use crate::page::{Bend, Curve, Item, Rule, Shape};

/// The outline of a step, white inside.
pub(super) fn outline(kind: StepKind, area: Area, scale: Scale, heavy: bool) -> Vec<Item> {
    let weight = match (heavy, kind) {
        (true, _) => scale.em(0.27),
        (false, StepKind::End) => scale.em(0.2),
        (false, StepKind::Start | StepKind::Action | StepKind::Decision | StepKind::Warning) => {
            scale.em(0.09)
        }
    };
    let ring = match kind {
        StepKind::Action => cut(area, 0.0),
        StepKind::Warning => cut(area, 0.0),
        StepKind::Decision => cut(area, scale.em(0.75).min(area.height / 2.0)),
        StepKind::Start | StepKind::End => rounded(area, scale.em(1.1).min(area.height / 2.0)),
    };
    let mut items = vec![shape(ring, weight)];
    if kind == StepKind::Warning {
        let inset = scale.em(0.28) + if heavy { scale.em(0.1) } else { 0.0 };
        let inner = Area {
            x: area.x + inset,
            y: area.y + inset,
            width: area.width - 2.0 * inset,
            height: area.height - 2.0 * inset,
        };
        items.push(shape(cut(inner, 0.0), scale.em(0.09)));
    }
    items
}

/// A tick, a cross or an arrow in a square of one size of the type, with its upper left corner here.
pub(super) fn sign(sign: Sign, (x, y): (f32, f32), scale: Scale) -> Vec<Item> {
    let at = |right: f32, down: f32| (x + scale.em(right), y + scale.em(down));
    let line = |points: &[(f32, f32)]| {
        Item::Curve(Curve {
            bends: points
                .iter()
                .map(|(right, down)| Bend {
                    at: at(*right, *down),
                    handle: false,
                })
                .collect(),
            weight: scale.em(0.16),
            white: 0.0,
        })
    };
    match sign {
        Sign::Tick => vec![line(&[(0.12, 0.52), (0.38, 0.8), (0.88, 0.2)])],
        Sign::Cross => vec![
            line(&[(0.18, 0.2), (0.8, 0.8)]),
            line(&[(0.8, 0.2), (0.18, 0.8)]),
        ],
        Sign::Arrow => {
            let ring = [(0.15, 0.1), (0.9, 0.5), (0.15, 0.9)];
            vec![Item::Shape(Shape {
                rings: vec![
                    ring.map(|(right, down)| Bend {
                        at: at(right, down),
                        handle: false,
                    })
                    .to_vec(),
                ],
                hollow: None,
            })]
        }
    }
}

/// The line at the right of a strip.
pub(super) fn strip_edge(area: Area, width: f32, scale: Scale) -> Item {
    let x = area.x + width;
    Item::Rule(Rule {
        from: (x, area.y),
        to: (x, area.bottom()),
        weight: scale.em(0.09),
    })
}

/// A circle with a letter's room in it: where a way goes on elsewhere.
pub(super) fn circle((x, y): (f32, f32), radius: f32, weight: f32) -> Item {
    let area = Area {
        x: x - radius,
        y: y - radius,
        width: 2.0 * radius,
        height: 2.0 * radius,
    };
    shape(rounded(area, radius), weight)
}

fn shape(ring: Vec<Bend>, weight: f32) -> Item {
    Item::Shape(Shape {
        rings: vec![ring],
        hollow: Some(weight),
    })
}

/// A rectangle with its corners cut off by so much.
fn cut(area: Area, by: f32) -> Vec<Bend> {
    let (left, right, top, bottom) = (area.x, area.right(), area.y, area.bottom());
    let corners = if by <= 0.0 {
        vec![(left, top), (right, top), (right, bottom), (left, bottom)]
    } else {
        vec![
            (left + by, top),
            (right - by, top),
            (right, top + by),
            (right, bottom - by),
            (right - by, bottom),
            (left + by, bottom),
            (left, bottom - by),
            (left, top + by),
        ]
    };
    corners
        .into_iter()
        .map(|at| Bend { at, handle: false })
        .collect()
}

/// A rectangle with round corners.
fn rounded(area: Area, radius: f32) -> Vec<Bend> {
    const HANDLE: f32 = 0.552_284_8;
    let (left, right, top, bottom) = (area.x, area.right(), area.y, area.bottom());
    let (r, h) = (radius, radius * (1.0 - HANDLE));
    let corner = |x, y| Bend {
        at: (x, y),
        handle: false,
    };
    let handle = |x, y| Bend {
        at: (x, y),
        handle: true,
    };
    vec![
        corner(left + r, top),
        corner(right - r, top),
        handle(right - h, top),
        handle(right, top + h),
        corner(right, top + r),
        corner(right, bottom - r),
        handle(right, bottom - h),
        handle(right - h, bottom),
        corner(right - r, bottom),
        corner(left + r, bottom),
        handle(left + h, bottom),
        handle(left, bottom - h),
        corner(left, bottom - r),
        corner(left, top + r),
        handle(left, top + h),
        handle(left + h, top),
        corner(left + r, top),
    ]
}
