//! The room between a layer and the next: as much as the ways that run across in it need.

use super::assembly::Assembly;
use super::ports::Course;
use super::tracks::{Run, tracks};

/// What lies between a layer and the next.
pub(super) struct Gap {
    /// Each way that comes through, with its track.
    pub(super) across: Vec<(usize, Option<usize>)>,
    pub(super) lead: f32,
    pub(super) height: f32,
}

impl Assembly<'_> {
    /// What runs across below a layer, and how much room that needs.
    pub(super) fn gap(&self, gap: usize, courses: &[Course]) -> Gap {
        let mut runs = Vec::new();
        let mut whose = Vec::new();
        let mut lands = false;
        for (place, course) in courses.iter().enumerate() {
            let at = |layer: usize| course.spots.iter().find(|spot| spot.layer == layer);
            if let (Some(above), Some(below)) = (at(gap), at(gap + 1)) {
                let last = course
                    .spots
                    .last()
                    .is_some_and(|spot| spot.layer == gap + 1);
                lands |= last;
                runs.push(Run {
                    above: above.x,
                    below: below.x,
                    ends: last.then_some(course.lower),
                });
                whose.push(place);
            }
        }
        let (own, count) = tracks(&runs, self.scale.em(0.9));
        let across = whose.into_iter().zip(own).collect();
        let em = |count: f32| self.scale.em(count);
        let lead = if count > 0 { em(0.55) } else { em(0.2) };
        let between = em(0.8) * count.saturating_sub(1) as f32;
        let land = match (lands, count > 0) {
            (true, true) => em(1.25),
            (true, false) => em(1.0),
            (false, true) => em(0.5),
            (false, false) => em(0.1),
        };
        Gap {
            across,
            lead,
            height: lead + between + land,
        }
    }
}
