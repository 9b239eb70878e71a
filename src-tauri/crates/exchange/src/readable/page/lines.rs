//! Lines in the making: paragraphs are lines, and so are the rows of tables.

use crate::readable::harmless;

/// A document's words.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<String>,
    open: String,
    /// How deep in rows of tables.
    rows: usize,
    cells: usize,
    bytes: usize,
}

impl Lines {
    pub(super) fn push(&mut self, words: &str) {
        self.bytes += words.len();
        self.open.push_str(words);
    }

    /// How many bytes have been put in.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn end_paragraph(&mut self) {
        if self.rows > 0 {
            self.open.push(' ');
        } else {
            self.end();
        }
    }

    pub(super) fn begin_row(&mut self) {
        if !self.open.trim().is_empty() {
            self.end();
        }
        self.rows += 1;
        self.cells = 0;
    }

    pub(super) fn begin_cell(&mut self) {
        if self.cells > 0 {
            self.open.push_str("| ");
        }
        self.cells += 1;
    }

    pub(super) fn end_row(&mut self) {
        self.rows = self.rows.saturating_sub(1);
        self.end();
    }

    fn end(&mut self) {
        self.bytes += 1;
        self.done.push(std::mem::take(&mut self.open));
    }

    /// The lines; of empty ones that follow each other, one.
    pub(super) fn into_lines(mut self) -> Vec<String> {
        if !self.open.trim().is_empty() {
            self.end();
        }
        let mut lines: Vec<String> = self
            .done
            .iter()
            .flat_map(|line| harmless::lines(line))
            .collect();
        lines.dedup_by(|one, other| one.is_empty() && other.is_empty());
        lines
    }
}
