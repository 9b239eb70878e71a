//! Ways as lines: cut where an answer stands and where a page ends, with round corners and a head.

use crate::page::{Bend, Curve, Item, Shape};

/// From here to there, no line is drawn.
pub(super) type Break = (f32, f32);

/// The stretches of a way, given from above, that no break covers.
pub(super) fn stretches(points: &[(f32, f32)], breaks: &[Break]) -> Vec<Vec<(f32, f32)>> {
    let mut all: Vec<Vec<(f32, f32)>> = Vec::new();
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        for (upper, lower) in free(from.1, to.1, breaks) {
            let across = (from.1 - to.1).abs() < 0.01;
            let (begin, end) = if across {
                (*from, *to)
            } else {
                ((from.0, upper), (to.0, lower))
            };
            match all.last_mut() {
                Some(line) if line.last().is_some_and(|last| same(*last, begin)) => line.push(end),
                _ => all.push(vec![begin, end]),
            }
        }
    }
    all
}

/// What of `from` to `to` is in no break.
fn free(from: f32, to: f32, breaks: &[Break]) -> Vec<(f32, f32)> {
    let mut free = vec![(from, to)];
    for (upper, lower) in breaks {
        free = free
            .into_iter()
            .flat_map(|(from, to)| {
                if to < *upper || from > *lower {
                    return vec![(from, to)];
                }
                let mut left = Vec::new();
                if from < *upper {
                    left.push((from, *upper));
                }
                if to > *lower {
                    left.push((*lower, to));
                }
                left
            })
            .collect();
    }
    free
}

fn same(one: (f32, f32), other: (f32, f32)) -> bool {
    (one.0 - other.0).abs() < 0.01 && (one.1 - other.1).abs() < 0.01
}

/// A line through these corners, each of them rounded.
pub(super) fn line(points: &[(f32, f32)], radius: f32, weight: f32) -> Item {
    const HANDLE: f32 = 0.552_284_8;
    let mut bends = Vec::new();
    let corner = |at| Bend { at, handle: false };
    let handle = |at| Bend { at, handle: true };
    for (place, at) in points.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| points.get(before));
        let (Some(before), Some(after)) = (before, points.get(place + 1)) else {
            bends.push(corner(*at));
            continue;
        };
        let reach = radius
            .min(length(*before, *at) / 2.0)
            .min(length(*at, *after) / 2.0);
        if reach < 0.05 {
            bends.push(corner(*at));
            continue;
        }
        let (home, out) = (toward(*at, *before, reach), toward(*at, *after, reach));
        bends.push(corner(home));
        bends.push(handle(toward(home, *at, reach * HANDLE)));
        bends.push(handle(toward(out, *at, reach * HANDLE)));
        bends.push(corner(out));
    }
    Item::Curve(Curve {
        bends,
        weight,
        white: 0.0,
    })
}

fn length(one: (f32, f32), other: (f32, f32)) -> f32 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// So far from one point towards another.
fn toward(from: (f32, f32), to: (f32, f32), reach: f32) -> (f32, f32) {
    let share = reach / length(from, to).max(0.001);
    (
        from.0 + (to.0 - from.0) * share,
        from.1 + (to.1 - from.1) * share,
    )
}

/// The head of an arrow whose tip is here; it points down, or up.
pub(super) fn head((x, y): (f32, f32), long: f32, up: bool) -> Item {
    let back = if up { y + long } else { y - long };
    let half = long * 0.42;
    let ring = [(x, y), (x - half, back), (x + half, back)];
    Item::Shape(Shape {
        rings: vec![ring.map(|at| Bend { at, handle: false }).to_vec()],
        hollow: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stops_where_an_answer_stands_and_goes_on_below_it() {
        let points = [(0.0, 0.0), (0.0, 10.0), (50.0, 10.0), (50.0, 100.0)];

        let cut = stretches(&points, &[(40.0, 60.0)]);

        assert_eq!(
            cut,
            [
                vec![(0.0, 0.0), (0.0, 10.0), (50.0, 10.0), (50.0, 40.0)],
                vec![(50.0, 60.0), (50.0, 100.0)],
            ]
        );
    }
}
