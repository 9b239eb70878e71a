//! Workbooks of Excel 97 to 2003.

use std::io::{Cursor, Read, Write};

use calamine::{Reader, Xls, XlsError};
use cfb::CompoundFile;

use super::cells::{SHEETS, begun, put_all, said};
use super::grid::Room;
use super::records::tame;
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, Unreadable};

const WHAT: &str = "an Excel workbook";

/// Reads a workbook.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let damaged = Unreadable::Damaged { what: WHAT };
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(Unreadable::Locked { what: WHAT });
    }
    if !file.is_stream("/Workbook") {
        return Err(if file.is_stream("/Book") {
            Unreadable::TooOld { what: WHAT }
        } else {
            damaged
        });
    }
    let mut records = Vec::new();
    let stream = file.open_stream("/Workbook").map_err(|_| damaged)?;
    let whole = stream.take(limits.unpacked).read_to_end(&mut records);
    whole.map_err(|_| damaged)?;
    tame(&mut records).map_err(|()| Unreadable::TooLarge { what: WHAT })?;
    let clean = alone(&records).ok_or(damaged)?;
    let mut book = Xls::new(Cursor::new(clean)).map_err(|error| {
        if matches!(error, XlsError::Password) {
            Unreadable::Locked { what: WHAT }
        } else {
            damaged
        }
    })?;
    let sheets = book.sheets_metadata().to_vec();
    let mut read = Readable::new(WHAT);
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
    read.note("Rows and columns that are hidden in the file are printed like any other, and not told apart.");
    said(&mut read, &sheets, &room);
    Ok(read)
}

/// A file with these records and nothing else, so that the library meets no tables but those that were just written.
fn alone(records: &[u8]) -> Option<Vec<u8>> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let mut stream = file.create_stream("/Workbook").ok()?;
    stream.write_all(records).ok()?;
    stream.flush().ok()?;
    drop(stream);
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}
