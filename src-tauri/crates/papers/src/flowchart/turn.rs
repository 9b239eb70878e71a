//! Ways that lead up again.

use super::facts::{FlowFacts, StepKind};
use super::layers::Link;

/// Finds the links that lead to a step they came from: those are laid the other way about, so that the rest runs down.
pub(super) fn turn_back(facts: &FlowFacts, links: &mut [Link]) {
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
