//! How large a flowchart is drawn, and on how many pages: as few as it can be read on.

use super::boxes::Scale;
use super::chart::{Chart, chart};
use super::draw::{JOINT, cut, through};
use super::facts::FlowFacts;
use crate::PapersError;
use crate::typeset::Typesetter;

/// How wide words may run in a box, in sizes of the type.
const WIDE: [f32; 7] = [11.0, 12.5, 14.0, 16.0, 17.5, 19.0, 23.0];
/// Narrower boxes are harder to read, which counts like so many points of the type for each size that is missing.
const NARROW: f32 = 0.06;
const EASY: f32 = 17.5;
/// Nothing is printed smaller than this, in points.
pub(super) const SMALLEST: f32 = 7.0;
/// The size at which drawings are compared. All lengths grow with it.
const TRIAL: f32 = 10.0;

/// How much room there is for drawing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    /// From margin to margin.
    pub(super) width: f32,
    /// On the first page, below what stands at its head.
    pub(super) first: f32,
    /// On every other page.
    pub(super) other: f32,
    /// No type needs to be larger, in points.
    pub(super) largest: f32,
    /// How much smaller the type may be for one page less, in points.
    pub(super) page: f32,
}

/// How a flowchart is drawn on pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    pub(super) scale: Scale,
    /// The last layer of each page but the last.
    pub(super) cuts: Vec<usize>,
    /// The less, the better: pages that are saved against type that is smaller.
    pub(super) cost: f32,
}

/// The best of what fits, or nothing where not even the narrowest boxes fit side by side.
pub(super) fn plan(
    setter: &mut Typesetter,
    facts: &FlowFacts,
    space: Space,
) -> Result<Option<Plan>, PapersError> {
    let mut best: Option<Plan> = None;
    for wide in WIDE {
        let trial = chart(setter, facts, Scale { size: TRIAL, wide })?;
        let come: Vec<usize> = (0..trial.bands.len())
            .map(|below| through(&trial, below).len())
            .collect();
        let widest = space.width / (trial.width.max(1.0) / TRIAL);
        let mut size = widest.min(space.largest);
        while size >= SMALLEST - 0.01 {
            let bare = (space.largest - size) + (EASY - wide).max(0.0) * NARROW;
            if best.as_ref().is_some_and(|known| bare >= known.cost) {
                // What is smaller costs more, however few its pages are.
                break;
            }
            if let Some(cuts) = cuts(&trial, &come, size / TRIAL, space) {
                let cost = bare + space.page * cuts.len() as f32;
                if best.as_ref().is_none_or(|known| cost < known.cost - 0.05) {
                    let scale = Scale { size, wide };
                    best = Some(Plan { scale, cuts, cost });
                }
            }
            // The last step is to the smallest there is.
            size = if size > SMALLEST {
                (size - 0.2).max(SMALLEST)
            } else {
                0.0
            };
        }
    }
    Ok(best)
}

/// Where it is cut, so that every part fits on its page: as few parts as possible, and of those the cuts that the fewest
/// ways come through. `come` says how many come through below each layer.
fn cuts(chart: &Chart, come: &[usize], grown: f32, space: Space) -> Option<Vec<usize>> {
    let last = chart.bands.len().checked_sub(1)?;
    let joint = chart.scale.em(JOINT);
    // A page that begins after layer `from` and ends with layer `to`.
    let fits = |from: Option<usize>, to: usize| {
        let top = from.map_or(0.0, |from| cut(chart, from) - joint);
        let bottom = if to == last {
            chart.height
        } else {
            cut(chart, to) + joint
        };
        let room = if from.is_none() {
            space.first
        } else {
            space.other
        };
        (bottom - top) * grown <= room
    };
    // Below an answer and above a step: what is answered stands with its question.
    let can_end =
        |layer: usize| layer == last || chart.bands.get(layer + 1).is_some_and(|band| band.steps);
    // For each layer, the least cost of ending a page with it, and with which layer the page before ended.
    let mut least: Vec<Option<(usize, Option<usize>)>> = vec![None; last + 1];
    for to in (0..=last).filter(|to| can_end(*to)) {
        let through = if to == last {
            0
        } else {
            3 + come.get(to).copied().unwrap_or_default()
        };
        let mut own: Option<(usize, Option<usize>)> = fits(None, to).then_some((through, None));
        for from in 0..to {
            let Some((before, _)) = least.get(from).copied().flatten() else {
                continue;
            };
            // Two parts of one drawing are better than three, whatever comes through the cuts.
            let cost = before + through + 100;
            // Of two that cost the same, the one that leaves less of a page empty.
            if fits(Some(from), to) && own.is_none_or(|(known, _)| cost <= known) {
                own = Some((cost, Some(from)));
            }
        }
        if let Some(slot) = least.get_mut(to) {
            *slot = own;
        }
    }
    let mut cuts = Vec::new();
    let mut at = least.get(last).copied().flatten()?.1;
    while let Some(layer) = at {
        cuts.push(layer);
        at = least.get(layer).copied().flatten()?.1;
    }
    cuts.reverse();
    Some(cuts)
}
