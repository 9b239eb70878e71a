//! Spreadsheets of LibreOffice.

use std::io::Cursor;

use calamine::{Ods, Reader};

use super::cells::{SHEETS, begun, put_all, said};
use super::extent::Extent;
use super::grid::Room;
use crate::readable::limits::Limits;
use crate::readable::packed::Packed;
use crate::readable::shape::{Readable, Unreadable};

const WHAT: &str = "a LibreOffice spreadsheet";

/// Reads a spreadsheet.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let damaged = Unreadable::Damaged { what: WHAT };
    let mut read = Readable::new(WHAT);
    let mut packed = Packed::office(bytes, WHAT, limits)?;
    if packed
        .text("META-INF/manifest.xml")?
        .is_some_and(|text| text.contains("encryption-data"))
    {
        return Err(Unreadable::Locked { what: WHAT });
    }
    let mut extent = Extent::default();
    packed.measured(|part, met| part != "content.xml" || extent.meet(met))?;
    if extent.too_large() {
        return Err(Unreadable::TooLarge { what: WHAT });
    }
    if extent.nested {
        return Err(damaged);
    }
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|_| damaged)?;
    let sheets = book.sheets_metadata().to_vec();
    // One under a name that the library does not know would be passed over.
    if sheets.len() != extent.tables {
        return Err(damaged);
    }
    let mut room = Room::of(limits);
    for sheet in sheets.iter().take(SHEETS) {
        let mut grid = begun(sheet);
        let range = book.worksheet_range(&sheet.name).map_err(|_| damaged)?;
        put_all(&mut grid, &range, &mut room);
        grid.into_part(&mut read);
        if room.full {
            break;
        }
    }
    if extent.hidden {
        read.note("Some rows or columns are hidden in the file. They are printed like any other.");
    }
    said(&mut read, &sheets, &room);
    Ok(read)
}
