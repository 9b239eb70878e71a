//! A flowchart on the pages of a paper: one figure on each, with what is read in its place.

use super::chart::{Chart, chart};
use super::draw::{JOINT, Part, cut, part, through};
use super::facts::FlowFacts;
use super::fit::Fitted;
use super::said::{Letters, Numbers, coming, going, meaning, said};
use crate::PapersError;
use crate::house::{CLEAR, MARGIN, Sheets, small};

/// Draws it, a part on each page.
pub(super) fn put(
    sheets: &mut Sheets<'_>,
    facts: &FlowFacts,
    fitted: &Fitted,
) -> Result<Numbers, PapersError> {
    let plan = &fitted.plan;
    let mut whole = chart(sheets.setter(), facts, plan.scale)?;
    let numbers = Numbers::of(&whole, facts);
    let mut letters = Letters::default();
    let ends: Vec<usize> = plan
        .cuts
        .iter()
        .map(|cut| cut + 1)
        .chain([whole.bands.len()])
        .collect();
    let mut from = 0;
    let mut enters = Vec::new();
    for (place, end) in ends.iter().enumerate() {
        let last = place + 1 == ends.len();
        if place > 0 {
            sheets.turn()?;
            let words = format!(
                "{} {}, continued.{}",
                facts.number,
                facts.title,
                coming(&enters)
            );
            sheets.words(&[small(words)])?;
        }
        let leaves = if last {
            Vec::new()
        } else {
            letters.at(&through(&whole, end - 1))
        };
        let left = MARGIN + (sheets.measure() - whole.width) / 2.0;
        let piece = Part {
            layers: from..*end,
            at: (left, sheets.y()),
            enters: std::mem::take(&mut enters),
            leaves: leaves.clone(),
        };
        let height = height(&whole, &piece);
        let here = said(&numbers, &piece.layers, &whole, facts);
        let items = part(sheets.setter(), &mut whole, facts, &piece)?;
        sheets.figure(here, |sheets| {
            for item in items {
                sheets.draw(item);
            }
            Ok(())
        })?;
        sheets.space(height + CLEAR / 2.0);
        if !leaves.is_empty() {
            let next = sheets.number() + 1;
            sheets.words(&[small(going(&leaves, next))])?;
        }
        enters = leaves;
        from = *end;
    }
    sheets.words(&[small(meaning(facts))])?;
    Ok(numbers)
}

/// How high a part is, with the letters above and below it.
fn height(chart: &Chart, part: &Part) -> f32 {
    let joint = chart.scale.em(JOINT);
    let top = match part.layers.start {
        0 => 0.0,
        start => cut(chart, start - 1) - joint,
    };
    let bottom = if part.layers.end >= chart.bands.len() {
        chart.height
    } else {
        cut(chart, part.layers.end - 1) + joint
    };
    bottom - top
}
