//! The cells of a sheet of Excel 97 to 2003 ([MS-XLS] 2.4).

use super::grid::{Grid, Room};
use super::moment::{self, Meant};
use super::xls::{BEGIN, Book, END, record, whole};
use crate::readable::compound::{u16_at, u32_at, u64_at};
use crate::readable::shape::Readable;

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

/// A sheet's records, put into its grid as they are met.
pub(super) struct Cells<'a> {
    pub(super) book: &'a Book,
    pub(super) grid: Grid,
    pub(super) room: &'a mut Room,
    /// The cell of the formula whose words come in the next record.
    pub(super) result_of: Option<(u32, u32)>,
    pub(super) formulas: usize,
}

impl Cells<'_> {
    pub(super) fn read(&mut self, stream: &[u8], read: &mut Readable) {
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
