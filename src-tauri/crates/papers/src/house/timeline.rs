//! Things that happened, down the page: days in a fixed column, a line, a dot for each, and the words.

use super::{BODY_LEADING, MARGIN, SMALL_LEADING, Sheets, plain, small};
use crate::PapersError;
use crate::page::{Bend, Item, Role, Rule, Shape};
use crate::typeset::{Block, Edge};

/// How wide the column of days is.
const DAYS: f32 = 67.0;
/// Where the line runs, from the margin.
const LINE: f32 = 76.0;
/// Where the words begin, from the margin.
pub(crate) const WORDS: f32 = 90.0;
/// Half a dot.
const RADIUS: f32 = 3.6;
/// From the upper edge of an entry to the middle of its dot.
const DOWN: f32 = 7.0;
/// How thick the line is.
const WEIGHT: f32 = 0.9;

/// What stands on the line for a thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dot {
    /// A concern.
    Filled,
    /// What was done.
    Open,
    /// A decision, a meeting, a flag.
    Diamond,
}

/// When a thing happened, as the column of days says it.
pub(crate) struct Stamp<'a> {
    /// `Tue 10`.
    pub(crate) day: &'a str,
    /// `09:45`, or nothing.
    pub(crate) time: &'a str,
    /// The month and the year, for a page on which the entry goes on.
    pub(crate) month: &'a str,
}

/// The line that runs down the page, while it does.
#[derive(Default)]
pub(super) struct Line {
    /// From where it is not drawn yet.
    from: Option<f32>,
    /// The day of the entry at hand, for the next page.
    going_on: Option<String>,
}

impl Sheets<'_> {
    /// A day, a dot on the line and a title, with room for two lines beneath it.
    pub(crate) fn entry_of(
        &mut self,
        role: Role,
        stamp: &Stamp<'_>,
        dot: Dot,
        title: Block,
    ) -> Result<(), PapersError> {
        let day = self.set_to(Edge::Right, &[plain(stamp.day)], DAYS, BODY_LEADING)?;
        let time = if stamp.time.is_empty() {
            Block::default()
        } else {
            self.set_to(Edge::Right, &[small(stamp.time)], DAYS, BODY_LEADING)?
        };
        self.line.going_on = None;
        let beside = title.height() + 2.0 * BODY_LEADING;
        self.keep(beside.max(day.height() + time.height()))?;
        let top = self.y();
        let middle = top + self.grown(DOWN);
        self.line_to(middle - RADIUS);
        self.draw(drawn(dot, (MARGIN + LINE, middle)));
        self.line.from = Some(middle + RADIUS);
        self.line.going_on = Some(format!("{} {}", stamp.day, stamp.month));
        let said = format!("{} {}", stamp.day, stamp.time);
        self.bookmark(2, said.trim_end());
        self.part(Role::Paragraph, |sheets| {
            let below = sheets.place(day, 0.0, top);
            sheets.place(time, 0.0, below);
            Ok(())
        })?;
        self.part(role, |sheets| sheets.flow_at(WORDS, title))
    }

    /// Ends the line here.
    pub(crate) fn end_line(&mut self) {
        let y = self.y();
        self.line_to(y);
        self.line = Line::default();
    }

    /// Draws what of the line is not drawn yet, down to `y`.
    pub(super) fn line_to(&mut self, y: f32) {
        let Some(from) = self.line.from.take() else {
            return;
        };
        if y > from {
            let x = MARGIN + LINE;
            self.draw(Item::Rule(Rule {
                from: (x, from),
                to: (x, y),
                weight: WEIGHT,
            }));
        }
        self.line.from = Some(y);
    }

    /// On a new page the line begins at the top, and the day of an entry that goes on is said again.
    pub(super) fn line_goes_on(&mut self) -> Result<(), PapersError> {
        if self.line.from.is_none() {
            return Ok(());
        }
        let top = self.y();
        self.line.from = Some(top);
        if let Some(day) = self.line.going_on.clone() {
            let words = [small(format!("{day},\ncontinued"))];
            let block = self.set_to(Edge::Right, &words, DAYS, SMALL_LEADING)?;
            self.place_aside(block, 0.0, top);
        }
        Ok(())
    }
}

fn drawn(dot: Dot, (x, y): (f32, f32)) -> Item {
    let ring = match dot {
        Dot::Filled | Dot::Open => circle((x, y), RADIUS),
        Dot::Diamond => {
            let reach = RADIUS * 1.25;
            [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)]
                .map(|(right, down)| Bend {
                    at: (x + right, y + down),
                    handle: false,
                })
                .to_vec()
        }
    };
    Item::Shape(Shape {
        rings: vec![ring],
        hollow: (dot != Dot::Filled).then_some(WEIGHT),
    })
}

/// A circle of four curves.
pub(crate) fn circle((x, y): (f32, f32), r: f32) -> Vec<Bend> {
    const HANDLE: f32 = 0.552_284_8;
    let h = r * HANDLE;
    let bend = |right: f32, down: f32, handle| Bend {
        at: (x + right, y + down),
        handle,
    };
    vec![
        bend(r, 0.0, false),
        bend(r, h, true),
        bend(h, r, true),
        bend(0.0, r, false),
        bend(-h, r, true),
        bend(-r, h, true),
        bend(-r, 0.0, false),
        bend(-r, -h, true),
        bend(-h, -r, true),
        bend(0.0, -r, false),
        bend(h, -r, true),
        bend(r, -h, true),
        bend(r, 0.0, false),
    ]
}
