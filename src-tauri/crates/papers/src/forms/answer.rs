//! One thing that is filled in by hand.

use crate::PapersError;
use crate::house::{BODY_LEADING, MARGIN, MEASURE, Sheets, WRITING_LINE, plain, small, strong};
use crate::page::{Frame, Item, Role};
use crate::typeset::Span;

/// A box to tick, and how far its words stand from it.
const BOX: f32 = 9.0;
const BESIDE: f32 = 14.0;
/// Between two boxes.
const GAP: f32 = 18.0;

/// One thing that is filled in.
#[derive(Clone)]
pub struct FormField {
    /// What it is called.
    pub label: String,
    /// What is said of it; may be empty.
    pub hint: String,
    /// Where it is written.
    pub space: FormSpace,
}

/// Where an answer is written.
#[derive(Clone)]
pub enum FormSpace {
    /// It is printed already.
    Printed(String),
    /// Boxes to tick, each with its words.
    Boxes(Vec<String>),
    /// So many lines.
    Lines(usize),
}

impl std::fmt::Debug for FormField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormField")
    }
}

impl std::fmt::Debug for FormSpace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormSpace")
    }
}

/// Asks for it: label, hint, and room to answer, together on one page.
pub(super) fn ask(sheets: &mut Sheets<'_>, field: &FormField) -> Result<(), PapersError> {
    let mut words = vec![strong(format!("{}  ", field.label))];
    if !field.hint.is_empty() {
        words.push(small(field.hint.as_str()));
    }
    if let FormSpace::Boxes(all) = &field.space
        && all.len() == 2
        && all.iter().all(|one| one.chars().count() <= 4)
    {
        return beside(sheets, &words, all);
    }
    if let FormSpace::Printed(said) = &field.space {
        words.push(plain(said.as_str()));
    }
    let label = sheets.set(&words, MEASURE, BODY_LEADING)?;
    let below = match &field.space {
        FormSpace::Printed(_) => 0.0,
        FormSpace::Boxes(_) => BODY_LEADING + 4.0,
        FormSpace::Lines(count) => WRITING_LINE * (*count).min(3) as f32,
    };
    sheets.keep(7.0 + label.height() + below)?;
    sheets.space(7.0);
    sheets.flow(label)?;
    match &field.space {
        FormSpace::Printed(_) => Ok(()),
        FormSpace::Boxes(all) => boxes(sheets, all),
        FormSpace::Lines(count) => {
            sheets.writing_lines(*count, &format!("{}, continued", field.label))
        }
    }
}

/// Yes or no, to the right of what is asked.
fn beside(sheets: &mut Sheets<'_>, words: &[Span], all: &[String]) -> Result<(), PapersError> {
    let label = sheets.set(words, MEASURE * 0.74, BODY_LEADING)?;
    let height = label.height().max(BODY_LEADING) + 6.0;
    sheets.keep(height)?;
    let y = sheets.y() + 5.0;
    sheets.part(Role::Paragraph, |sheets| {
        sheets.place(label, 0.0, y);
        let mut x = MEASURE * 0.78;
        for one in all {
            let words = sheets.set(&[plain(one.as_str())], MEASURE * 0.1, BODY_LEADING)?;
            let width = words.width();
            tick(sheets, x, y);
            sheets.place(words, x + BESIDE, y);
            x += BESIDE + width + GAP;
        }
        Ok(())
    })?;
    sheets.space(height);
    Ok(())
}

/// A box to tick.
fn tick(sheets: &mut Sheets<'_>, x: f32, y: f32) {
    sheets.draw(Item::Frame(Frame {
        x: MARGIN + x,
        y: y + 2.0,
        width: BOX,
        height: BOX,
        weight: 0.8,
        dashed: false,
    }));
}

/// Boxes after each other, on as many lines as they need.
fn boxes(sheets: &mut Sheets<'_>, all: &[String]) -> Result<(), PapersError> {
    let mut x = 0.0;
    sheets.space(3.0);
    for one in all {
        let words = sheets.set(&[plain(one.as_str())], MEASURE - BESIDE, BODY_LEADING)?;
        if x > 0.0 && x + BESIDE + words.width() > MEASURE {
            x = 0.0;
            sheets.space(BODY_LEADING + 3.0);
            sheets.keep(BODY_LEADING)?;
        }
        let (y, width) = (sheets.y(), words.width());
        tick(sheets, x, y);
        sheets.place(words, x + BESIDE, y);
        x += BESIDE + width + GAP;
    }
    sheets.space(BODY_LEADING + 1.0);
    Ok(())
}
