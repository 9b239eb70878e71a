//! Finds what separates the cells and where the headings are.

use csv::StringRecord;
use domain::pupil::Upn;

use super::names::tidy;
use super::table::Rows;
use crate::ExchangeError;

/// Tried in this order; of two that fit equally the first is taken.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows a report's title may take, headings included.
const HEADING_WITHIN: usize = 10;
/// How many rows are compared to tell a delimiter without known headings.
const COMPARED: usize = 30;
/// How much of the text is looked at.
const SAMPLE: usize = 1 << 18;

/// How a list is laid out in its text.
#[derive(Clone)]
pub(super) struct Layout {
    pub delimiter: u8,
    /// Where the list begins, after a line that only names the delimiter.
    pub start: usize,
    pub headings: Vec<String>,
    /// Where the headings stand; the first row, when there are none.
    pub heading_row: u32,
    /// Where the rows below the headings begin.
    pub body: usize,
    /// The number of the first of them.
    pub body_row: u32,
    /// The headings are such as pupil lists have.
    pub known: bool,
}

/// One row seen while looking.
struct Seen {
    cells: Vec<String>,
    row: u32,
    /// Where the row begins, or the empty lines before it, and the number of the first of these.
    start: usize,
    from_row: u32,
    /// Where the row after it begins.
    end: usize,
    next_row: u32,
}

impl Seen {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// Whether a cell is a UPN or in figures like a date: then this is a pupil, and the list has no headings.
    fn is_a_pupil(&self) -> bool {
        self.cells.iter().any(|cell| {
            let figures = cell.bytes().filter(u8::is_ascii_digit).count();
            let marks = cell
                .bytes()
                .filter(|byte| matches!(byte, b'/' | b'-' | b'.'))
                .count();
            Upn::new(cell).is_ok() || (figures >= 4 && marks == 2 && figures + marks == cell.len())
        })
    }

    fn usual(&self, is_usual: fn(&str) -> bool) -> usize {
        self.cells.iter().filter(|cell| is_usual(cell)).count()
    }
}

/// Finds the layout: the delimiter and row with the most headings that pupil lists have. Without any, the delimiter
/// that cuts the rows most evenly, and the first full row.
pub(super) fn find_layout(text: &str, is_usual: fn(&str) -> bool) -> Result<Layout, ExchangeError> {
    let (start, named) = delimiter_line(text);
    let text = text.get(start..).unwrap_or_default();
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    if sample.trim().is_empty() {
        return Err(ExchangeError::Empty);
    }

    let tried: Vec<(u8, Vec<Seen>)> = match named {
        Some(delimiter) => vec![(delimiter, look(sample, delimiter)?)],
        None => DELIMITERS
            .into_iter()
            .map(|delimiter| Ok((delimiter, look(sample, delimiter)?)))
            .collect::<Result<_, ExchangeError>>()?,
    };

    by_headings(&tried, start, is_usual)
        .or_else(|| by_evenness(&tried, start))
        .ok_or(ExchangeError::Empty)
}

fn by_headings(
    tried: &[(u8, Vec<Seen>)],
    start: usize,
    is_usual: fn(&str) -> bool,
) -> Option<Layout> {
    let mut best: Option<(usize, u8, &Seen)> = None;
    for (delimiter, seen) in tried {
        for row in seen.iter().take(HEADING_WITHIN) {
            let usual = row.usual(is_usual);
            // One known word among titles is chance; a list of one column has no more.
            let enough = usual >= 2 || (usual == 1 && row.cells.len() == 1);
            if enough && best.is_none_or(|(most, ..)| usual > most) {
                best = Some((usual, *delimiter, row));
            }
        }
    }

    best.map(|(_, delimiter, row)| laid_out(delimiter, row, start, true))
}

fn by_evenness(tried: &[(u8, Vec<Seen>)], start: usize) -> Option<Layout> {
    let mut best: Option<(usize, usize, u8, &Seen)> = None;
    for (delimiter, seen) in tried {
        let Some((width, rows)) = commonest_width(seen) else {
            continue;
        };
        let full = seen
            .iter()
            .take(HEADING_WITHIN)
            .find(|row| row.cells.len() == width && row.filled() > 0);
        let Some(first) = full.or_else(|| seen.first()) else {
            continue;
        };
        let evenness = if width > 1 { rows } else { 0 };
        if best.is_none_or(|(most, wide, ..)| (evenness, width) > (most, wide)) {
            best = Some((evenness, width, *delimiter, first));
        }
    }

    best.map(|(_, _, delimiter, row)| laid_out(delimiter, row, start, false))
}

fn laid_out(delimiter: u8, row: &Seen, start: usize, known: bool) -> Layout {
    let (headings, body, body_row) = if !known && row.is_a_pupil() {
        (
            vec![String::new(); row.cells.len()],
            row.start,
            row.from_row,
        )
    } else {
        (row.cells.clone(), row.end, row.next_row)
    };

    Layout {
        delimiter,
        start,
        headings,
        heading_row: row.row,
        body: start.saturating_add(body),
        body_row,
        known,
    }
}

/// The number of cells that most rows have, and how many have it.
fn commonest_width(seen: &[Seen]) -> Option<(usize, usize)> {
    let count = |width: usize| seen.iter().filter(|row| row.cells.len() == width).count();
    seen.iter()
        .map(|row| (row.cells.len(), count(row.cells.len())))
        .max_by_key(|(width, rows)| (*rows, *width))
}

fn look(sample: &str, delimiter: u8) -> Result<Vec<Seen>, ExchangeError> {
    let mut rows = Rows::new(sample, delimiter, 1);
    let mut record = StringRecord::new();
    let mut seen = Vec::new();
    while seen.len() < COMPARED {
        let (start, from_row) = (rows.byte(), rows.next_row());
        let Some(row) = rows.next(&mut record)? else {
            break;
        };
        let cells: Vec<String> = record.iter().map(tidy).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            seen.push(Seen {
                cells,
                row,
                start,
                from_row,
                end: rows.byte(),
                next_row: rows.next_row(),
            });
        }
    }
    Ok(seen)
}

/// Excel's own first line, "sep=;", which no spreadsheet shows.
fn delimiter_line(text: &str) -> (usize, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    let named = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .and_then(|_| line.as_bytes().get(4))
        .filter(|delimiter| line.len() == 5 && DELIMITERS.contains(delimiter));
    let Some(delimiter) = named else {
        return (0, None);
    };

    let end = text.find('\n').map_or(text.len(), |end| end + 1);
    (end, Some(*delimiter))
}
