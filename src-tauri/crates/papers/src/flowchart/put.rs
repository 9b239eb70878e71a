//! A flowchart on the pages of a paper: one figure on each, with what is read in its place.

use std::fmt::Write as _;
use std::ops::Range;

use super::chart::{Chart, chart};
use super::draw::{JOINT, Joint, Part, cut, part, through};
use super::facts::FlowFacts;
use super::pages::{Plan, Space, plan};
use crate::PapersError;
use crate::fonts::Face;
use crate::house::{CLEAR, MARGIN, SMALL_LEADING, Sheets, measure, small};
use crate::page::{Role, Sheet};
use crate::typeset::span;

/// What a drawing's signs mean, in the order in which they are met.
const SIGNS: &str = "Round: where it begins, and heavier where it ends. Corners cut off: a question. Two frames: know this first.";
const CHECK: &str =
    " \u{2020} From general knowledge alone: check it with your safeguarding partnership.";
const WALKED: &str =
    " Heavy, with a tick and a number: done, in this order; with a cross: not done, with a reason.";

/// How large a piece of paper it may be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One sheet of A4, or as many as it needs.
    A4,
    /// A sheet to hang up.
    A3,
}

impl Size {
    pub(super) fn sheets(self) -> [Sheet; 2] {
        let upright = match self {
            Self::A4 => Sheet::A4,
            Self::A3 => Sheet::A3,
        };
        [upright, upright.lying()]
    }
}

/// A flowchart that has its place on pages of one size.
pub(super) struct Fitted {
    plan: Plan,
}

impl Fitted {
    pub(super) fn cost(&self) -> f32 {
        self.plan.cost
    }
}

/// How it fits on the page at hand, below what is on it, and on those after it. Nothing where it is wider than they are.
pub(super) fn fit(
    sheets: &mut Sheets<'_>,
    facts: &FlowFacts,
    size: Size,
) -> Result<Option<Fitted>, PapersError> {
    let (first, room) = (sheets.left(), sheets.room());
    let width = sheets.measure();
    fit_in(sheets, facts, size, (width, first, room))
}

fn fit_in(
    sheets: &mut Sheets<'_>,
    facts: &FlowFacts,
    size: Size,
    (width, first, room): (f32, f32, f32),
) -> Result<Option<Fitted>, PapersError> {
    let words = [small(meaning(facts))];
    let signs = sheets.set(&words, width, SMALL_LEADING)?.height() + SMALL_LEADING + CLEAR;
    let space = Space {
        width,
        first: first - signs,
        other: room - signs - SMALL_LEADING,
        page: match size {
            Size::A4 => 2.4,
            // Nobody hangs up two.
            Size::A3 => 9.0,
        },
    };
    let plan = plan(sheets.setter(), facts, space)?;
    Ok(plan.map(|plan| Fitted { plan }))
}

/// An upright page is the one that lies in a folder without being turned.
pub(super) fn turned(sheet: Sheet) -> f32 {
    if sheet.width > sheet.height { 0.8 } else { 0.0 }
}

/// Draws a flowchart with the way taken on pages of its own, at the end of a paper.
pub(crate) fn put_lit(
    sheets: &mut Sheets<'_>,
    facts: &FlowFacts,
    size: Size,
) -> Result<(), PapersError> {
    const HEADING: f32 = 36.0;
    let mut best: Option<(f32, Sheet, Fitted)> = None;
    for sheet in size.sheets() {
        let room = sheets.room_on(sheet)?;
        let space = (measure(sheet), room - HEADING, room);
        if let Some(fitted) = fit_in(sheets, facts, size, space)? {
            let cost = fitted.cost() + turned(sheet);
            if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                best = Some((cost, sheet, fitted));
            }
        }
    }
    let (_, sheet, fitted) = best.ok_or(PapersError::TooWide)?;
    sheets.turn_to(sheet)?;
    sheets.part(Role::Heading, |sheets| {
        let words = [span("The way taken", Face::SerifBold, 12.4)];
        let block = sheets.set(&words, measure(sheet), 17.0)?;
        sheets.flow(block)
    })?;
    sheets.space(6.0);
    put(sheets, facts, &fitted)?;
    Ok(())
}

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

fn meaning(facts: &FlowFacts) -> String {
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
struct Letters {
    given: u32,
}

impl Letters {
    fn at(&mut self, places: &[(f32, bool)]) -> Vec<Joint> {
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

fn going(leaves: &[Joint], page: usize) -> String {
    format!("{}: on page {page}.", listed(leaves))
}

fn coming(enters: &[Joint]) -> String {
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
fn said(numbers: &Numbers, layers: &Range<usize>, chart: &Chart, facts: &FlowFacts) -> String {
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
