//! Histories as other programs may write them, broken ones, and any bytes. Read on 10 November 2026.

mod any_bytes;
mod values;

use domain::when::NaiveDate;

use super::{PastReading, guess_source, match_columns, read_past, read_table};
use crate::ExchangeError;
use crate::roll::{RowProblem, decode};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 10).unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<PastReading, ExchangeError> {
    let table = read_table(decode(bytes.to_vec())?)?;
    guess_source(&table);
    table.samples(3);
    Ok(read_past(&table, &match_columns(&table), today()))
}

/// A history with one row, under the headings that a test needs.
fn one(headings: &str, row: &str) -> PastReading {
    read_bytes(
        format!(
            "Student,Incident,Incident Date,{headings}\nAmara Oyelaran,Words.,03/05/2022,{row}\n"
        )
        .as_bytes(),
    )
    .unwrap()
}

/// Row, column and sentence of each.
fn named(problems: &[RowProblem]) -> Vec<(u32, &str, &str)> {
    problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.say.as_str()))
        .collect()
}
