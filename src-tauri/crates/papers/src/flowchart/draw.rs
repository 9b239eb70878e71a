//! A chart, or the part of it that fits on one page, as things on a page.

use std::ops::Range;

use super::boxes::Scale;
use super::chart::{Boxed, Chart, Placed, Way};
use super::facts::FlowFacts;
use super::lines::{head, line, stretches};
use super::shapes;
use crate::PapersError;
use crate::fonts::Face;
use crate::page::{Item, Page, Sheet};
use crate::typeset::{Edge, Typesetter, span};

/// Room for the letters of ways that go on elsewhere, in sizes of the type.
pub(super) const JOINT: f32 = 2.6;

/// How thick a way that was taken is, and any other, in sizes of the type.
const HEAVY: f32 = 0.26;
const LIGHT: f32 = 0.09;

/// A part of a chart: whole layers, and what goes on before and after.
pub(super) struct Part {
    /// Its layers.
    pub(super) layers: Range<usize>,
    /// Where its upper left corner comes to stand.
    pub(super) at: (f32, f32),
    /// The letters of ways that come from another page, and where.
    pub(super) enters: Vec<Joint>,
    /// The letters of ways that go on.
    pub(super) leaves: Vec<Joint>,
}

/// Where ways go on elsewhere: all that are at one place share a letter.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Joint {
    pub(super) letter: String,
    pub(super) x: f32,
    pub(super) taken: bool,
}

/// Where a chart is cut below a layer: just below it every way runs straight down.
pub(super) fn cut(chart: &Chart, below: usize) -> f32 {
    let bottom = chart.bands.get(below).map_or(0.0, |band| band.bottom);
    bottom + chart.scale.em(0.15)
}

/// Where ways come through a cut, from left to right, each place once; and whether one of them was taken.
pub(super) fn through(chart: &Chart, below: usize) -> Vec<(f32, bool)> {
    let y = cut(chart, below);
    let at = |way: &Way| {
        let crosses = |pair: &&[(f32, f32)]| match pair {
            [from, to] => from.1 < y && y < to.1,
            _ => false,
        };
        way.points
            .windows(2)
            .find(crosses)?
            .first()
            .map(|from| from.0)
    };
    let mut all: Vec<(f32, bool)> = chart
        .ways
        .iter()
        .filter_map(|way| at(way).map(|x| (x, way.taken)))
        .collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    all.dedup_by(|one, kept| {
        let same = (one.0 - kept.0).abs() < 0.5;
        kept.1 |= same && one.1;
        same
    });
    all
}

/// Everything of one part: first the ways, then each box with its words, and its answers after it, so that it is read in
/// the order of the steps.
pub(super) fn part(
    setter: &mut Typesetter,
    chart: &mut Chart,
    facts: &FlowFacts,
    part: &Part,
) -> Result<Vec<Item>, PapersError> {
    let scale = chart.scale;
    let last = chart.bands.len();
    let top = match part.layers.start {
        0 => f32::MIN,
        start => cut(chart, start - 1),
    };
    let bottom = if part.layers.end >= last {
        f32::MAX
    } else {
        cut(chart, part.layers.end.saturating_sub(1))
    };
    let mut page = Page::of(Sheet::A4);
    ways(&mut page, chart, scale, (top, bottom));
    joints(setter, &mut page, scale, &part.enters, top, true)?;
    let (here, rest): (Vec<Boxed>, Vec<Boxed>) = std::mem::take(&mut chart.boxes)
        .into_iter()
        .partition(|one| part.layers.contains(&one.layer));
    chart.boxes = rest;
    for one in here {
        let step = one.step;
        boxed(&mut page, one, facts, scale);
        for way in chart.ways.iter_mut().filter(|way| way.from == step) {
            if let Some(answer) = way.answer.take() {
                if answer.area.y > bottom {
                    way.answer = Some(answer);
                } else {
                    words(&mut page, answer);
                }
            }
        }
    }
    // Answers of ways that began on an earlier page.
    for way in &mut chart.ways {
        if let Some(answer) = way
            .answer
            .take_if(|answer| answer.area.y > top && answer.area.y < bottom)
        {
            words(&mut page, answer);
        }
    }
    joints(setter, &mut page, scale, &part.leaves, bottom, false)?;
    let up = if part.layers.start == 0 {
        0.0
    } else {
        top - scale.em(JOINT)
    };
    let moved = |item: Item| item.moved(part.at.0, part.at.1 - up);
    Ok(page.items.into_iter().map(moved).collect())
}

