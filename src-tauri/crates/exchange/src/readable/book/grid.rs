//! A sheet in the making.

use std::collections::{BTreeMap, BTreeSet};

use crate::readable::harmless;
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody};
use crate::roll::letters;

/// A sheet of which fewer than one in so many places holds something is printed cell by cell.
const SPARSE: usize = 12;

/// What may still be shown, of all sheets together.
pub(super) struct Room {
    pub(super) left: Left,
    cells: usize,
    /// Not everything could be shown.
    pub(super) full: bool,
}

impl Room {
    pub(super) fn of(limits: &Limits) -> Self {
        Self {
            left: Left::of(limits),
            cells: limits.cells,
            full: false,
        }
    }
}

/// One sheet. Rows and columns count from 0.
pub(super) struct Grid {
    heading: String,
    hidden: bool,
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    columns: BTreeSet<u32>,
}

impl Grid {
    /// A sheet of this name.
    pub(super) fn new(name: &str, hidden: bool) -> Self {
        let said = if hidden { " (hidden)" } else { "" };
        let name = harmless::line(name);
        Self::under(format!("Sheet \u{201c}{name}\u{201d}{said}"), hidden)
    }

    /// A table under this heading.
    pub(super) fn under(heading: String, hidden: bool) -> Self {
        Self {
            heading,
            hidden,
            rows: BTreeMap::new(),
            columns: BTreeSet::new(),
        }
    }

    /// Puts words into a cell. False where no more may be shown. Two words for one cell both stand in it.
    pub(super) fn put(&mut self, row: u32, column: u32, words: &str, room: &mut Room) -> bool {
        if words.is_empty() {
            return true;
        }
        if room.cells == 0 || !room.left.take(words.len()) {
            room.full = true;
            return false;
        }
        room.cells -= 1;
        self.columns.insert(column);
        let cell = self.rows.entry(row).or_default().entry(column).or_default();
        if !cell.is_empty() {
            cell.push('\n');
        }
        cell.push_str(harmless::words(words).trim_end());
        true
    }

    /// Adds the sheet to a reading.
    pub(super) fn into_part(self, read: &mut Readable) {
        if self.hidden {
            read.note("A sheet is hidden in the file. It is printed, and its heading says so.");
        }
        let body = if self.rows.is_empty() {
            ReadableBody::Words(vec!["(empty)".to_owned()])
        } else if self.is_sparse() {
            self.cell_by_cell()
        } else {
            self.table()
        };
        read.part(self.heading, body);
    }

    fn is_sparse(&self) -> bool {
        let filled: usize = self.rows.values().map(BTreeMap::len).sum();
        self.columns.len() > 4
            && self.columns.len().saturating_mul(self.rows.len()) > filled.saturating_mul(SPARSE)
    }

    fn cell_by_cell(&self) -> ReadableBody {
        let lines = self.rows.iter().flat_map(|(row, cells)| {
            cells.iter().map(move |(column, words)| {
                format!("{}, row {}: {words}", letter(*column), label(*row))
            })
        });
        ReadableBody::Words(lines.flat_map(|line| harmless::lines(&line)).collect())
    }

    fn table(&self) -> ReadableBody {
        let letters = self.columns.iter().map(|column| letter(*column));
        let rows = self.rows.iter().map(|(row, cells)| {
            let words = self
                .columns
                .iter()
                .map(|column| cells.get(column).cloned().unwrap_or_default());
            std::iter::once(label(*row)).chain(words).collect()
        });
        ReadableBody::Table {
            columns: std::iter::once("Row".to_owned()).chain(letters).collect(),
            rows: rows.collect(),
        }
    }
}

fn label(row: u32) -> String {
    (u64::from(row) + 1).to_string()
}

fn letter(column: u32) -> String {
    usize::try_from(column).map_or_else(|_| column.to_string(), letters)
}
