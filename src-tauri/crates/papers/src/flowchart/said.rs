//! What stands beside a drawing in words: its signs, its letters, and what is read in its place.

use std::fmt::Write as _;
use std::ops::Range;

use super::chart::Chart;
use super::draw::Joint;
use super::facts::FlowFacts;

/// What a drawing's signs mean, in the order in which they are met.
const SIGNS: &str = "Round: where it begins, and heavier where it ends. Corners cut off: a question. Two frames: know this first.";
const CHECK: &str =
    " \u{2020} From general knowledge alone: check it with your safeguarding partnership.";
const WALKED: &str =
    " Heavy, with a tick and a number: done, in this order; with a cross: not done, with a reason.";

/// The number that stands in each step's box.
pub(super) struct Numbers(Vec<String>);

impl Numbers {
    pub(super) fn of(chart: &Chart, facts: &FlowFacts) -> Self {
        let boxes = chart.boxes.iter();
        Self(
            boxes
                .filter_map(|one| facts.steps.get(one.step))
                .map(|step| step.id.clone())
                .collect(),
        )
    }

    /// 0 for a step that is not there.
    pub(super) fn number(&self, id: &str) -> usize {
        let place = self.0.iter().position(|known| known == id);
        place.map_or(0, |place| place + 1)
    }
}

/// What the signs of this drawing mean.
pub(super) fn meaning(facts: &FlowFacts) -> String {
    let check = facts.steps.iter().any(|step| step.check);
    let walked = facts.steps.iter().any(|step| !step.walked.order.is_empty());
    format!(
        "{SIGNS}{}{}",
        if check { CHECK } else { "" },
        if walked { WALKED } else { "" }
    )
}

/// Letters for the places where ways go on elsewhere: A, B, … Z, AA.
#[derive(Default)]
pub(super) struct Letters {
    given: u32,
}

impl Letters {
    /// A letter for each place, from left to right.
    pub(super) fn at(&mut self, places: &[(f32, bool)]) -> Vec<Joint> {
        places
            .iter()
            .map(|(x, taken)| {
                let (round, letter) = (self.given / 26, self.given % 26);
                self.given += 1;
                let letter = char::from_u32(u32::from(b'A') + letter).unwrap_or('A');
                let again = round as usize + 1;
                Joint {
                    letter: letter.to_string().repeat(again),
                    x: *x,
                    taken: *taken,
                }
            })
            .collect()
    }
}

pub(super) fn going(leaves: &[Joint], page: usize) -> String {
    format!("{}: on page {page}.", listed(leaves))
}

pub(super) fn coming(enters: &[Joint]) -> String {
    match enters.is_empty() {
        true => String::new(),
        false => format!(" {}: from the page before.", listed(enters)),
    }
}

fn listed(joints: &[Joint]) -> String {
    let letters: Vec<&str> = joints.iter().map(|joint| joint.letter.as_str()).collect();
    letters.join(", ")
}

/// What is read in place of a part.
pub(super) fn said(
    numbers: &Numbers,
    layers: &Range<usize>,
    chart: &Chart,
    facts: &FlowFacts,
) -> String {
    let number = |id: &str| numbers.number(id);
    let mut all = format!("Flowchart {} {}.", facts.number, facts.title);
    for one in chart.boxes.iter().filter(|one| layers.contains(&one.layer)) {
        let Some(step) = facts.steps.get(one.step) else {
            continue;
        };
        let ways: Vec<String> = step
            .ways
            .iter()
            .map(|way| match way.answer.is_empty() {
                true => format!("on to {}", number(&way.to)),
                false => format!("{}: to {}", way.answer, number(&way.to)),
            })
            .collect();
        let _ = write!(
            all,
            " {}. {}: {} {}.",
            number(&step.id),
            step.kind.word(),
            step.title,
            ways.join("; ")
        );
    }
    all
}
