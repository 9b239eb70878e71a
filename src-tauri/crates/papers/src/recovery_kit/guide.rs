//! What the kit is for, how it is used, where it is kept and what it opens.

use crate::PapersError;
use crate::fonts::Face;
use crate::house::{BODY_LEADING, MEASURE, Sheets, plain};
use crate::typeset::{Block, span};

/// Between the two columns.
pub(super) const GUTTER: f32 = 22.0;
/// One column.
pub(super) const COLUMN: f32 = (MEASURE - GUTTER) / 2.0;
/// How far the words of a numbered step stand in.
const INDENT: f32 = 15.0;

/// Words under a heading.
enum Words {
    /// A paragraph.
    Plain(&'static str),
    /// Steps, numbered from 1.
    Steps(&'static [&'static str]),
}

const LEFT: [(&str, &[Words]); 2] = [
    (
        "What it is for",
        &[Words::Plain(
            "If the password is forgotten, or the laptop is lost, broken or replaced, these twelve words let this \
             person in again. There is no other way in, not even for the makers of Strongroom.",
        )],
    ),
    (
        "How to use it",
        &[Words::Steps(&[
            "Open Strongroom on a laptop that has the vault, or its last backup.",
            "Choose \u{201C}I cannot get in\u{201D}.",
            "Type the user name above and the twelve words in order.",
            "Choose a new password. Seal this page again.",
        ])],
    ),
];

const RIGHT: [(&str, &[Words]); 2] = [
    (
        "Where to keep it",
        &[Words::Plain(
            "In an envelope, sealed and signed across the flap, in the school safe. Never with the laptop, in its \
             bag, in an unlocked drawer or as a photograph.",
        )],
    ),
    (
        "What it opens, and what it does not",
        &[
            Words::Plain(
                "It opens the rooms of this vault that this person belongs to, here or from any later backup.",
            ),
            Words::Plain(
                "It does not open rooms this person does not belong to, other people\u{2019}s accounts or other \
                 vaults. Without the vault or a backup it opens nothing.",
            ),
        ],
    ),
];

/// A piece of a column: how far it stands in, how far below the piece before it, and whether the next stands beside
/// it rather than below.
struct Part {
    indent: f32,
    before: f32,
    block: Block,
    beside: bool,
}

/// Draws both columns, which stay together.
pub(super) fn guide(sheets: &mut Sheets<'_>) -> Result<(), PapersError> {
    let left = column(sheets, &LEFT)?;
    let right = column(sheets, &RIGHT)?;
    let tallest = height(&left).max(height(&right));
    sheets.keep(tallest)?;
    let top = sheets.y();
    for (x, parts) in [(0.0, left), (COLUMN + GUTTER, right)] {
        let mut y = top;
        for part in parts {
            let begins = y + part.before;
            let ends = sheets.place(part.block, x + part.indent, begins);
            y = if part.beside { y } else { ends };
        }
    }
    sheets.space(tallest);
    Ok(())
}

fn height(parts: &[Part]) -> f32 {
    parts
        .iter()
        .filter(|part| !part.beside)
        .map(|part| part.before + part.block.height())
        .sum()
}

fn column(
    sheets: &mut Sheets<'_>,
    sections: &[(&str, &[Words])],
) -> Result<Vec<Part>, PapersError> {
    let mut parts: Vec<Part> = Vec::new();
    for (heading, paragraphs) in sections {
        let before = if parts.is_empty() { 0.0 } else { 9.0 };
        let block = sheets.set(&[span(*heading, Face::SerifBold, 12.4)], COLUMN, 17.0)?;
        parts.push(Part {
            indent: 0.0,
            before,
            block,
            beside: false,
        });
        let mut add = |text: &str, indent: f32, beside: bool| -> Result<(), PapersError> {
            let block = sheets.set(&[plain(text)], COLUMN - indent, BODY_LEADING)?;
            parts.push(Part {
                indent,
                before: 2.0,
                block,
                beside,
            });
            Ok(())
        };
        for paragraph in *paragraphs {
            match paragraph {
                Words::Plain(text) => add(text, 0.0, false)?,
                Words::Steps(steps) => {
                    for (index, step) in steps.iter().enumerate() {
                        add(&format!("{}.", index + 1), 0.0, true)?;
                        add(step, INDENT, false)?;
                    }
                }
            }
        }
    }
    Ok(parts)
}
