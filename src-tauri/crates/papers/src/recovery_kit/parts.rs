//! The words, and the box that is signed.

use super::KIT_WORDS;
use super::guide::{COLUMN, GUTTER};
use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, MARGIN, MEASURE, SIGNATURE_LINE, Sheets, plain, small, strong};
use crate::page::{Frame, Item};
use crate::typeset::span;

/// From one word of the kit to the one below.
const WORD_LINE: f32 = 30.0;

/// The words, large: 1 to 6 on the left, 7 to 12 on the right.
pub(super) fn words(sheets: &mut Sheets<'_>, words: &[&str]) -> Result<(), PapersError> {
    let rows = KIT_WORDS / 2;
    sheets.keep(WORD_LINE * rows as f32)?;
    let top = sheets.y();
    for (index, word) in words.iter().enumerate() {
        let x = if index < rows { 0.0 } else { COLUMN + GUTTER };
        let y = top + WORD_LINE * (index % rows) as f32;
        let number = sheets.set(
            &[span(format!("{}", index + 1), Face::Sans, 12.0)],
            24.0,
            WORD_LINE,
        )?;
        // The baselines of the two sizes meet.
        sheets.place(number, x, y + (20.0 - 12.0) * 0.34);
        let word = sheets.set(
            &[span(word.trim(), Face::MonoBold, 20.0)],
            COLUMN - 30.0,
            WORD_LINE,
        )?;
        sheets.place(word, x + 30.0, y);
        sheets.rule(x, y + WORD_LINE, COLUMN, 0.5);
    }
    sheets.space(WORD_LINE * rows as f32);
    Ok(())
}

/// The box in which the rehearsal and the sealing are signed.
pub(super) fn rehearsal(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    const PAD: f32 = 10.0;
    let words = [
        strong("Rehearsal. "),
        plain(
            "An untried kit is not a kit. Type these words into Strongroom once, before they are needed; it asks at \
             every opening until that is done.",
        ),
    ];
    let text = sheets.set(&words, MEASURE - 2.0 * PAD, BODY_LEADING)?;
    let lines = 2.0 * (SIGNATURE_LINE + 15.0);
    let height = text.height() + lines + 2.0 * PAD - 4.0;
    sheets.keep(height)?;
    let top = sheets.y();
    sheets.draw(Item::Frame(Frame {
        x: MARGIN,
        y: top,
        width: MEASURE,
        height,
        weight: 0.9,
        dashed: false,
    }));
    let mut y = sheets.place(text, PAD, top + PAD - 2.0);
    let inner = MEASURE - 2.0 * PAD;
    let (name, date) = (inner * 0.66, inner * 0.3);
    for what in [
        "Rehearsed by, signature",
        "Sealed and put away by, signature",
    ] {
        y += SIGNATURE_LINE;
        for (x, length, label) in [(PAD, name, what), (PAD + inner - date, date, "Date")] {
            sheets.rule(x, y, length, 0.6);
            let label = sheets.set(&[small(label)], length, 12.0)?;
            sheets.place(label, x, y + 2.0);
        }
        y += 15.0;
    }
    sheets.space(height);
    Ok(())
}
