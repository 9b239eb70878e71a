//! The cells of a sheet of Excel since 2007 (ECMA-376, part 1, 18.3).

use super::grid::{Grid, Room};
use super::moment::{Meant, words};
use super::xlsx::Book;
use crate::readable::xml::{Met, Tag};

/// The last column and row that a sheet can have, counted from 0.
const LAST_COLUMN: u32 = 16_383;
const LAST_ROW: u32 = 1_048_575;

/// The cell that is open.
#[derive(Default)]
struct Cell {
    kind: String,
    style: usize,
    value: String,
    formula: bool,
}

/// Which words of a cell are open.
#[derive(PartialEq)]
enum Open {
    Nothing,
    Value,
    Formula,
}

/// A sheet's elements, put into its grid as they are met.
pub(super) struct Rows<'a> {
    book: &'a Book,
    grid: &'a mut Grid,
    room: &'a mut Room,
    row: u32,
    column: u32,
    cell: Option<Cell>,
    open: Open,
    spoken: bool,
    pub(super) formulas: usize,
}

impl<'a> Rows<'a> {
    pub(super) fn new(book: &'a Book, grid: &'a mut Grid, room: &'a mut Room) -> Self {
        Self {
            book,
            grid,
            room,
            row: 0,
            column: 0,
            cell: None,
            open: Open::Nothing,
            spoken: false,
            formulas: 0,
        }
    }

    pub(super) fn meet(&mut self, met: Met<'_>) -> bool {
        match met {
            Met::Opens(tag) => self.opens(tag),
            Met::Words(words) => {
                if let (Some(cell), Open::Value) = (&mut self.cell, &self.open) {
                    cell.value.push_str(words);
                }
            }
            Met::Closes("c") => return self.close(),
            Met::Closes("row") => self.row = (self.row + 1).min(LAST_ROW),
            Met::Closes("v" | "t" | "f") => self.open = Open::Nothing,
            Met::Closes("rPh") => self.spoken = false,
            Met::Closes(_) => {}
        }
        true
    }

    fn opens(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "col" if is_true(tag.says("hidden")) => {
                let place = |name| tag.number::<u32>(name).unwrap_or(1).saturating_sub(1);
                self.grid
                    .hide_columns(place("min"), place("max").min(LAST_COLUMN));
            }
            "row" => {
                if let Some(row) = tag.number::<u32>("r") {
                    self.row = row.saturating_sub(1).min(LAST_ROW);
                }
                self.column = 0;
                if is_true(tag.says("hidden")) {
                    self.grid.hide_row(self.row);
                }
            }
            "c" => {
                if let Some((row, column)) = tag.says("r").and_then(place) {
                    (self.row, self.column) = (row, column);
                }
                self.cell = Some(Cell {
                    kind: tag.says("t").unwrap_or("n").to_owned(),
                    style: tag.number("s").unwrap_or(0),
                    ..Cell::default()
                });
            }
            "f" => {
                self.open = Open::Formula;
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            "v" | "t" if !self.spoken => self.open = Open::Value,
            "rPh" => self.spoken = true,
            _ => {}
        }
    }

    fn close(&mut self) -> bool {
        let Some(cell) = self.cell.take() else {
            return true;
        };
        self.formulas += usize::from(cell.formula);
        let shown = match cell.kind.as_str() {
            "s" => match cell
                .value
                .trim()
                .parse::<usize>()
                .ok()
                .and_then(|at| self.book.strings.get(at))
            {
                Some(words) => words.clone(),
                None if cell.value.is_empty() => String::new(),
                None => "\u{fffd} (its words are missing in the file)".to_owned(),
            },
            "b" => match cell.value.trim() {
                "1" => "TRUE".to_owned(),
                "0" => "FALSE".to_owned(),
                other => other.to_owned(),
            },
            "n" => {
                let meant = self
                    .book
                    .styles
                    .get(cell.style)
                    .copied()
                    .unwrap_or(Meant::Number);
                let moment = cell
                    .value
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|value| words(value, meant, self.book.from_1904));
                moment.unwrap_or(cell.value)
            }
            _ => unmarked(&cell.value),
        };
        let shown = if shown.is_empty() && cell.formula {
            "(a formula whose result was not saved)".to_owned()
        } else {
            shown
        };
        let column = self.column;
        self.column = (column + 1).min(LAST_COLUMN);
        self.grid.put(self.row, column, &shown, self.room)
    }
}

/// `B12` as row and column, counted from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let figures = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(figures)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a',
            _ => return None,
        };
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    let row = row.parse::<u32>().ok()?.checked_sub(1)?;
    let column = column.checked_sub(1)?;
    (row <= LAST_ROW && column <= LAST_COLUMN).then_some((row, column))
}

/// A switch that is on.
pub(super) fn is_true(said: Option<&str>) -> bool {
    matches!(said, Some("1" | "true" | "on"))
}

/// `_x000D_` stands for a letter that XML does not hold.
pub(super) fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.get(6..7) == Some("_"))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match code {
            Some(letter) => {
                out.push(letter);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}
