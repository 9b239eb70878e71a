//! Lists as schools export them, lists that are broken, and lists nobody has thought of. Read on 10 November 2026.

mod any_bytes;
mod columns;
mod good_lists;
mod long_lists;
mod round_trip;
mod shelf;
mod values;

use std::path::PathBuf;

use domain::when::NaiveDate;

use super::{Matching, RollReading, RollRow, RowProblem, Table, decode, match_columns, read_rows};
use crate::ExchangeError;

fn today() -> NaiveDate {
    day(2026, 11, 10)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/roll")
}

fn table(bytes: &[u8]) -> Result<Table, ExchangeError> {
    Table::read(decode(bytes.to_vec())?)
}

fn read_bytes(bytes: &[u8]) -> Result<RollReading, ExchangeError> {
    let table = table(bytes)?;
    Ok(read_rows(&table, &match_columns(&table), today()))
}

fn read_text(text: &str) -> RollReading {
    read_bytes(text.as_bytes()).unwrap()
}

fn fixture(name: &str) -> Result<RollReading, ExchangeError> {
    read_bytes(&std::fs::read(fixtures().join(name)).unwrap())
}

/// Row, column and sentence of each.
fn named(problems: &[RowProblem]) -> Vec<(u32, &str, &str)> {
    problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.say.as_str()))
        .collect()
}

/// The pupils without the rows they stood on.
fn without_places(rows: &[RollRow]) -> Vec<RollRow> {
    rows.iter()
        .map(|row| RollRow {
            row: 0,
            ..row.clone()
        })
        .collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}
