//! Workbooks of Excel 97 to 2003 ([MS-XLS]): records in a stream of a compound file.

use super::grid::{Grid, Room, Seen, said};
use super::moment::{self, Meant, built_in, of_code};
use super::sst::Run;
use crate::readable::compound::{Compound, u16_at, u32_at, u64_at};
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, Unreadable};

const WHAT: &str = "an Excel workbook";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
/// So many sheets are read.
const SHEETS: usize = 500;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;
const PASSWORD: u16 = 0x002f;
const FROM_1904: u16 = 0x0022;
const SHEET: u16 = 0x0085;
const SHARED: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0x00e0;
const COLUMNS: u16 = 0x007d;
const ROW: u16 = 0x0208;
const NUMBER: u16 = 0x0203;
const SMALL_NUMBER: u16 = 0x027e;
const SMALL_NUMBERS: u16 = 0x00bd;
const SHARED_WORDS: u16 = 0x00fd;
const WORDS: u16 = 0x0204;
const RICH_WORDS: u16 = 0x00d6;
const TRUTH: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const RESULT: u16 = 0x0207;
const COMMENT: u16 = 0x001c;
const DRAWING: u16 = 0x00ec;

/// Reads a workbook.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let mut file = Compound::open(bytes, limits.unpacked).map_err(|_| DAMAGED)?;
    let inside = file.inside(Compound::ROOT);
    let named = |wanted: &str| {
        inside
            .iter()
            .find(|(name, _, is_storage)| !is_storage && name.eq_ignore_ascii_case(wanted))
            .map(|(_, at, _)| *at)
    };
    let (place, old) = (named("Workbook"), named("Book"));
    let Some(place) = place else {
        return Err(if old.is_some() {
            Unreadable::TooOld { what: WHAT }
        } else {
            DAMAGED
        });
    };
    let stream = file.stream(place).ok_or(DAMAGED)?;
    let book = Book::read(&stream)?;
    let mut read = Readable::new(WHAT);
    let mut room = Room::of(limits);
    let mut formulas = 0;
    for sheet in book.sheets.iter().take(SHEETS) {
        if !sheet.has_cells {
            read.note(format!(
                "A sheet is a chart or a macro, which is not printed: {}.",
                sheet.name
            ));
            continue;
        }
        let mut cells = Cells {
            book: &book,
            grid: Grid::new(&sheet.name, sheet.seen),
            room: &mut room,
            result_of: None,
            formulas: 0,
        };
        cells.read(stream.get(sheet.from..).unwrap_or_default(), &mut read);
        formulas += cells.formulas;
        cells.grid.into_part(&mut read);
        if room.full {
            break;
        }
    }
    if book.sheets.len() > SHEETS {
        read.note("It has more sheets than are printed here.");
    }
    if named_macros(&mut file) {
        read.note("It holds macros, which were not run and are not printed.");
    }
    read.note("Days are printed as year-month-day, whatever way the sheet shows them. Numbers are printed as they are kept, without the sheet\u{2019}s rounding, currency or per cent signs.");
    said(&mut read, &room, formulas);
    Ok(read)
}

fn named_macros(file: &mut Compound<'_>) -> bool {
    file.inside(Compound::ROOT)
        .iter()
        .any(|(name, _, _)| name.eq_ignore_ascii_case("_VBA_PROJECT_CUR"))
}

/// The next record: its kind, its bytes, and what follows.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (kind, length) = (u16_at(bytes, 0)?, usize::from(u16_at(bytes, 2)?));
    Some((kind, bytes.get(4..4 + length)?, bytes.get(4 + length..)?))
}

/// A record with those that continue it.
fn whole<'a>(first: &'a [u8], mut rest: &'a [u8]) -> Run<'a> {
    let mut pieces = vec![first];
    while let Some((CONTINUE, bytes, after)) = record(rest) {
        pieces.push(bytes);
        rest = after;
    }
    Run::new(pieces)
}

struct Sheet {
    name: String,
    from: usize,
    seen: Seen,
    has_cells: bool,
}

#[derive(Default)]
struct Book {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    styles: Vec<Meant>,
    from_1904: bool,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, Unreadable> {
        let mut book = Self::default();
        let mut codes: Vec<(u16, Meant)> = Vec::new();
        let mut numbers = Vec::new();
        let mut rest = stream;
        let mut begun = false;
        while let Some((kind, bytes, after)) = record(rest) {
            rest = after;
            match kind {
                BEGIN => {
                    begun = true;
                    if u16_at(bytes, 0) != Some(0x0600) {
                        return Err(Unreadable::TooOld { what: WHAT });
                    }
                }
                PASSWORD => return Err(Unreadable::Locked { what: WHAT }),
                FROM_1904 => book.from_1904 = u16_at(bytes, 0) == Some(1),
                SHEET => book.sheets.extend(sheet(bytes)),
                SHARED => {
                    let mut run = whole(bytes, rest);
                    let (_, count) = (run.u32(), run.u32().unwrap_or(0));
                    book.strings = (0..count).map_while(|_| run.words()).collect();
                }
                FORMAT => {
                    let code = Run::new(vec![bytes.get(2..).unwrap_or_default()]).words();
                    codes.extend(u16_at(bytes, 0).zip(code.map(|code| of_code(&code))));
                }
                STYLE => numbers.push(u16_at(bytes, 2).unwrap_or(0)),
                END => break,
                _ => {}
            }
        }
        if !begun {
            return Err(DAMAGED);
        }
        // The last of a number counts, and there are few numbers.
        let codes: std::collections::BTreeMap<u16, Meant> = codes.into_iter().collect();
        book.styles = numbers
            .into_iter()
            .map(|number| {
                codes
                    .get(&number)
                    .copied()
                    .unwrap_or_else(|| built_in(number))
            })
            .collect();
        Ok(book)
    }
}

