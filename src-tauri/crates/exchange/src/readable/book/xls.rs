//! Workbooks of Excel 97 to 2003 ([MS-XLS]): records in a stream of a compound file.

use super::grid::{Grid, Room, Seen, said};
use super::moment::{Meant, built_in, of_code};
use super::sst::Run;
use super::xls_cells::Cells;
use crate::readable::compound::{Compound, u16_at, u32_at};
use crate::readable::harmless;
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, Unreadable};

const WHAT: &str = "an Excel workbook";
const DAMAGED: Unreadable = Unreadable::Damaged { what: WHAT };
/// So many sheets are read.
const SHEETS: usize = 500;

/// So many different words are read.
const STRINGS: u32 = 4_000_000;

pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;
const PASSWORD: u16 = 0x002f;
const FROM_1904: u16 = 0x0022;
const SHEET: u16 = 0x0085;
const SHARED: u16 = 0x00fc;
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0x00e0;

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
pub(super) fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (kind, length) = (u16_at(bytes, 0)?, usize::from(u16_at(bytes, 2)?));
    Some((kind, bytes.get(4..4 + length)?, bytes.get(4 + length..)?))
}

/// A record with those that continue it.
pub(super) fn whole<'a>(first: &'a [u8], mut rest: &'a [u8]) -> Run<'a> {
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

/// What the sheets of a workbook share.
#[derive(Default)]
pub(super) struct Book {
    sheets: Vec<Sheet>,
    pub(super) strings: Vec<String>,
    pub(super) styles: Vec<Meant>,
    pub(super) from_1904: bool,
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
                    let count = count.min(STRINGS);
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
            .map(|name| harmless::line(&name))
            .unwrap_or_default(),
    })
}
