//! From a table to rows of a history: all of them, or every reason why not.

use csv::StringRecord;
use domain::pupil::Upn;
use domain::when::NaiveDate;

use super::actions::read_actions;
use super::field::PastField;
use super::matching::PastMatching;
use super::moment::{Moment, read_moment, read_time};
use super::row::{PastAction, PastPupil, PastReading, PastRow};
use crate::roll::{Kind, Problems, Table, read_date, split_name, tidy};

/// Reads every row below the headings. `today` judges what is still to come.
pub fn read_past(table: &Table, matching: &PastMatching, today: NaiveDate) -> PastReading {
    let mut reader = Reader {
        table,
        matching,
        today,
        problems: Problems::default(),
        warnings: Problems::default(),
    };
    let mut reading = PastReading::default();
    if reader.columns_are_whole() && reader.quotes_close() {
        reader.read_all(&mut reading);
    }
    if reader.problems.count > 0 {
        reading.rows = Vec::new();
    }
    reading.problems = reader.problems.list;
    reading.problem_count = reader.problems.count;
    reading.warnings = reader.warnings.list;
    reading.warning_count = reader.warnings.count;
    reading
}

struct Reader<'a> {
    table: &'a Table,
    matching: &'a PastMatching,
    today: NaiveDate,
    problems: Problems,
    warnings: Problems,
}

