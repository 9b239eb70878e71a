//! How much is read.

use super::harmless;

/// The largest file that is read, in bytes: 64 MiB.
pub const LARGEST: usize = 64 << 20;

/// Bounds of one reading, whatever the file says of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes of the file.
    pub(super) whole: usize,
    /// Bytes that all parts of a packed file may unpack to.
    pub(super) unpacked: u64,
    /// Bytes that one part may unpack to that is read as words.
    pub(super) part: u64,
    /// Parts that a packed file may have.
    pub(super) parts: usize,
    /// Files that are listed by name.
    pub(super) files: usize,
    /// Cells that are shown, the empty ones between others counted.
    pub(super) cells: usize,
    /// Bytes of words that are shown.
    pub(super) words: usize,
}

impl Limits {
    /// Those of every file that is not a test's. The words are some five hundred pages.
    pub(super) const USUAL: Self = Self {
        whole: LARGEST,
        unpacked: 512 << 20,
        part: 64 << 20,
        parts: 50_000,
        files: 2_000,
        cells: 60_000,
        words: 1 << 20,
    };
}

/// What is left of the words that may be shown.
#[derive(Debug)]
pub(super) struct Left(usize);

impl Left {
    pub(super) fn of(limits: &Limits) -> Self {
        Self(limits.words)
    }

    /// Takes so many bytes; false, and nothing is left, where there are fewer.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        match self.0.checked_sub(bytes) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => {
                self.0 = 0;
                false
            }
        }
    }

    /// Takes a text line by line, as far as it goes. Of a longer one no more is cut into lines than may be shown.
    pub(super) fn text(&mut self, text: &str) -> (Vec<String>, bool) {
        let within = text.get(..text.floor_char_boundary(self.0.saturating_add(1)));
        let shown = within.unwrap_or(text);
        let (lines, whole) = self.lines(harmless::lines(shown));
        (lines, whole && shown.len() == text.len())
    }

    /// Takes lines as far as they go, the last as far as it goes. Says whether all of them went.
    pub(super) fn lines(&mut self, lines: Vec<String>) -> (Vec<String>, bool) {
        let mut kept = Vec::new();
        for mut line in lines {
            let left = self.0;
            if self.take(line.len() + 1) {
                kept.push(line);
                continue;
            }
            line.truncate(line.floor_char_boundary(left));
            if !line.is_empty() {
                kept.push(line);
            }
            return (kept, false);
        }
        (kept, true)
    }
}