fn sheet(bytes: &[u8]) -> Option<Sheet> {
    Some(Sheet {
        from: usize::try_from(u32_at(bytes, 0)?).ok()?,
        seen: if bytes.get(4)? & 3 == 0 {
            Seen::Shown
        } else {
            Seen::Hidden
        },
        // Nought is a sheet of cells, one a sheet of the oldest macros, whose cells are words too.
        has_cells: *bytes.get(5)? < 2,
        name: Run::new(vec![bytes.get(6..)?])
            .short_words()
            .unwrap_or_default(),
    })
}

struct Cells<'a> {
    book: &'a Book,
    grid: Grid,
    room: &'a mut Room,
    /// The cell of the formula whose words come in the next record.
    result_of: Option<(u32, u32)>,
    formulas: usize,
}

impl Cells<'_> {
    fn read(&mut self, stream: &[u8], read: &mut Readable) {
        let mut rest = stream;
        let mut depth = 0_usize;
        while let Some((kind, bytes, after)) = record(rest) {
            rest = after;
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => return,
                END => depth -= 1,
                // A chart within the sheet has records of the same kinds.
                _ if depth > 1 => read.note("Charts in it are not printed."),
                COMMENT => read.note("Comments to cells are not printed."),
                DRAWING => read.note("Pictures, charts and text boxes in it are not printed."),
                _ => {
                    if self.one(kind, bytes, rest).is_none() {
                        read.note("A cell is damaged and could not be read.");
                    }
                }
            }
            if self.room.full {
                return;
            }
        }
        read.note("A sheet ends before its end is marked. The file may have been cut off.");
    }

    /// One record; nothing where it is cut off.
    fn one(&mut self, kind: u16, bytes: &[u8], rest: &[u8]) -> Option<()> {
        let place = || Some((u32::from(u16_at(bytes, 0)?), u32::from(u16_at(bytes, 2)?)));
        match kind {
            COLUMNS if u16_at(bytes, 8)? & 1 != 0 => {
                let (first, last) = place()?;
                self.grid.hide_columns(first, last);
            }
            ROW if u16_at(bytes, 12)? & 0x20 != 0 => self.grid.hide_row(place()?.0),
            NUMBER => {
                let words = self.number(f64::from_bits(u64_at(bytes, 6)?), u16_at(bytes, 4)?);
                self.put(place()?, &words);
            }
            SMALL_NUMBER => {
                let words = self.number(small(u32_at(bytes, 6)?), u16_at(bytes, 4)?);
                self.put(place()?, &words);
            }
            SMALL_NUMBERS => {
                let (row, first) = place()?;
                let all = bytes.get(4..bytes.len().checked_sub(2)?)?;
                for (column, one) in (first..).zip(all.chunks_exact(6)) {
                    let words = self.number(small(u32_at(one, 2)?), u16_at(one, 0)?);
                    self.put((row, column), &words);
                }
            }
            SHARED_WORDS => {
                let at = usize::try_from(u32_at(bytes, 6)?).ok()?;
                let book = self.book;
                let words = book.strings.get(at).map_or(
                    "\u{fffd} (its words are missing in the file)",
                    String::as_str,
                );
                self.put(place()?, words);
            }
            WORDS | RICH_WORDS => {
                let words = whole(bytes.get(6..)?, rest).words()?;
                self.put(place()?, &words);
            }
            TRUTH => {
                let words = truth(*bytes.get(6)?, *bytes.get(7)? != 0);
                self.put(place()?, &words);
            }
            FORMULA => self.formula(place()?, bytes)?,
            RESULT => {
                if let Some(place) = self.result_of.take() {
                    let words = whole(bytes, rest).words()?;
                    self.put(place, &words);
                }
            }
            _ => {}
        }
        Some(())
    }

    fn formula(&mut self, place: (u32, u32), bytes: &[u8]) -> Option<()> {
        self.formulas += 1;
        self.result_of = None;
        if u16_at(bytes, 12)? != 0xffff {
            let words = self.number(f64::from_bits(u64_at(bytes, 6)?), u16_at(bytes, 4)?);
            self.put(place, &words);
            return Some(());
        }
        match *bytes.get(6)? {
            0 => self.result_of = Some(place),
            kind @ 1..=2 => {
                let words = truth(*bytes.get(8)?, kind == 2);
                self.put(place, &words);
            }
            _ => {}
        }
        Some(())
    }

    fn number(&self, value: f64, style: u16) -> String {
        let meant = self
            .book
            .styles
            .get(usize::from(style))
            .copied()
            .unwrap_or(Meant::Number);
        moment::words(value, meant, self.book.from_1904).unwrap_or_else(|| value.to_string())
    }

    fn put(&mut self, (row, column): (u32, u32), words: &str) {
        self.grid.put(row, column, words, self.room);
    }
}

/// A number in four bytes: whole or the upper half of a long one, and perhaps in hundredths.
fn small(raw: u32) -> f64 {
    let value = if raw & 2 != 0 {
        f64::from(raw.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(raw & !3) << 32)
    };
    if raw & 1 != 0 { value / 100.0 } else { value }
}

fn truth(value: u8, is_fault: bool) -> String {
    let words = match (is_fault, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, 0x2a) => "#N/A",
        (true, _) => "(a fault)",
    };
    words.to_owned()
}