impl Reader<'_> {
    fn columns_are_whole(&mut self) -> bool {
        let has = |field| self.matching.column(field).is_some();
        let whole = [
            (
                has(PastField::Name) || has(PastField::Surname),
                "No column gives the name of the pupil. Say which one does.",
            ),
            (
                has(PastField::Text) || has(PastField::Title),
                "No column gives what was written. Say which one does.",
            ),
            (
                has(PastField::Occurred) || has(PastField::Added),
                "No column gives a day. Say which one does.",
            ),
        ];
        for (_, say) in whole.iter().filter(|(there, _)| !there) {
            self.problems.add(self.table.heading_row(), "", *say);
        }
        for (index, held) in self.matching.columns.iter().enumerate() {
            if held.is_none() {
                self.warnings.add(
                    self.table.heading_row(),
                    &self.table.column_name(index),
                    "This column is not taken in. It stays in the original file, which is kept.",
                );
            }
        }
        self.problems.count == 0
    }

    fn quotes_close(&mut self) -> bool {
        for fault in &self.table.quote_faults {
            self.problems.add(
                fault.row.saturating_add(1),
                &self.table.column_name(fault.cell),
                "A quotation mark here does not close at the end of its cell, so the rows cannot be told apart. Export the file again.",
            );
        }
        self.table.quote_faults.is_empty()
    }

    fn read_all(&mut self, reading: &mut PastReading) {
        let width = self.table.headings().len();
        let mut rows = self.table.rows();
        let mut record = StringRecord::new();
        loop {
            let row = match rows.next(&mut record) {
                Ok(Some(row)) => row,
                Ok(None) => break,
                Err(error) => {
                    self.problems.add(rows.next_row(), "", error.to_string());
                    break;
                }
            };
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            reading.row_count += 1;
            if record
                .iter()
                .skip(width)
                .any(|cell| !cell.trim().is_empty())
            {
                self.problems.add(
                    row,
                    "",
                    format!(
                        "This row has {} cells and the headings have {width}. Export the file again.",
                        record.len()
                    ),
                );
                continue;
            }
            let read = self.row(row, &record);
            if self.problems.count == 0 {
                reading.rows.push(read);
            }
        }
        if reading.row_count == 0 {
            self.problems.add(
                self.table.heading_row(),
                "",
                "There is nothing below the headings.",
            );
        }
    }

    fn row(&mut self, row: u32, record: &StringRecord) -> PastRow {
        for (index, cell) in record.iter().enumerate() {
            if cell.contains('\u{FFFD}')
                && self
                    .matching
                    .columns
                    .get(index)
                    .is_some_and(Option::is_some)
            {
                let say = format!(
                    "A letter here could not be read as {}. Export the file again as CSV UTF-8.",
                    self.table.encoding()
                );
                self.problems.add(row, &self.table.column_name(index), say);
            }
        }
        let words = |field| self.words(record, field);
        let mut read = PastRow {
            row,
            number: tidy(&words(PastField::Number)),
            linked: linked(&words(PastField::Linked)),
            added_by: tidy(&words(PastField::AddedBy)),
            categories: parts(&words(PastField::Categories), &[',', ';', '\n', '\r', '|']),
            title: words(PastField::Title),
            text: words(PastField::Text),
            status: tidy(&words(PastField::Status)),
            level: tidy(&words(PastField::Level)),
            place: tidy(&words(PastField::Place)),
            files: parts(&words(PastField::Files), &[';', '\n', '\r', '|']),
            ..PastRow::default()
        };
        read.pupil = self.pupil(row, record);
        let before = self.problems.count;
        read.occurred = self.moment(row, record, PastField::Occurred);
        let time = self.words(record, PastField::OccurredTime);
        if let Some(occurred) = read.occurred.as_mut()
            && !time.is_empty()
        {
            match read_time(&time) {
                Ok(time) => occurred.time = Some(time),
                Err(say) => self.problem(row, PastField::OccurredTime, say),
            }
        }
        read.added = self.moment(row, record, PastField::Added);
        let named = self.problems.count > before;
        read.actions = self.actions(row, record);
        if read.pupil.name.is_empty() && read.pupil.upn.is_empty() {
            let field = self.first_of(&[PastField::Name, PastField::Surname]);
            self.problem(row, field, "This row names no pupil.");
        }
        if read.text.is_empty() && read.title.is_empty() && read.actions.is_empty() {
            let field = self.first_of(&[PastField::Text, PastField::Title]);
            self.problem(row, field, "Nothing is written in this row.");
        }
        // A day that could not be read has been named already; a dash is no day.
        if read.occurred.is_none() && read.added.is_none() && !named {
            let field = self.first_of(&[PastField::Occurred, PastField::Added]);
            self.problem(row, field, "This row has no day.");
        }
        read
    }

    fn pupil(&mut self, row: u32, record: &StringRecord) -> PastPupil {
        let words = |reader: &Self, field| tidy(&reader.words(record, field));
        let (surname, forename) = (
            words(self, PastField::Surname),
            words(self, PastField::Forename),
        );
        let name = match (surname.is_empty(), forename.is_empty()) {
            (false, _) | (_, false) => format!("{forename} {surname}").trim().to_owned(),
            (true, true) => {
                let split = split_name(&words(self, PastField::Name), false);
                let middle = split.middle.unwrap_or_default();
                let name = format!("{} {middle} {}", split.forename, split.surname);
                tidy(&name)
            }
        };
        let written = words(self, PastField::Upn);
        let upn = match Upn::new(&written) {
            Ok(upn) => upn.as_str().to_owned(),
            Err(_) => {
                if !written.is_empty() {
                    self.warning(row, PastField::Upn, "This is not a UPN, and is not used.");
                }
                String::new()
            }
        };
        let born = words(self, PastField::DateOfBirth);
        let born = match born.is_empty() {
            true => None,
            false => match read_date(&born, Kind::Birth, self.today) {
                Ok(read) => Some(read.date),
                Err(say) => {
                    self.problem(row, PastField::DateOfBirth, say);
                    None
                }
            },
        };
        PastPupil {
            name,
            upn,
            born,
            class: words(self, PastField::Class),
            year: words(self, PastField::Year),
        }
    }

    fn actions(&mut self, row: u32, record: &StringRecord) -> Vec<PastAction> {
        let mut all = read_actions(&self.words(record, PastField::Action), self.today);
        let at = self.moment(row, record, PastField::ActionAt);
        let by = tidy(&self.words(record, PastField::ActionBy));
        if let [only] = all.as_mut_slice() {
            only.at = only.at.or(at);
            if only.by.is_empty() {
                only.by = by;
            }
        }
        all
    }

    fn moment(&mut self, row: u32, record: &StringRecord, field: PastField) -> Option<Moment> {
        let cell = self.words(record, field);
        if cell.is_empty() || matches!(cell.as_str(), "-" | "n/a" | "N/A") {
            return None;
        }
        match read_moment(&tidy(&cell), self.today) {
            Ok(moment) => Some(moment),
            Err(say) => {
                self.problem(row, field, say);
                None
            }
        }
    }

    /// The cell of a field, without space around it.
    fn words(&self, record: &StringRecord, field: PastField) -> String {
        self.matching
            .column(field)
            .and_then(|index| record.get(index))
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    fn first_of(&self, fields: &[PastField]) -> PastField {
        let there = fields
            .iter()
            .find(|field| self.matching.column(**field).is_some());
        there.or(fields.first()).copied().unwrap_or(PastField::Name)
    }

    fn problem(&mut self, row: u32, field: PastField, say: impl Into<String>) {
        let column = self.name_of(field);
        self.problems.add(row, &column, say);
    }

    fn warning(&mut self, row: u32, field: PastField, say: impl Into<String>) {
        let column = self.name_of(field);
        self.warnings.add(row, &column, say);
    }

    fn name_of(&self, field: PastField) -> String {
        self.matching
            .column(field)
            .map_or_else(String::new, |index| self.table.column_name(index))
    }
}

fn parts(cell: &str, between: &[char]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in cell.split(between) {
        let part = tidy(part);
        if !part.is_empty() && !all.contains(&part) {
            all.push(part);
        }
    }
    all
}

/// Names of other pupils. A comma stands between two whole names, or between a surname and a forename.
fn linked(cell: &str) -> Vec<String> {
    let lines = parts(cell, &[';', '\n', '\r', '|']);
    if let [only] = lines.as_slice() {
        let names = parts(only, &[',']);
        if names.iter().all(|name| name.contains(' ')) {
            return names;
        }
    }
    lines
        .iter()
        .map(|name| {
            let split = split_name(name, false);
            tidy(&format!(
                "{} {} {}",
                split.forename,
                split.middle.unwrap_or_default(),
                split.surname
            ))
        })
        .collect()
}
