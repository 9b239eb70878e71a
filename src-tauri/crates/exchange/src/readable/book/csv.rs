//! Lists in plain text, whatever parts their cells.

use csv::{ReaderBuilder, StringRecord};

use super::grid::{Grid, Room};
use crate::readable::limits::Limits;
use crate::readable::shape::{Readable, Unreadable};
use crate::roll::{Rows, decode_text, faults};

const WHAT: &str = "a list (CSV)";
/// So much of a list is looked at for what parts its cells.
const SAMPLE: usize = 64 * 1024;
/// So many misplaced quotation marks are looked for.
const MARKS: usize = 3;

/// Reads a list.
pub(in crate::readable) fn read(bytes: &[u8], limits: &Limits) -> Result<Readable, Unreadable> {
    let decoded = decode_text(bytes.to_vec());
    let mut read = Readable::new(WHAT);
    read.fact("Encoding", decoded.encoding);
    if decoded.doubtful {
        read.note("It does not say which encoding it is in; some letters may be wrong.");
    }
    let text = decoded.text;
    let delimiter = delimiter(&text);
    read.fact(
        "Cells are parted by",
        match delimiter {
            b';' => "semicolons",
            b'\t' => "tabs",
            b'|' => "upright strokes",
            _ => "commas",
        },
    );
    if !faults(&text, delimiter, MARKS).is_empty() {
        read.note("A quotation mark in it is misplaced or never closed. Cells may be parted otherwise than was meant.");
    }
    let mut grid = Grid::under("The list".to_owned(), false);
    let mut room = Room::of(limits);
    let mut rows = Rows::new(&text, delimiter, 0);
    let mut record = StringRecord::new();
    let mut next = 0;
    'rows: while let Some(row) = rows
        .next(&mut record)
        .map_err(|_| Unreadable::Damaged { what: WHAT })?
    {
        // A lone carriage return ends a row too, and no line.
        let row = row.max(next);
        next = row.saturating_add(1);
        for (column, words) in (0..).zip(&record) {
            if !grid.put(row, column, words.trim_end(), &mut room) {
                break 'rows;
            }
        }
    }
    grid.into_part(&mut read);
    read.note("Rows are numbered as a spreadsheet would number them, empty ones counted.");
    if room.full {
        read.cut();
    }
    Ok(read)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// What parts cells: that by which most rows have as many cells as each other.
fn delimiter(text: &str) -> u8 {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let mut best = (0, b',');
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut counts = std::collections::BTreeMap::new();
        for record in reader(sample, delimiter).into_records().take(50).flatten() {
            if record.len() > 1 {
                *counts.entry(record.len()).or_insert(0_usize) += 1;
            }
        }
        let score = counts.into_iter().map(|(cells, rows)| (rows, cells)).max();
        if let Some((rows, cells)) = score
            && rows * 1_000 + cells.min(999) > best.0
        {
            best = (rows * 1_000 + cells.min(999), delimiter);
        }
    }
    best.1
}
