//! A list as rows and columns.

use std::fmt;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::decode::Decoded;
use super::headings::is_usual;
use super::layout::{Layout, find_layout};
use super::quotes::{QuoteFault, faults};
use crate::ExchangeError;

/// How many rows from the top are looked at for samples.
const SAMPLED_ROWS: usize = 50;

/// A list whose headings have been found. It holds the text once and reads rows from it as they are asked for, so
/// that a long list needs little more memory than its file.
#[derive(Clone)]
pub struct Table {
    text: String,
    layout: Layout,
    encoding: &'static str,
    doubtful: bool,
    pub(crate) quote_faults: Vec<QuoteFault>,
    pub(super) has_unreadable: bool,
}

// The text is children's names.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Table({} columns, {})",
            self.layout.headings.len(),
            self.encoding
        )
    }
}

impl Table {
    /// Finds the delimiter (comma, semicolon, tab or upright stroke) and the row of headings, which a report's title
    /// may precede.
    pub fn read(decoded: Decoded) -> Result<Self, ExchangeError> {
        Self::read_as(decoded, is_usual)
    }

    /// The same for a table of another kind, whose headings are told by `is_usual`.
    pub(crate) fn read_as(
        decoded: Decoded,
        is_usual: fn(&str) -> bool,
    ) -> Result<Self, ExchangeError> {
        let Decoded {
            mut text,
            encoding,
            doubtful,
        } = decoded;
        // Line ends of the old Macintosh.
        if text.contains('\r') && !text.contains('\n') {
            text = text.replace('\r', "\n");
        }
        let layout = find_layout(&text, is_usual)?;
        let rows_from = text.get(layout.start..).unwrap_or_default();
        let quote_faults = faults(rows_from, layout.delimiter, super::MOST_SHOWN);
        let has_unreadable = text.contains('\u{FFFD}');

        Ok(Self {
            text,
            layout,
            encoding,
            doubtful,
            quote_faults,
            has_unreadable,
        })
    }

    /// The headings, one for each column. A column without one has an empty heading.
    pub fn headings(&self) -> &[String] {
        &self.layout.headings
    }

    /// What a column is called: its heading, or "Column H" as a spreadsheet letters it.
    pub fn column_name(&self, index: usize) -> String {
        match self.layout.headings.get(index) {
            Some(heading) if !heading.is_empty() => heading.clone(),
            Some(_) | None => format!("Column {}", letters(index)),
        }
    }

    /// The row the headings stand on, as a spreadsheet numbers it.
    pub fn heading_row(&self) -> u32 {
        self.layout.heading_row
    }

    /// Whether the headings are such as pupil lists have. Otherwise the first full row was taken for them, or, where
    /// a pupil stands on it, the list has none.
    pub fn headings_known(&self) -> bool {
        self.layout.known
    }

    /// The encoding the file was in.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// The first few cells of each column that hold something, to show beside its heading.
    pub fn samples(&self, most: usize) -> Vec<Vec<String>> {
        let mut samples: Vec<Vec<String>> = vec![Vec::new(); self.layout.headings.len()];
        let mut rows = self.rows();
        let mut record = StringRecord::new();
        for _ in 0..SAMPLED_ROWS {
            if !matches!(rows.next(&mut record), Ok(Some(_))) {
                break;
            }
            for (sample, cell) in samples.iter_mut().zip(&record) {
                let cell = cell.trim();
                if !cell.is_empty() && sample.len() < most {
                    sample.push(cell.chars().take(60).collect());
                }
            }
        }
        samples
    }

    /// Whether some letters look as if the file were in yet another encoding.
    pub(super) fn is_doubtful(&self) -> bool {
        self.doubtful
    }

    /// The rows below the headings.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let text = self.text.get(self.layout.body..).unwrap_or_default();
        Rows::new(text, self.layout.delimiter, self.layout.body_row)
    }
}

/// Rows of a text, with their numbers as a spreadsheet shows them.
pub(crate) struct Rows<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    row: u32,
}

impl<'a> Rows<'a> {
    /// Reads rows from a text whose first line is the given row.
    pub fn new(text: &'a str, delimiter: u8, first_row: u32) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(text.as_bytes());
        Self {
            text,
            reader,
            row: first_row,
        }
    }

    /// Reads the next row that is not an empty line, and gives its number.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u32>, ExchangeError> {
        let start = self.byte();
        if !self
            .reader
            .read_record(record)
            .map_err(|_| ExchangeError::Unreadable)?
        {
            return Ok(None);
        }

        // Empty lines before it and its own line end move the number on; lines inside its cells do not.
        let taken = self
            .text
            .as_bytes()
            .get(start..self.byte())
            .unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let lines = |ends: &[u8]| {
            u32::try_from(ends.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX)
        };
        let before = taken.iter().take_while(|byte| is_end(byte)).count();
        let after = taken.iter().rev().take_while(|byte| is_end(byte)).count();
        let row = self
            .row
            .saturating_add(lines(taken.get(..before).unwrap_or_default()));
        let rest = taken
            .get(taken.len().saturating_sub(after)..)
            .unwrap_or_default();
        self.row = row.saturating_add(lines(rest));
        Ok(Some(row))
    }

    /// How far the text has been read.
    pub fn byte(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// The number of the row that comes next, if no empty line precedes it.
    pub fn next_row(&self) -> u32 {
        self.row
    }
}

/// A column as a spreadsheet letters it.
pub(crate) fn letters(index: usize) -> String {
    let mut index = index;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or(0)));
        if index < 26 {
            break;
        }
        index = index / 26 - 1;
    }
    letters.iter().rev().collect()
}
