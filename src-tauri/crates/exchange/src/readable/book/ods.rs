//! Spreadsheets of LibreOffice (OpenDocument 1.3, part 3, 9). Cells are printed as the sheet showed them.

use std::collections::BTreeSet;

use super::grid::{Grid, Room, Seen, said};
use super::parts;
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, Unreadable};
use crate::readable::xml::{Met, Tag, walk};

const WHAT: &str = "a LibreOffice spreadsheet";
/// So many sheets are read.
const SHEETS: usize = 500;
/// The last column and row that a sheet can have, counted from 0.
const LAST_COLUMN: u32 = 16_383;
const LAST_ROW: u32 = 1_048_575;

/// Reads a spreadsheet.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = parts::locked(bytes, WHAT, limits)?;
    let text = packed
        .text("content.xml")?
        .ok_or(Unreadable::Damaged { what: WHAT })?;
    let mut read = Readable::new(WHAT);
    parts::about(&mut packed, "meta.xml", &mut read)?;
    let mut sheets = Sheets::new(Room::of(limits));
    let walked = walk(&text, |met| sheets.meet(met));
    if walked.is_err() && sheets.done.is_empty() && sheets.grid.is_none() {
        return Err(Unreadable::Damaged { what: WHAT });
    }
    if walked.is_err() {
        read.note("The file is damaged. What is printed is what stands before the damage.");
    }
    sheets.close_row();
    let Sheets {
        done,
        grid,
        room,
        formulas,
        drawn,
        changes,
        ..
    } = sheets;
    if done.len() > SHEETS {
        read.note("It has more sheets than are printed here.");
    }
    for grid in done.into_iter().chain(grid) {
        grid.into_part(&mut read);
    }
    if drawn {
        read.note("Pictures, charts and drawings in it are not printed.");
    }
    if changes {
        read.note(
            "What cells held before they were changed, which the file keeps, is not printed.",
        );
    }
    if packed.has_under("Basic/") {
        read.note("It may hold macros, which were not run and are not printed.");
    }
    said(&mut read, &room, formulas);
    Ok(read)
}

/// The cell that is open.
struct Cell {
    repeat: u32,
    words: String,
    paragraphs: usize,
    /// What is kept behind what is shown.
    kept: String,
}

struct Sheets {
    room: Room,
    hiding: BTreeSet<String>,
    style: String,
    done: Vec<Grid>,
    grid: Option<Grid>,
    row: u32,
    rows: u32,
    row_hidden: bool,
    cells: Vec<(u32, u32, String)>,
    column: u32,
    columns: u32,
    cell: Option<Cell>,
    /// How deep in what was there before changes.
    before: usize,
    note: bool,
    formulas: usize,
    drawn: bool,
    changes: bool,
}

impl Sheets {
    fn new(room: Room) -> Self {
        Self {
            room,
            hiding: BTreeSet::new(),
            style: String::new(),
            done: Vec::new(),
            grid: None,
            row: 0,
            rows: 1,
            row_hidden: false,
            cells: Vec::new(),
            column: 0,
            columns: 0,
            cell: None,
            before: 0,
            note: false,
            formulas: 0,
            drawn: false,
            changes: false,
        }
    }

    fn meet(&mut self, met: Met<'_>) -> bool {
        match met {
            Met::Opens(tag) if tag.name == "tracked-changes" => {
                self.before += 1;
                self.changes = true;
            }
            Met::Closes("tracked-changes") => self.before = self.before.saturating_sub(1),
            _ if self.before > 0 => {}
            Met::Opens(tag) => self.opens(tag),
            Met::Words(words) => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0) {
                    cell.words.push_str(words);
                }
            }
            Met::Closes(name) => self.closes(name),
        }
        !self.room.full && self.done.len() <= SHEETS
    }

    fn opens(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "style" => tag
                .says("name")
                .unwrap_or_default()
                .clone_into(&mut self.style),
            "table-properties" if tag.says("display") == Some("false") => {
                self.hiding.insert(self.style.clone());
            }
            "table" if self.cell.is_none() => {
                self.done.extend(self.grid.take());
                let hidden = tag
                    .says("style-name")
                    .is_some_and(|style| self.hiding.contains(style));
                let seen = if hidden { Seen::Hidden } else { Seen::Shown };
                self.grid = Some(Grid::new(tag.says("name").unwrap_or_default(), seen));
                (self.row, self.columns) = (0, 0);
            }
            "table-column" if self.cell.is_none() => {
                let count = repeated(tag, "number-columns-repeated");
                if let (Some("collapse" | "filter"), Some(grid)) =
                    (tag.says("visibility"), &mut self.grid)
                {
                    grid.hide_columns(self.columns, self.columns.saturating_add(count - 1));
                }
                self.columns = self.columns.saturating_add(count);
            }
            "table-row" if self.cell.is_none() => {
                self.rows = repeated(tag, "number-rows-repeated");
                self.row_hidden = matches!(tag.says("visibility"), Some("collapse" | "filter"));
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" if self.cell.is_none() => {
                self.formulas += usize::from(tag.says("formula").is_some());
                let kept = [
                    "string-value",
                    "date-value",
                    "time-value",
                    "boolean-value",
                    "value",
                ];
                self.cell = Some(Cell {
                    repeat: repeated(tag, "number-columns-repeated"),
                    words: String::new(),
                    paragraphs: 0,
                    kept: kept
                        .iter()
                        .find_map(|name| tag.says(name))
                        .unwrap_or_default()
                        .to_owned(),
                });
            }
            "annotation" => self.note = true,
            "frame" | "shapes" | "custom-shape" => self.drawn = true,
            other => self.inside(other, tag),
        }
    }

    /// What stands in a cell.
    fn inside(&mut self, name: &str, tag: &Tag) {
        let Some(cell) = &mut self.cell else { return };
        match name {
            "p" => {
                if !cell.words.is_empty() {
                    cell.words.push('\n');
                }
                if self.note {
                    cell.words.push_str("[comment] ");
                }
                cell.paragraphs += 1;
            }
            "s" => {
                let count = tag.number::<usize>("c").unwrap_or(1).min(1_000);
                cell.words.extend(std::iter::repeat_n(' ', count));
            }
            "tab" => cell.words.push('\t'),
            "line-break" => cell.words.push('\n'),
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            "annotation" => self.note = false,
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs = cell.paragraphs.saturating_sub(1);
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    let words = if cell.words.is_empty() {
                        cell.kept
                    } else {
                        cell.words
                    };
                    if !words.is_empty() {
                        self.cells.push((self.column, cell.repeat, words));
                    }
                    self.column = self.column.saturating_add(cell.repeat);
                }
            }
            "table-row" if self.cell.is_none() => self.close_row(),
            "table" if self.cell.is_none() => {
                self.close_row();
                self.done.extend(self.grid.take());
            }
            _ => {}
        }
    }

    /// A row as often as it is repeated; an empty one only moves the number on.
    fn close_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if let (Some(grid), false) = (&mut self.grid, cells.is_empty()) {
            'rows: for row in self.row..self.row.saturating_add(self.rows).min(LAST_ROW + 1) {
                if self.row_hidden {
                    grid.hide_row(row);
                }
                for (from, repeat, words) in &cells {
                    for column in *from..from.saturating_add(*repeat).min(LAST_COLUMN + 1) {
                        if !grid.put(row, column, words, &mut self.room) {
                            break 'rows;
                        }
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        self.rows = 1;
    }
}

fn repeated(tag: &Tag, name: &str) -> u32 {
    tag.number(name).unwrap_or(1).max(1)
}
