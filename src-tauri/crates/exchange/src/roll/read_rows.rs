//! From a table to pupils: all of them, or every reason why not.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use csv::StringRecord;
use domain::when::NaiveDate;

use super::field::Field;
use super::match_columns::Matching;
use super::names::tidy;
use super::read_cells::{Cells, Speech};
use super::row::{RollReading, RollRow};
use super::table::Table;

/// Reads every row below the headings.
///
/// Reads the whole list even when the first row is wrong, so that everything can be put right at once; but gives rows
/// only if there is no problem at all. `today` judges birth dates and year groups.
pub fn read_rows(table: &Table, matching: &Matching, today: NaiveDate) -> RollReading {
    let mut cells = Cells::new(table, matching, today);
    for warning in &matching.warnings {
        cells
            .warnings
            .add(warning.row, &warning.column, warning.say.clone());
    }
    if !table.headings_known() {
        let has_none = table.headings().iter().all(String::is_empty);
        let say = if has_none {
            "This list has no headings. Check what each column is taken for."
        } else {
            "These headings are not ones we know. Check what each column is taken for."
        };
        cells.warnings.add(table.heading_row(), "", say);
    }

    let mut reading = RollReading::default();
    let columns_are_whole = names_are_given(table, matching, &mut cells);
    let cells_are_apart = quotes_close(table, &mut cells);
    if columns_are_whole && cells_are_apart {
        read_all(table, &mut cells, &mut reading);
    }
    if cells.problems.count > 0 {
        reading.rows = Vec::new();
    }
    reading.problems = cells.problems.list;
    reading.problem_count = cells.problems.count;
    reading.warnings = cells.warnings.list;
    reading.warning_count = cells.warnings.count;

    reading
}

fn names_are_given(table: &Table, matching: &Matching, cells: &mut Cells) -> bool {
    if matching.has(Field::NameSurnameFirst) || matching.has(Field::NameForenameFirst) {
        return true;
    }
    let mut given = true;
    for field in Field::ALL
        .iter()
        .filter(|field| field.needed() && !matching.has(**field))
    {
        let say = format!(
            "No column gives the {}. Say which one does.",
            field.title().to_lowercase()
        );
        cells.problems.add(table.heading_row(), "", say);
        given = false;
    }
    given
}

fn quotes_close(table: &Table, cells: &mut Cells) -> bool {
    for fault in &table.quote_faults {
        let say = if fault.never_closed {
            "A quotation mark opens here and never closes, so the rows after it cannot be told apart. Close or remove it."
        } else {
            "A quotation mark opens here and closes in the middle of a cell. Close it at the cell’s end, or remove it."
        };
        cells.problems.add(
            fault.row.saturating_add(1),
            &table.column_name(fault.cell),
            say,
        );
    }
    table.quote_faults.is_empty()
}

fn read_all(table: &Table, cells: &mut Cells, reading: &mut RollReading) {
    let width = table.headings().len();
    let needed_width = table
        .headings()
        .iter()
        .rposition(|heading| !heading.is_empty())
        .map_or(width, |last| last + 1);
    let mut seen = Seen::default();
    let mut rows = table.rows();
    let mut record = StringRecord::new();
    loop {
        let row = match rows.next(&mut record) {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) => {
                cells.problems.add(rows.next_row(), "", error.to_string());
                break;
            }
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some(say) = not_a_pupil(table, &record) {
            cells.warnings.add(row, "", say);
            continue;
        }

        reading.row_count += 1;
        if table.has_unreadable {
            name_unreadable(table, row, &record, cells);
        }
        if let Some(say) = ragged(&record, width, needed_width) {
            cells.problems.add(row, "", say);
            continue;
        }
        let pupil = cells.read(row, &record);
        let again = seen.before(&pupil, &record, cells);
        // While there is a problem no row will be given, so none is kept.
        if cells.problems.count > 0 {
            reading.rows = Vec::new();
        } else if !again {
            reading.rows.push(pupil);
        }
    }
    if reading.row_count == 0 && cells.problems.count == 0 {
        cells.problems.add(
            table.heading_row(),
            "",
            "There is no pupil below the headings.",
        );
    }
}

