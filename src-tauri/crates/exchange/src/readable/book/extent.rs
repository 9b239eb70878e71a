//! How large the library would make a LibreOffice sheet, which repeats its rows and cells by a count.

use crate::readable::xml::{Met, Tag};

/// So many cells are held; the library is asked for no more.
const MOST: u64 = 2_000_000;
/// No sheet has more rows or columns.
const ROWS: u64 = 1 << 20;
const COLUMNS: u64 = 1 << 14;

/// What was met of a file's content.
#[derive(Default)]
pub(super) struct Extent {
    pub(super) tables: usize,
    /// A table stands in another, or a row in a row.
    pub(super) nested: bool,
    pub(super) hidden: bool,
    depth: usize,
    within_row: bool,
    /// Of the open table: rows to the last that holds something, empty ones after it, and its widest row.
    rows: u64,
    empty_rows: u64,
    widest: u64,
    /// Of the open row: how often it stands, cells to the last that holds something, and empty ones after it.
    repeat: u64,
    width: u64,
    empty_cells: u64,
    /// Of all tables: cells as they are written, cells of the areas that they fill, and blanks that are only counted.
    written: u64,
    area: u64,
    blanks: u64,
}

impl Extent {
    pub(super) fn too_large(&self) -> bool {
        self.written > MOST || self.area > MOST || self.blanks > MOST
    }

    /// Takes the next element into account; false where it is enough.
    pub(super) fn meet(&mut self, met: Met<'_>) -> bool {
        match met {
            Met::Opens(tag) => self.opens(tag),
            Met::Closes("table") => {
                self.depth = self.depth.saturating_sub(1);
                self.area += self.rows.saturating_mul(self.widest);
            }
            Met::Closes("table-row") => {
                self.within_row = false;
                self.written += self.width;
                self.widest = self.widest.max(self.width);
                if self.width == 0 {
                    self.empty_rows = (self.empty_rows + self.repeat).min(ROWS);
                } else {
                    self.rows = (self.rows + self.empty_rows + self.repeat).min(ROWS);
                    self.empty_rows = 0;
                }
            }
            Met::Closes(_) | Met::Words(_) => {}
        }
        !self.too_large()
    }

    fn opens(&mut self, tag: &Tag) {
        let count = |name: &str, most: u64| tag.count(name).unwrap_or(1).min(most);
        self.hidden |= matches!(tag.says("visibility"), Some("collapse" | "filter"));
        match tag.name.as_str() {
            "table" => {
                self.tables += 1;
                self.nested |= self.depth > 0;
                self.depth += 1;
                (self.rows, self.empty_rows, self.widest) = (0, 0, 0);
            }
            "table-row" => {
                self.nested |= self.within_row;
                self.within_row = true;
                self.repeat = count("number-rows-repeated", ROWS);
                (self.width, self.empty_cells) = (0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                let repeat = count("number-columns-repeated", COLUMNS);
                if tag.has("value") || tag.has("formula") {
                    self.width = (self.width + self.empty_cells + repeat).min(COLUMNS);
                    self.empty_cells = 0;
                } else {
                    self.empty_cells = (self.empty_cells + repeat).min(COLUMNS);
                }
            }
            "s" => self.blanks = self.blanks.saturating_add(count("c", u64::MAX)),
            _ => {}
        }
    }
}
