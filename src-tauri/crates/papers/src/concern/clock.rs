//! The clocks of a concern side by side, and the time between them.

use crate::PapersError;
use crate::house::{BODY_LEADING, MARGIN, MEASURE, Sheets, plain, small, strong};
use crate::page::{Frame, Item};

/// One clock.
#[derive(Clone)]
pub struct ClockFacts {
    /// `Happened`, `Written`.
    pub label: String,
    /// When, in words.
    pub at: String,
    /// How long until the next, in words.
    pub gap: Option<String>,
}

impl std::fmt::Debug for ClockFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClockFacts")
    }
}

/// Draws them in a box, in columns.
pub(super) fn draw(sheets: &mut Sheets<'_>, clock: &[ClockFacts]) -> Result<(), PapersError> {
    const PAD: f32 = 8.0;
    if clock.is_empty() {
        return Ok(());
    }
    sheets.space(8.0);
    let column = (MEASURE - 2.0 * PAD) / clock.len() as f32;
    let mut blocks = Vec::new();
    for one in clock {
        let mut words = vec![strong(format!("{}\n", one.label)), plain(one.at.as_str())];
        if let Some(gap) = &one.gap {
            words.push(small(format!("\nthen {gap} until")));
        }
        blocks.push(sheets.set(&words, column - PAD, BODY_LEADING)?);
    }
    let tallest = blocks
        .iter()
        .map(|block| block.height())
        .fold(0.0, f32::max);
    let height = tallest + 2.0 * PAD - 3.0;
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
    for (place, block) in blocks.into_iter().enumerate() {
        sheets.place(block, PAD + column * place as f32, top + PAD - 1.0);
    }
    sheets.space(height);
    Ok(())
}
