//! What the library read, as words, and what is said of every workbook.

use std::collections::BTreeSet;

use calamine::{Data, ExcelDateTime, Range, Sheet, SheetVisible};

use super::grid::{Grid, Room};
use crate::readable::shape::Readable;

/// So many sheets are read.
pub(super) const SHEETS: usize = 500;

/// The words of a cell.
pub(super) fn words(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => words.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) => moment_in_words(moment),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn moment_in_words(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    // What no sheet shows as a day or a time.
    if !(0.0..2_958_466.0).contains(&value) {
        return value.to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let days = value.trunc();
    if moment.is_duration() {
        return format!("{}:{minute:02}:{second:02}", days * 24.0 + f64::from(hour));
    }
    match (days == 0.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00:00") => format!("{year}-{month:02}-{day:02}"),
        (false, _) => format!("{year}-{month:02}-{day:02} {time}"),
    }
}

/// A sheet that is still empty.
pub(super) fn begun(sheet: &Sheet) -> Grid {
    Grid::new(&sheet.name, sheet.visible != SheetVisible::Visible)
}

/// Puts the cells of a sheet that the library has whole.
pub(super) fn put_all(grid: &mut Grid, range: &Range<Data>, room: &mut Room) {
    let (first, left) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let place =
            |at: usize, from: u32| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(from);
        if !grid.put(place(row, first), place(column, left), &words(cell), room) {
            return;
        }
    }
}

/// What is said at the end of every workbook.
pub(super) fn said(read: &mut Readable, sheets: &[Sheet], room: &Room) {
    let names: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    if names.len() < sheets.len() {
        read.note(
            "Two sheets in it have one name. What is printed under it may be one of them twice.",
        );
    }
    if sheets.len() > SHEETS {
        read.note("It has more sheets than are printed here.");
    }
    read.note("Only rows and columns that hold something are printed, by the numbers and letters they have in the sheet. Where a cell is worked out by a formula, the result that was last saved is printed and not the formula.");
    read.note("Comments to cells, pictures, charts, text boxes, macros, tracked changes, files that lie inside it and what it says of its maker are not printed.");
    read.note("Days are printed as year-month-day, whatever way the sheet shows them. Numbers are printed as they are kept, without the sheet\u{2019}s rounding, currency or per cent signs.");
    if room.full {
        read.cut();
    }
}
