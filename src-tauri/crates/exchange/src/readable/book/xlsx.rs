//! Workbooks of Excel since 2007.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::cells::{SHEETS, begun, said, words};
use super::grid::{Grid, Room};
use crate::readable::limits::Limits;
use crate::readable::packed::Packed;
use crate::readable::shape::{Readable, Unreadable};
use crate::readable::xml::{Met, Tag};

const WHAT: &str = "an Excel workbook";
/// No workbook has more different words; the library makes room for as many as the file claims.
const STRINGS: u64 = 4_000_000;
/// Reads a workbook.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let damaged = Unreadable::Damaged { what: WHAT };
    let mut read = Readable::new(WHAT);
    let mut packed = Packed::office(bytes, WHAT, limits)?;
    let (mut strings, mut hidden) = (0, false);
    packed.measured(|_, met| {
        if let Met::Opens(tag) = met {
            strings = strings.max(tag.count("uniqueCount").unwrap_or(0));
            hidden |= is_hidden(tag);
        }
        true
    })?;
    if strings > STRINGS {
        return Err(Unreadable::TooLarge { what: WHAT });
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut room = Room::of(limits);
    for sheet in sheets.iter().take(SHEETS) {
        let mut grid = begun(sheet);
        if !put(&mut book, &sheet.name, &mut grid, &mut room) {
            read.note("A sheet is damaged, or is a chart. What is printed of it is what stands before the damage.");
        }
        grid.into_part(&mut read);
        if room.full {
            break;
        }
    }
    if hidden {
        read.note("Some rows or columns are hidden in the file. They are printed like any other.");
    }
    said(&mut read, &sheets, &room);
    Ok(read)
}

/// Puts the cells of a sheet as they are met, so that no room is made for cells that are only claimed. False where it breaks off.
fn put(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, grid: &mut Grid, room: &mut Room) -> bool {
    let Ok(mut cells) = book.worksheet_cells_reader(sheet) else {
        return false;
    };
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                let value: Data = cell.get_value().clone().into();
                if !grid.put(row, column, &words(&value), room) {
                    return true;
                }
            }
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

fn is_hidden(tag: &Tag) -> bool {
    matches!(tag.name.as_str(), "row" | "col") && matches!(tag.says("hidden"), Some("1" | "true"))
}
