//! What size of paper a flowchart is drawn on, and how.

use super::facts::FlowFacts;
use super::pages::{Plan, Space, plan};
use super::put::put;
use super::said::meaning;
use crate::PapersError;
use crate::fonts::Face;
use crate::house::{CLEAR, SMALL_LEADING, Sheets, measure, small};
use crate::page::{Role, Sheet};
use crate::typeset::span;

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
    pub(super) plan: Plan,
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
        largest: match size {
            Size::A4 => 10.2,
            // It is read from a step away.
            Size::A3 => 14.0,
        },
        page: match size {
            Size::A4 => 2.4,
            // Nobody hangs up two.
            Size::A3 => 12.0,
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
