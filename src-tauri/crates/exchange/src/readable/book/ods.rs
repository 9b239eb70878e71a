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
    packed.about("meta.xml", &mut read)?;
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|_| damaged)?;
    let sheets = book.sheets_metadata().to_vec();
    // One within another, or under a name that the library does not know, would be passed over.
    if sheets.len() != extent.tables || extent.nested {
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
    if extent.commented {
        read.note("Comments to cells are not printed.");
    }
    if extent.changed {
        read.note("Changes to it were tracked. What stood in cells before they were changed is not printed.");
    }
    if extent.drawn {
        read.note("Pictures, charts and drawings in it are not printed.");
    }
    if packed.has_under("Basic/") {
        read.note("It may hold macros, which were not run and are not printed.");
    }
    if extent.hidden {
        read.note("Some rows or columns are hidden in the file. They are printed like any other.");
    }
    said(&mut read, &sheets, &room);
    Ok(read)
}
