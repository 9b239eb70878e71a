//! A chart put together: where layers lie one beneath the other, what stands in them, and where ways bend between them.

use super::boxes::{Scale, Set};
use super::chart::{Area, Band, Boxed, Chart, Placed, Way};
use super::gap::Gap;
use super::layers::{Layers, Link, Room, Spot};
use super::ports::Course;

/// What a chart is put together from.
pub(super) struct Assembly<'a> {
    pub(super) scale: Scale,
    pub(super) laid: &'a Layers,
    pub(super) links: &'a [Link],
    pub(super) rooms: &'a [Room],
    pub(super) flat: &'a [f32],
}

impl Assembly<'_> {
    pub(super) fn chart(
        &self,
        order: &[usize],
        sets: Vec<Set>,
        answers: Vec<Option<Set>>,
        taken: &[bool],
    ) -> Chart {
        let courses = self.courses();
        let gaps: Vec<Gap> = (0..self.laid.count.saturating_sub(1))
            .map(|gap| self.gap(gap, &courses))
            .collect();
        let bands = self.bands(&gaps);
        let mut sets: Vec<Option<Set>> = sets.into_iter().map(Some).collect();
        let boxes: Vec<Boxed> = order
            .iter()
            .filter_map(|step| {
                let set = sets.get_mut(*step)?.take()?;
                let spot = self.spot(*step);
                Some(Boxed {
                    step: *step,
                    layer: spot.layer,
                    placed: placed(set, spot, &bands),
                })
            })
            .collect();
        let tops = |step: usize| {
            boxes
                .iter()
                .find(|one| one.step == step)
                .map(|one| one.placed.area)
        };
        let mut ways = Vec::new();
        for (place, ((link, course), answer)) in
            self.links.iter().zip(&courses).zip(answers).enumerate()
        {
            let (Some(upper), Some(lower)) = (tops(course.upper), tops(course.lower)) else {
                continue;
            };
            let label = self.laid.lanes.get(place).and_then(|lane| lane.label);
            ways.push(Way {
                from: link.from,
                taken: taken.get(place).copied().unwrap_or_default(),
                back: link.back,
                points: self.points(place, course, (upper.bottom(), lower.y), &gaps, &bands),
                answer: answer
                    .zip(label)
                    .map(|(set, spot)| placed(set, spot, &bands)),
            });
        }
        Chart {
            scale: self.scale,
            width: self.laid.width,
            height: bands.last().map_or(0.0, |band| band.bottom),
            boxes,
            ways,
            bands,
        }
    }

    pub(super) fn spot(&self, step: usize) -> Spot {
        self.laid.spots.get(step).copied().unwrap_or_default()
    }

    fn bands(&self, gaps: &[Gap]) -> Vec<Band> {
        let mut heights = vec![(0.0_f32, false); self.laid.count];
        for (step, room) in self.rooms.iter().enumerate() {
            if let Some(height) = heights.get_mut(self.spot(step).layer) {
                *height = (height.0.max(room.height), true);
            }
        }
        for (link, lane) in self.links.iter().zip(&self.laid.lanes) {
            if let Some(height) = lane.label.and_then(|spot| heights.get_mut(spot.layer)) {
                height.0 = height.0.max(link.label.height);
            }
        }
        let mut top = 0.0;
        let mut bands = Vec::new();
        for (layer, (height, steps)) in heights.into_iter().enumerate() {
            bands.push(Band {
                top,
                bottom: top + height,
                steps,
            });
            top += height + gaps.get(layer).map_or(0.0, |gap| gap.height);
        }
        bands
    }

    fn points(
        &self,
        place: usize,
        course: &Course,
        (from, to): (f32, f32),
        gaps: &[Gap],
        bands: &[Band],
    ) -> Vec<(f32, f32)> {
        let mut points = Vec::new();
        let first = course.spots.first().copied().unwrap_or_default();
        points.push((first.x, from));
        for pair in course.spots.windows(2) {
            let [above, below] = pair else { continue };
            let track = gaps.get(above.layer).and_then(|gap| {
                gap.across
                    .iter()
                    .find(|(own, _)| *own == place)?
                    .1
                    .map(|track| (gap, track))
            });
            if let (Some((gap, track)), Some(band)) = (track, bands.get(above.layer)) {
                let y = band.bottom + gap.lead + self.scale.em(0.8) * track as f32;
                points.push((above.x, y));
                points.push((below.x, y));
            }
        }
        let last = course.spots.last().copied().unwrap_or_default();
        points.push((last.x, to));
        points
    }
}

fn placed(set: Set, spot: Spot, bands: &[Band]) -> Placed {
    let (top, bottom) = bands
        .get(spot.layer)
        .map_or((0.0, 0.0), |band| (band.top, band.bottom));
    Placed {
        area: Area {
            x: spot.x - set.room.width / 2.0,
            y: (top + bottom - set.room.height) / 2.0,
            width: set.room.width,
            height: set.room.height,
        },
        words: set.words,
        pad: set.pad,
        strip: set.strip,
    }
}
