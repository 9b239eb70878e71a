//! Where ways leave their upper step and meet their lower one.

use super::assembly::Assembly;
use super::layers::{Lane, Link, Spot};

/// A way's place in every layer it touches, from above.
pub(super) struct Course {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) spots: Vec<Spot>,
}

impl Assembly<'_> {
    /// Every way through its layers, with where it leaves its upper step and meets its lower one.
    pub(super) fn courses(&self) -> Vec<Course> {
        let none = Lane::default();
        let met = |step: usize, lower: bool| {
            let same = |link: &&Link| {
                let ends = link.ends();
                step == if lower { ends.0 } else { ends.1 }
            };
            self.links.iter().filter(same).count()
        };
        let mut courses: Vec<Course> = self
            .links
            .iter()
            .enumerate()
            .map(|(place, link)| {
                let lane = self.laid.lanes.get(place).unwrap_or(&none);
                let (upper, lower) = link.ends();
                let (x_of_upper, x_of_lower) = self.ports((upper, lower), &lane.passes, &met);
                let mut spots = vec![Spot {
                    x: x_of_upper,
                    ..self.spot(upper)
                }];
                spots.extend(lane.passes.iter().copied());
                spots.push(Spot {
                    x: x_of_lower,
                    ..self.spot(lower)
                });
                Course {
                    upper,
                    lower,
                    spots,
                }
            })
            .collect();
        self.straighten(&mut courses);
        courses
    }

    /// Where a way leaves its upper step and meets its lower one: straight where it can, else from the middle of a box
    /// that it has to itself, else as near as the edge lets it. `met` counts the ways at a step's lower or upper edge.
    fn ports(
        &self,
        (upper, lower): (usize, usize),
        passes: &[Spot],
        met: &impl Fn(usize, bool) -> usize,
    ) -> (f32, f32) {
        let (from, to) = (self.reach(upper), self.reach(lower));
        let (Some(next), Some(before)) = (passes.first(), passes.last()) else {
            let both = (from.0.max(to.0), from.1.min(to.1));
            if both.0 <= both.1 {
                let middles = [self.spot(upper).x, self.spot(lower).x];
                let fits = |x: &f32| *x >= both.0 && *x <= both.1;
                let x = middles
                    .into_iter()
                    .find(fits)
                    .unwrap_or((both.0 + both.1) / 2.0);
                return (x, x);
            }
            let (above, below) = (self.spot(upper).x, self.spot(lower).x);
            return (
                port(above, from, below, met(upper, true) == 1),
                port(below, to, above, met(lower, false) == 1),
            );
        };
        (
            port(self.spot(upper).x, from, next.x, met(upper, true) == 1),
            port(self.spot(lower).x, to, before.x, met(lower, false) == 1),
        )
    }

    /// From where to where ways meet the edge of a box.
    fn reach(&self, step: usize) -> (f32, f32) {
        let middle = self.spot(step).x;
        let width = self.rooms.get(step).map_or(0.0, |room| room.width);
        let flat = self.flat.get(step).copied().unwrap_or_default();
        let reach = (width / 2.0 - flat).max(0.0);
        (middle - reach, middle + reach)
    }

    /// Two ways that meet one edge of a box closer than anybody could tell apart, meet it at one place.
    fn straighten(&self, courses: &mut [Course]) {
        let near = self.scale.em(1.0);
        for step in 0..self.rooms.len() {
            for upper in [true, false] {
                let mut ports: Vec<(bool, f32)> = courses
                    .iter()
                    .filter(|course| step == if upper { course.upper } else { course.lower })
                    .filter_map(|course| {
                        let (own, next) = ends(course, upper)?;
                        Some(((own - next).abs() < 0.5, own))
                    })
                    .collect();
                // What goes straight stays; what bends may move.
                ports.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.total_cmp(&other.1)));
                let mut kept: Vec<f32> = Vec::new();
                for (_, port) in &ports {
                    if kept.iter().all(|known| (known - port).abs() > near) {
                        kept.push(*port);
                    }
                }
                for course in courses.iter_mut() {
                    if step != if upper { course.upper } else { course.lower } {
                        continue;
                    }
                    let Some((own, next)) = ends(course, upper) else {
                        continue;
                    };
                    if (own - next).abs() < 0.5 {
                        continue;
                    }
                    let closest = kept
                        .iter()
                        .copied()
                        .min_by(|a, b| (a - own).abs().total_cmp(&(b - own).abs()));
                    let end = if upper {
                        course.spots.first_mut()
                    } else {
                        course.spots.last_mut()
                    };
                    if let (Some(end), Some(closest)) = (end, closest) {
                        end.x = closest;
                    }
                }
            }
        }
    }
}

/// Where a way to `x` meets an edge that reaches from here to there.
fn port(middle: f32, (from, to): (f32, f32), x: f32, alone: bool) -> f32 {
    match alone && !(from..=to).contains(&x) {
        true => middle,
        false => x.clamp(from, to),
    }
}

/// Where a course meets its upper or lower step, and where it is in the layer next to it.
fn ends(course: &Course, upper: bool) -> Option<(f32, f32)> {
    let mut spots: Vec<f32> = course.spots.iter().map(|spot| spot.x).collect();
    if !upper {
        spots.reverse();
    }
    spots.first().copied().zip(spots.get(1).copied())
}
