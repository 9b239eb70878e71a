//! A sheet in the making.

use std::collections::{BTreeMap, BTreeSet};

use crate::readable::harmless;
use crate::readable::limits::{Left, Limits};
use crate::readable::shape::{Readable, ReadableBody};
use crate::roll::letters;

/// A sheet of which fewer than one in so many places holds something is printed cell by cell.
const SPARSE: usize = 12;

/// So many runs of hidden columns are known.
const RUNS: usize = 1_000;

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

/// How much of a sheet a person at the screen would see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    Shown,
    Hidden,
}

/// One sheet. Rows and columns count from 0.
pub(super) struct Grid {
    heading: String,
    seen: Seen,
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    columns: BTreeSet<u32>,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Grid {
    /// A sheet of this name.
    pub(super) fn new(name: &str, seen: Seen) -> Self {
        let hidden = if seen == Seen::Hidden {
            " (hidden)"
        } else {
            ""
        };
        Self::under(
            format!("Sheet \u{201c}{}\u{201d}{hidden}", harmless::line(name)),
            seen,
        )
    }

    /// A table under this heading.
    pub(super) fn under(heading: String, seen: Seen) -> Self {
        Self {
            heading,
            seen,
            rows: BTreeMap::new(),
            columns: BTreeSet::new(),
            hidden_rows: BTreeSet::new(),
            hidden_columns: Vec::new(),
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

    pub(super) fn hide_row(&mut self, row: u32) {
        self.hidden_rows.insert(row);
    }

    /// Hides columns, the last one included.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        if self.hidden_columns.len() < RUNS {
            self.hidden_columns.push((first, last));
        }
    }

    fn is_hidden(&self, column: u32) -> bool {
        self.hidden_columns
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Adds the sheet to a reading.
    pub(super) fn into_part(self, read: &mut Readable) {
        let heading = self.heading.clone();
        if self.seen == Seen::Hidden {
            read.note("A sheet is hidden in the file. It is printed, and its heading says so.");
        }
        if self.rows.is_empty() {
            read.part(heading, ReadableBody::Words(vec!["(empty)".to_owned()]));
            return;
        }
        let columns: Vec<(u32, bool)> = self
            .columns
            .iter()
            .map(|column| (*column, self.is_hidden(*column)))
            .collect();
        let filled: usize = self.rows.values().map(BTreeMap::len).sum();
        let hidden_rows = self.rows.keys().any(|row| self.hidden_rows.contains(row));
        if hidden_rows || columns.iter().any(|(_, hidden)| *hidden) {
            read.note("Some rows or columns are hidden in the file. They are printed, with \u{201c}(hidden)\u{201d} beside their number or letter.");
        }
        let label = |row: u32| {
            let number = u64::from(row) + 1;
            if self.hidden_rows.contains(&row) {
                format!("{number} (hidden)")
            } else {
                number.to_string()
            }
        };
        if columns.len() > 4 && columns.len() * self.rows.len() > filled.saturating_mul(SPARSE) {
            let lines = self.rows.iter().flat_map(|(row, cells)| {
                let label = label(*row);
                cells.iter().map(move |(column, words)| {
                    format!("{}, row {label}: {words}", letter(*column))
                })
            });
            read.part(
                heading,
                ReadableBody::Words(lines.flat_map(|line| harmless::lines(&line)).collect()),
            );
            return;
        }
        let heads =
            std::iter::once("Row".to_owned()).chain(columns.iter().map(|(column, hidden)| {
                let letter = letter(*column);
                if *hidden {
                    format!("{letter} (hidden)")
                } else {
                    letter
                }
            }));
        let rows = self.rows.iter().map(|(row, cells)| {
            let words = columns
                .iter()
                .map(|(column, _)| cells.get(column).cloned().unwrap_or_default());
            std::iter::once(label(*row)).chain(words).collect()
        });
        let body = ReadableBody::Table {
            columns: heads.collect(),
            rows: rows.collect(),
        };
        read.part(heading, body);
    }
}

fn letter(column: u32) -> String {
    usize::try_from(column).map_or_else(|_| column.to_string(), letters)
}

/// What every reading of a spreadsheet says at its end.
pub(super) fn said(read: &mut Readable, room: &Room, formulas: usize) {
    read.note("Only rows and columns that hold something are printed, by the numbers and letters they have in the sheet.");
    if formulas > 0 {
        read.note(format!(
            "{formulas} {} worked out by a formula. What is printed is the result that was last saved, not the formula.",
            if formulas == 1 { "cell is" } else { "cells are" }
        ));
    }
    if room.full {
        read.cut();
    }
}
