//! Workbooks of Excel since 2007 (ECMA-376, part 1, 18).

use super::grid::{Grid, Room, Seen, said};
use super::moment::{Meant, words};
use super::{parts, styles};
use crate::readable::limits::Limits;
use crate::readable::packed::Packed;
use crate::readable::relations::{self, join};
use crate::readable::shape::{Readable, Unreadable};
use crate::readable::xml::{Broken, Met, Tag, walk};

const WHAT: &str = "an Excel workbook";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
/// So many sheets are read.
const SHEETS: usize = 500;
/// The last column and row that a sheet can have, counted from 0.
const LAST_COLUMN: u32 = 16_383;
const LAST_ROW: u32 = 1_048_575;

/// Parts that are not read, and what is said of them.
const UNREAD: &[(&str, &str)] = &[
    ("xl/comments", "Comments to cells are not printed."),
    ("xl/threadedComments/", "Comments to cells are not printed."),
    ("xl/media/", "Pictures in it are not printed."),
    ("xl/charts/", "Charts in it are not printed."),
    (
        "xl/drawings/",
        "Drawings and text boxes in it are not printed.",
    ),
    ("xl/embeddings/", "Files that lie inside it are not opened."),
    (
        "xl/vbaProject",
        "It holds macros, which were not run and are not printed.",
    ),
    (
        "xl/externalLinks/",
        "It draws on other files, which are not here.",
    ),
    ("xl/revisions/", "Its history of changes is not printed."),
];

/// Reads a workbook.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut packed = parts::locked(bytes, WHAT, limits)?;
    let mut read = Readable::new(WHAT);
    let book = Book::read(&mut packed)?;
    parts::about(&mut packed, "docProps/core.xml", &mut read)?;
    let mut room = Room::of(limits);
    let mut formulas = 0;
    for sheet in book.sheets.iter().take(SHEETS) {
        let mut grid = Grid::new(&sheet.name, sheet.seen);
        match packed.text(&sheet.part)? {
            Some(text) => {
                let mut rows = Rows::new(&book, &mut grid, &mut room);
                let walked = walk(&text, |met| rows.meet(met));
                formulas += rows.formulas;
                if walked.is_err() {
                    read.note(format!("A sheet is damaged. What is printed of it is what stands before the damage: {}.", sheet.name));
                }
            }
            None => read.note(format!(
                "A sheet is named and not there, or is a chart: {}.",
                sheet.name
            )),
        }
        grid.into_part(&mut read);
        if room.full {
            break;
        }
    }
    if book.sheets.len() > SHEETS {
        read.note("It has more sheets than are printed here.");
    }
    for (start, sentence) in UNREAD {
        if packed.has_under(start) {
            read.note(*sentence);
        }
    }
    read.note("Days are printed as year-month-day, whatever way the sheet shows them. Numbers are printed as they are kept, without the sheet\u{2019}s rounding, currency or per cent signs.");
    said(&mut read, &room, formulas);
    Ok(read)
}

struct Sheet {
    name: String,
    part: String,
    seen: Seen,
}

struct Book {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    styles: Vec<Meant>,
    from_1904: bool,
}

impl Book {
    fn read(packed: &mut Packed<'_>) -> Result<Self, Unreadable> {
        let path = relations::main(packed, WHAT)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let text = packed.text(&path)?.ok_or(DAMAGED)?;
        let targets = relations::read(packed, &join(folder, &format!("_rels/{file}.rels")), WHAT)?;
        let mut sheets = Vec::new();
        let mut from_1904 = false;
        walk(&text, |met| {
            if let Met::Opens(tag) = met {
                match tag.name.as_str() {
                    "workbookPr" => from_1904 = is_true(tag.says("date1904")),
                    "sheet" => {
                        let target = tag.says("id").and_then(|id| targets.get(id));
                        sheets.push(Sheet {
                            name: tag.says("name").unwrap_or_default().to_owned(),
                            part: target
                                .map_or_else(String::new, |(_, target)| join(folder, target)),
                            seen: match tag.says("state") {
                                Some("hidden" | "veryHidden") => Seen::Hidden,
                                _ => Seen::Shown,
                            },
                        });
                    }
                    _ => {}
                }
            }
            sheets.len() <= SHEETS
        })
        .map_err(|Broken| DAMAGED)?;
        let part = |kind: &str, usual: &str| {
            let named = targets.values().find(|(known, _)| known.ends_with(kind));
            join(folder, named.map_or(usual, |(_, target)| target))
        };
        let strings = match packed.text(&part("/sharedStrings", "sharedStrings.xml"))? {
            Some(text) => shared(&text).map_err(|Broken| DAMAGED)?,
            None => Vec::new(),
        };
        let styles = match packed.text(&part("/styles", "styles.xml"))? {
            Some(text) => styles::read(&text).map_err(|Broken| DAMAGED)?,
            None => Vec::new(),
        };
        Ok(Self {
            sheets,
            strings,
            styles,
            from_1904,
        })
    }
}

fn is_true(said: Option<&str>) -> bool {
    matches!(said, Some("1" | "true" | "on"))
}

/// The words that cells share, in their order. How they are to be spoken is left out.
fn shared(text: &str) -> Result<Vec<String>, Broken> {
    let mut all = Vec::new();
    let mut open = String::new();
    let (mut within, mut spoken) = (false, false);
    walk(text, |met| {
        match met {
            Met::Opens(tag) => match tag.name.as_str() {
                "si" => open.clear(),
                "t" => within = !spoken,
                "rPh" => spoken = true,
                _ => {}
            },
            Met::Words(words) if within => open.push_str(words),
            Met::Words(_) => {}
            Met::Closes("si") => all.push(unmarked(&open)),
            Met::Closes("t") => within = false,
            Met::Closes("rPh") => spoken = false,
            Met::Closes(_) => {}
        }
        true
    })?;
    Ok(all)
}

/// `_x000D_` stands for a letter that XML does not hold.
fn unmarked(text: &str) -> String {
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

struct Rows<'a> {
    book: &'a Book,
    grid: &'a mut Grid,
    room: &'a mut Room,
    row: u32,
    column: u32,
    cell: Option<Cell>,
    open: Open,
    spoken: bool,
    formulas: usize,
}

impl<'a> Rows<'a> {
    fn new(book: &'a Book, grid: &'a mut Grid, room: &'a mut Room) -> Self {
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

    fn meet(&mut self, met: Met<'_>) -> bool {
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