/// The lines of every way between two heights; those that were taken lie on top.
fn ways(page: &mut Page, chart: &Chart, scale: Scale, (top, bottom): (f32, f32)) {
    let long = scale.em(0.72);
    let (taken, others): (Vec<&Way>, Vec<&Way>) = chart.ways.iter().partition(|way| way.taken);
    for way in others.into_iter().chain(taken) {
        let weight = scale.em(if way.taken { HEAVY } else { LIGHT });
        let mut breaks = vec![(f32::MIN, top), (bottom, f32::MAX)];
        breaks.extend(
            way.answer
                .as_ref()
                .map(|answer| (answer.area.y, answer.area.bottom())),
        );
        let (Some(first), Some(last)) = (way.points.first(), way.points.last()) else {
            continue;
        };
        let tip = if way.back { *first } else { *last };
        let shown = tip.1 > top && tip.1 < bottom;
        if shown {
            // The line ends inside its head, so that a heavy one does not stand out of the tip.
            breaks.push(if way.back {
                (tip.1, tip.1 + long * 0.6)
            } else {
                (tip.1 - long * 0.6, tip.1)
            });
        }
        for stretch in stretches(&way.points, &breaks) {
            page.items.push(line(&stretch, scale.em(0.5), weight));
        }
        if shown {
            page.items.push(head(tip, long, way.back));
        }
    }
}

fn boxed(page: &mut Page, one: Boxed, facts: &FlowFacts, scale: Scale) {
    let Some(step) = facts.steps.get(one.step) else {
        return;
    };
    let area = one.placed.area;
    let walked = !step.walked.order.is_empty() || step.walked.here;
    page.items
        .extend(shapes::outline(step.kind, area, scale, walked));
    let mut placed = one.placed;
    if let Some(strip) = placed.strip.take() {
        page.items
            .push(shapes::strip_edge(area, strip.width, scale));
        let from = area.x + scale.em(0.6);
        let middle = area.y + area.height / 2.0;
        let at = (from, middle - scale.em(0.5));
        page.items.extend(shapes::sign(strip.sign, at, scale));
        let top = middle - strip.words.height() / 2.0;
        strip.words.place(page, from + scale.em(1.15), top);
    }
    words(page, placed);
}

fn words(page: &mut Page, placed: Placed) {
    let (x, y) = (placed.area.x + placed.pad.0, placed.area.y + placed.pad.1);
    placed.words.place(page, x, y);
}

/// Letters in circles where ways come from another page or go on to one.
fn joints(
    setter: &mut Typesetter,
    page: &mut Page,
    scale: Scale,
    all: &[Joint],
    y: f32,
    above: bool,
) -> Result<(), PapersError> {
    let radius = scale.em(0.8);
    let short = scale.em(0.5);
    for joint in all {
        let (middle, from, to) = if above {
            (y - short - radius, y - short, y)
        } else {
            (y + short + radius, y, y + short)
        };
        let weight = scale.em(if joint.taken { HEAVY } else { LIGHT });
        page.items
            .push(line(&[(joint.x, from), (joint.x, to)], 0.0, weight));
        page.items
            .push(shapes::circle((joint.x, middle), radius, scale.em(0.09)));
        let letter = span(joint.letter.as_str(), Face::SansBold, scale.size);
        let letter = setter.set(&[letter], scale.em(4.0), scale.em(1.22), Edge::Left)?;
        let (wide, high) = (letter.width(), letter.height());
        letter.place(page, joint.x - wide / 2.0, middle - high / 2.0);
    }
    Ok(())
}
