//! What the form asks.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{MEASURE, SIGNATURE_LINE, SMALL_LEADING, Sheets, WRITING_LINE, small};
use crate::page::Role;
use crate::typeset::{Block, span};

/// The fewest lines that may stand alone beneath their label at the end of a page.
const FEWEST_LINES: usize = 3;

/// Every question, in the order in which it is told.
pub(super) fn fields(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    people(sheets)?;
    let about = "Date and time. If you are not sure, write \u{201C}about\u{201D}.";
    pair(
        sheets,
        [
            ("2", "When it happened", about),
            ("3", "When you learnt of it", about),
        ],
    )?;
    written(
        sheets,
        "4",
        "Where",
        "Place and room. If online: the service, the address, the user names, the device.",
        2,
    )?;
    written(
        sheets,
        "5",
        "What was seen, heard or said",
        "In order: who said and did what, and who was there. Initials are not names. Your opinion last, and called so.",
        8,
    )?;
    written(
        sheets,
        "6",
        "The child\u{2019}s exact words",
        "In quotation marks, as they were said. Each question you asked, in the words you used.",
        6,
    )?;
    written(sheets, "7", "Immediate action", "With the times.", 3)?;
    written(
        sheets,
        "8",
        "Whom you told",
        "Name, role, date and time, and what they said they would do.",
        2,
    )?;
    label(
        sheets,
        "9",
        "Signed by the person who wrote this",
        "",
        SIGNATURE_LINE + WRITING_LINE + 28.0,
    )?;
    sheets.named_lines(&[("Signature", 5.0), ("Name", 5.0)], SIGNATURE_LINE)?;
    sheets.named_lines(&[("Role", 5.0), ("Date", 2.5), ("Time", 2.5)], WRITING_LINE)?;
    label(sheets, "10", "Received", "", SIGNATURE_LINE + 14.0)?;
    sheets.named_lines(
        &[
            ("By, signature and name", 5.0),
            ("Date and time", 2.5),
            ("Record number", 2.5),
        ],
        SIGNATURE_LINE,
    )
}

/// Who it is about: a line for each person, in three columns.
fn people(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    const ROWS: usize = 4;
    const COLUMNS: [(&str, f32); 3] = [
        ("Full name", 4.0),
        ("Class, date of birth or job", 3.0),
        ("Part in it", 3.0),
    ];
    let hint = "One line each. Part in it: may have been harmed, may have caused harm, told someone, saw it.";
    label(
        sheets,
        "1",
        "Who this is about",
        hint,
        16.0 + ROWS as f32 * WRITING_LINE,
    )?;
    sheets.space(4.0);
    sheets.ruled_columns(&COLUMNS, ROWS)
}

/// A numbered question and its hint, kept on one page with `below` more.
fn label(
    sheets: &mut Sheets<'_>,
    number: &str,
    name: &str,
    hint: &str,
    below: f32,
) -> Result<(), PapersError> {
    let (question, hint) = question(sheets, number, name, hint, MEASURE)?;
    sheets.keep(BEFORE + question.height() + hint.height() + below)?;
    sheets.space(BEFORE);
    sheets.part(Role::Heading, |sheets| sheets.flow(question))?;
    sheets.flow(hint)
}

/// Room above a question.
const BEFORE: f32 = 11.0;

fn question(
    sheets: &mut Sheets<'_>,
    number: &str,
    name: &str,
    hint: &str,
    measure: f32,
) -> Result<(Block, Block), PapersError> {
    let heading = span(format!("{number}  {name}"), Face::SerifBold, 12.4);
    let question = sheets.set(&[heading], measure, 17.0)?;
    let hint = if hint.is_empty() {
        Block::default()
    } else {
        sheets.set(&[small(hint)], measure, SMALL_LEADING)?
    };
    Ok((question, hint))
}

/// A question with lines to write on.
fn written(
    sheets: &mut Sheets<'_>,
    number: &str,
    name: &str,
    hint: &str,
    lines: usize,
) -> Result<(), PapersError> {
    label(
        sheets,
        number,
        name,
        hint,
        WRITING_LINE * lines.min(FEWEST_LINES) as f32,
    )?;
    sheets.writing_lines(lines, &format!("{number}, continued"))
}

/// Two short questions side by side, a line each.
fn pair(sheets: &mut Sheets<'_>, questions: [(&str, &str, &str); 2]) -> Result<(), PapersError> {
    const GAP: f32 = 22.0;
    let column = (MEASURE - GAP) / 2.0;
    let mut blocks = Vec::new();
    for (number, name, hint) in questions {
        blocks.push(question(sheets, number, name, hint, column)?);
    }
    let text = blocks
        .iter()
        .map(|(name, hint)| name.height() + hint.height())
        .fold(0.0, f32::max);
    let height = BEFORE + text + WRITING_LINE;
    sheets.keep(height)?;
    let top = sheets.y() + BEFORE;
    let mut x = 0.0;
    for (name, hint) in blocks {
        let y = sheets.place(name, x, top);
        sheets.place(hint, x, y);
        sheets.rule(x, top + text + WRITING_LINE, column, 0.6);
        x += column + GAP;
    }
    sheets.space(height);
    Ok(())
}
