//! Lines of text that stand together, not yet anywhere.

use crate::page::{Item, Page};
use crate::redact::Removed;

/// Lines of text. Positions are from the block's left and each line's upper edge.
#[derive(Default)]
pub(crate) struct Block {
    pub(super) lines: Vec<Line>,
    pub(super) broke_a_word: bool,
}

/// One line.
#[derive(Default)]
pub(super) struct Line {
    pub(super) height: f32,
    pub(super) width: f32,
    pub(super) items: Vec<Item>,
    pub(super) removed: Vec<Removed>,
}

impl Block {
    /// How many lines there are.
    pub(crate) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Whether a word had to be broken because the measure is narrower than it.
    pub(crate) fn broke_a_word(&self) -> bool {
        self.broke_a_word
    }

    /// How high the lines stand together.
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.height).sum()
    }

    /// How wide the widest line is.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// How many lines from the front fit into `height`.
    pub(crate) fn fitting(&self, height: f32) -> usize {
        let mut used = 0.0;
        self.lines
            .iter()
            .take_while(|line| {
                used += line.height;
                used <= height
            })
            .count()
    }

    /// Takes so many lines off the front; what is left stays here.
    pub(crate) fn take(&mut self, lines: usize) -> Self {
        let lines = self.lines.drain(..lines.min(self.lines.len())).collect();
        Self {
            lines,
            broke_a_word: self.broke_a_word,
        }
    }

    /// Puts the lines on a page with their upper left corner at `x`, `y`. Returns where they end.
    pub(crate) fn place(self, page: &mut Page, x: f32, y: f32) -> f32 {
        let mut top = y;
        page.broken |= self.broke_a_word;
        for line in self.lines {
            page.removed.extend(line.removed);
            page.items
                .extend(line.items.into_iter().map(|item| item.moved(x, top)));
            top += line.height;
        }
        top
    }
}