/// A row with other cells than the headings: one too few or too many moves every cell after it.
fn ragged(record: &StringRecord, width: usize, needed: usize) -> Option<String> {
    let spare = record
        .iter()
        .skip(width)
        .any(|cell| !cell.trim().is_empty());
    if spare {
        return Some(format!(
            "This row has {} cells and the headings have {width}. A comma inside a cell needs quotation marks around the cell.",
            record.len()
        ));
    }
    (record.len() < needed).then(|| {
        format!(
            "This row has {} of {needed} cells. It may be cut off. Fill it in, or save the list again from a spreadsheet.",
            record.len()
        )
    })
}

/// Headings repeated at the top of a page, and a report's last lines.
fn not_a_pupil(table: &Table, record: &StringRecord) -> Option<&'static str> {
    let mut filled = record.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let (first, second) = (filled.next()?, filled.next());
    if second.is_none() {
        let start: String = first.chars().take(24).collect::<String>().to_lowercase();
        let endings = [
            "total",
            "count",
            "number of",
            "printed",
            "generated",
            "report",
            "page ",
            "end of",
            "produced",
            "exported",
            "\u{A9}",
        ];
        return endings
            .iter()
            .any(|ending| start.starts_with(ending))
            .then_some("This looks like the end of a report and was left out.");
    }

    let headings = table.headings();
    let again = record.len() == headings.len()
        && record
            .iter()
            .zip(headings)
            .all(|(cell, heading)| tidy(cell) == *heading);
    again.then_some("The headings stand here again and were left out.")
}

/// Names unreadable letters in columns that are not taken in; in the others they are problems.
fn name_unreadable(table: &Table, row: u32, record: &StringRecord, cells: &mut Cells) {
    for (index, cell) in record.iter().enumerate() {
        if cell.contains('\u{FFFD}') && !cells.holds(index) {
            let say = format!(
                "A letter here could not be read as {}. This column is not taken in.",
                table.encoding()
            );
            cells.warning(row, index, say);
        }
    }
}

/// What earlier rows held, as hashes: a million rows need no second copy of the list.
#[derive(Default)]
pub(crate) struct Seen {
    upns: HashMap<[u8; 13], u32>,
    pupils: HashMap<u64, (u64, u32)>,
}

impl Seen {
    /// Names what stood in an earlier row. True for a row that says once more what another said, which is taken once.
    pub(crate) fn before(
        &mut self,
        pupil: &RollRow,
        record: &StringRecord,
        cells: &mut Cells,
    ) -> bool {
        let upn = pupil
            .upn
            .as_ref()
            .and_then(|upn| <[u8; 13]>::try_from(upn.as_bytes()).ok());
        let Speech {
            noun, noun_first, ..
        } = cells.speech;
        if let Some(earlier) = upn.and_then(|upn| self.upns.insert(upn, pupil.row)) {
            let column = cells.column_of(Field::Upn);
            cells.problems.add(
                pupil.row,
                &column,
                format!("{noun_first} {earlier} has the same UPN. Each belongs to one pupil."),
            );
            return false;
        }

        let whole = hash(|hasher| record.iter().for_each(|cell| cell.hash(hasher)));
        // Without a birth date two pupils of one name cannot be told apart, so only equal rows are named.
        let who = match pupil.date_of_birth {
            Some(born) => hash(|hasher| {
                pupil.legal_surname.to_lowercase().hash(hasher);
                pupil.legal_forename.to_lowercase().hash(hasher);
                born.hash(hasher);
            }),
            None => whole,
        };
        let Some((earlier_whole, earlier)) = self.pupils.insert(who, (whole, pupil.row)) else {
            return false;
        };
        let same_row = earlier_whole == whole;
        let say = match (same_row, pupil.date_of_birth) {
            (true, Some(_)) => {
                format!("This {noun} says the same as {noun} {earlier}. It is taken once.")
            }
            (true, None) => format!(
                "This {noun} says the same as {noun} {earlier}. Without birth dates both are taken, as two pupils. Remove one if they are one."
            ),
            (false, _) => format!(
                "{noun_first} {earlier} has the same name and birth date. Check that they are two pupils."
            ),
        };
        cells.warnings.add(pupil.row, "", say);
        same_row && pupil.date_of_birth.is_some()
    }
}

fn hash(feed: impl FnOnce(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    feed(&mut hasher);
    hasher.finish()
}
