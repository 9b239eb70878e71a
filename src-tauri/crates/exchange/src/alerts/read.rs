//! From a table to alerts: all of them, or every reason why not.

use std::fmt;

use csv::StringRecord;
use domain::when::NaiveDate;

use super::field::AlertField;
use crate::columns::Columns;
use crate::past::{Moment, read_moment, read_time};
use crate::roll::{Problems, RowProblem, Table, bare};

/// What each column holds.
pub type AlertMatching = Columns<AlertField>;

/// The most alerts of one list.
const MOST: usize = 20_000;
/// The longest that anything of an alert can be, in characters: an export may hold a whole page of typed words.
const LONGEST: usize = 4_000;

/// One alert.
#[derive(Clone, PartialEq, Eq)]
pub struct AlertRow {
    /// The row as a spreadsheet numbers it.
    pub row: u32,
    /// When.
    pub at: Moment,
    /// Its number there.
    pub reference: String,
    /// Who was logged on.
    pub user: String,
    /// At which device.
    pub device: String,
    /// What set it off, and its category.
    pub trigger: String,
    /// The system's own grade.
    pub grade: String,
}

/// A list as read: every alert, or the problems and none.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct AlertReading {
    /// The alerts, in the order of the file. Empty while there is a problem.
    pub rows: Vec<AlertRow>,
    /// How many rows hold something.
    pub row_count: usize,
    /// What must be put right first.
    pub problems: Vec<RowProblem>,
    /// How many problems there are in all.
    pub problem_count: usize,
}

macro_rules! hide_words {
    ($($name:ident),*) => {$(
        // What a child typed must not reach a log through `{:?}`.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
hide_words!(AlertRow, AlertReading);

/// Matches columns by their headings. A time that stands without a day beside it holds the day too.
pub fn match_alerts(table: &Table) -> AlertMatching {
    let mut matching = AlertMatching::matched(table);
    if matching.column(AlertField::At).is_none() {
        for held in &mut matching.columns {
            if *held == Some(AlertField::Time) {
                *held = Some(AlertField::At);
            }
        }
    }
    matching
}

/// The system that a list looks to be from, by headings that it alone has; nothing where they do not tell.
pub fn guess_system(table: &Table) -> Option<&'static str> {
    let has = |names: &[&str]| {
        let mut headings = table.headings().iter();
        headings.any(|heading| names.contains(&bare(heading).as_str()))
    };
    if has(&["alertlevel", "theme"]) {
        Some("Smoothwall")
    } else if has(&[
        "violation",
        "violationtext",
        "violationtime",
        "violationid",
        "keywordlibrary",
    ]) {
        Some("Senso")
    } else if has(&["captureid", "capturetime", "capturedat", "matchedphrase"]) {
        Some("Impero")
    } else if has(&["riskrating", "searchterm", "policyname"]) {
        Some("Lightspeed")
    } else {
        None
    }
}

/// Reads every row below the headings. `today` judges what is still to come.
pub fn read_alerts(table: &Table, matching: &AlertMatching, today: NaiveDate) -> AlertReading {
    let mut problems = Problems::default();
    let mut reading = AlertReading::default();
    for (field, say) in [
        (AlertField::At, "No column says when. Say which one does."),
        (
            AlertField::Trigger,
            "No column says what set an alert off. Say which one does.",
        ),
    ] {
        if matching.column(field).is_none() {
            problems.add(table.heading_row(), "", say);
        }
    }
    for fault in &table.quote_faults {
        problems.add(
            fault.row.saturating_add(1),
            &table.column_name(fault.cell),
            "A quotation mark here does not close at the end of its cell, so the rows cannot be told apart. Export the file again.",
        );
    }
    if problems.count == 0 {
        read_all(table, matching, today, (&mut reading, &mut problems));
    }
    if problems.count > 0 {
        reading.rows = Vec::new();
    }
    reading.problem_count = problems.count;
    reading.problems = problems.list;
    reading
}

fn read_all(
    table: &Table,
    matching: &AlertMatching,
    today: NaiveDate,
    (reading, problems): (&mut AlertReading, &mut Problems),
) {
    let width = table.headings().len();
    let mut rows = table.rows();
    let mut record = StringRecord::new();
    loop {
        let row = match rows.next(&mut record) {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(error) => {
                problems.add(rows.next_row(), "", error.to_string());
                break;
            }
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        reading.row_count += 1;
        if reading.row_count > MOST {
            problems.add(
                row,
                "",
                format!("There are more than {MOST} alerts. Export fewer days."),
            );
            break;
        }
        if record
            .iter()
            .skip(width)
            .any(|cell| !cell.trim().is_empty())
        {
            let say = format!(
                "This row has {} cells and the headings have {width}. Export the file again.",
                record.len()
            );
            problems.add(row, "", say);
            continue;
        }
        if let Some(read) = alert(table, matching, today, (row, &record, problems)) {
            reading.rows.push(read);
        }
    }
    if reading.row_count == 0 {
        problems.add(
            table.heading_row(),
            "",
            "There is nothing below the headings.",
        );
    }
}

fn alert(
    table: &Table,
    matching: &AlertMatching,
    today: NaiveDate,
    (row, record, problems): (u32, &StringRecord, &mut Problems),
) -> Option<AlertRow> {
    let before = problems.count;
    let cell = |field: AlertField| {
        let index = matching.column(field);
        index
            .and_then(|index| record.get(index))
            .map_or("", str::trim)
    };
    let name = |field: AlertField| {
        let index = matching.column(field);
        index.map_or_else(String::new, |index| table.column_name(index))
    };
    let mut at = match read_moment(cell(AlertField::At), today) {
        Ok(at) => Some(at),
        Err(say) => {
            problems.add(row, &name(AlertField::At), say);
            None
        }
    };
    let time = cell(AlertField::Time);
    if let (Some(at), false) = (&mut at, time.is_empty()) {
        match read_time(time) {
            Ok(time) => at.time = Some(time),
            Err(say) => problems.add(row, &name(AlertField::Time), say),
        }
    }
    let mut text = |field: AlertField| {
        let cell = cell(field);
        if cell.chars().count() > LONGEST {
            problems.add(row, &name(field), "This is longer than 4,000 characters.");
        }
        cell.to_owned()
    };
    let (trigger, category) = (text(AlertField::Trigger), text(AlertField::Category));
    let read = AlertRow {
        row,
        at: at?,
        reference: text(AlertField::Reference),
        user: text(AlertField::User),
        device: text(AlertField::Device),
        trigger: match (trigger.as_str(), category.as_str()) {
            (trigger, "") => trigger.to_owned(),
            ("", category) => category.to_owned(),
            (trigger, category) => format!("{category}: {trigger}"),
        },
        grade: text(AlertField::Grade),
    };
    (problems.count == before).then_some(read)
}
