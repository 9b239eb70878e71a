//! A flowchart with a place for everything: boxes in layers, ways between them, answers on the ways.

use super::boxes::{self, Scale, Set, Strip};
use super::facts::{FlowFacts, StepKind};
use super::layers::{Apart, Lane, Layers, Link, Room, Spot, layers};
use super::tracks::{Run, tracks};
use crate::PapersError;
use crate::typeset::{Block, Typesetter};

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    pub(super) fn right(&self) -> f32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f32 {
        self.y + self.height
    }
}

/// Words at their place.
pub(super) struct Placed {
    pub(super) area: Area,
    pub(super) words: Block,
    pub(super) pad: (f32, f32),
    pub(super) strip: Option<Strip>,
}

/// A step's box.
pub(super) struct Boxed {
    /// The step's place among the facts.
    pub(super) step: usize,
    pub(super) layer: usize,
    pub(super) placed: Placed,
}

/// A way from one box to another.
pub(super) struct Way {
    /// The place among the facts of the step it comes from.
    pub(super) from: usize,
    pub(super) taken: bool,
    /// It leads up again.
    pub(super) back: bool,
    /// Its corners, from above.
    pub(super) points: Vec<(f32, f32)>,
    pub(super) answer: Option<Placed>,
}

/// A layer from its upper to its lower edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Steps stand in it, and not only answers.
    pub(super) steps: bool,
}

/// The whole drawing.
pub(super) struct Chart {
    pub(super) scale: Scale,
    pub(super) width: f32,
    pub(super) height: f32,
    /// In the order in which they are read: from above, and from left to right.
    pub(super) boxes: Vec<Boxed>,
    pub(super) ways: Vec<Way>,
    pub(super) bands: Vec<Band>,
}

/// Lays a flowchart out. The same facts give the same drawing.
pub(super) fn chart(
    setter: &mut Typesetter,
    facts: &FlowFacts,
    scale: Scale,
) -> Result<Chart, PapersError> {
    let known = |id: &str| facts.steps.iter().position(|step| step.id == id);
    let mut links = Vec::new();
    let mut answers = Vec::new();
    let mut taken = Vec::new();
    for (from, step) in facts.steps.iter().enumerate() {
        for way in &step.ways {
            let Some(to) = known(&way.to).filter(|to| *to != from) else {
                continue;
            };
            let answer = boxes::answer(setter, &way.answer, scale)?;
            let label = answer.as_ref().map_or_else(Room::default, |set| set.room);
            links.push(Link {
                from,
                to,
                back: false,
                label,
            });
            answers.push(answer);
            taken.push(way.taken);
        }
    }
    turn_back(facts, &mut links);
    let apart = Apart {
        steps: scale.em(1.9),
        ways: scale.em(1.5),
    };
    // The numbers follow from the layers, and the layers from the boxes: first with every number as wide as any.
    let mut sets = Vec::new();
    for step in &facts.steps {
        sets.push(boxes::step(setter, step, 88, scale)?);
    }
    let rooms: Vec<Room> = sets.iter().map(|set| set.room).collect();
    let laid = layers(&rooms, &links, apart);
    let mut order: Vec<usize> = (0..facts.steps.len()).collect();
    let spot = |step: usize| laid.spots.get(step).copied().unwrap_or_default();
    order.sort_by(|one, other| {
        let (one, other) = (spot(*one), spot(*other));
        one.layer.cmp(&other.layer).then(one.x.total_cmp(&other.x))
    });
    for (number, step) in order.iter().enumerate() {
        if let (Some(set), Some(facts)) = (sets.get_mut(*step), facts.steps.get(*step)) {
            let width = set.room.width;
            *set = boxes::step(setter, facts, number + 1, scale)?;
            set.room.width = width;
        }
    }
    let rooms: Vec<Room> = sets.iter().map(|set| set.room).collect();
    let flat: Vec<f32> = facts
        .steps
        .iter()
        .map(|step| flat(step.kind, scale))
        .collect();
    Ok(Assembly {
        scale,
        laid: &laid,
        links: &links,
        rooms: &rooms,
        flat: &flat,
    }
    .chart(&order, sets, answers, &taken))
}

/// Finds the links that lead to a step they came from: those are laid the other way about, so that the rest runs down.
fn turn_back(facts: &FlowFacts, links: &mut [Link]) {
    let count = facts.steps.len();
    let start = facts
        .steps
        .iter()
        .position(|step| step.kind == StepKind::Start);
    let mut done = vec![false; count];
    for first in start.into_iter().chain(0..count) {
        // Each step with how many of its links were followed; those on this list are the way from the first.
        let mut way = vec![(first, 0)];
        while let Some((step, followed)) = way.pop() {
            if done.get(step).copied().unwrap_or(true) {
                continue;
            }
            let mut own = links
                .iter()
                .enumerate()
                .filter(|(_, link)| link.from == step);
            let Some((place, next)) = own.nth(followed).map(|(place, link)| (place, link.to))
            else {
                if let Some(slot) = done.get_mut(step) {
                    *slot = true;
                }
                continue;
            };
            let behind = next == step || way.iter().any(|(known, _)| *known == next);
            way.push((step, followed + 1));
            if !behind {
                way.push((next, 0));
            } else if let Some(link) = links.get_mut(place) {
                link.back = true;
            }
        }
    }
}

/// How much of a box's upper and lower edge at each end no way leaves from.
fn flat(kind: StepKind, scale: Scale) -> f32 {
    scale.em(match kind {
        StepKind::Decision => 1.3,
        StepKind::Start | StepKind::End => 1.2,
        StepKind::Action | StepKind::Warning => 0.8,
    })
}

struct Assembly<'a> {
    scale: Scale,
    laid: &'a Layers,
    links: &'a [Link],
    rooms: &'a [Room],
    flat: &'a [f32],
}

/// A way's place in every layer it touches, from above.
struct Course {
    upper: usize,
    lower: usize,
    spots: Vec<Spot>,
}

impl Assembly<'_> {
    fn chart(
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

    fn spot(&self, step: usize) -> Spot {
        self.laid.spots.get(step).copied().unwrap_or_default()
    }

    /// Every way through its layers, with where it leaves its upper step and meets its lower one.
    fn courses(&self) -> Vec<Course> {
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

    /// What runs across below a layer, and how much room that needs.
    fn gap(&self, gap: usize, courses: &[Course]) -> Gap {
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

/// What lies between a layer and the next.
struct Gap {
    /// Each way that comes through, with its track.
    across: Vec<(usize, Option<usize>)>,
    lead: f32,
    height: f32,
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
