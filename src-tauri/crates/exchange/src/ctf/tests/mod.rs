//! Transfer files as schools send them, broken ones, and any bytes. Read on 10 November 2026.

mod any_bytes;
mod good;
mod shelf;

use std::path::PathBuf;

use domain::when::NaiveDate;

use super::{Transfer, read_transfer};
use crate::ExchangeError;
use crate::roll::RowProblem;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 10).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn bytes(name: &str) -> Vec<u8> {
    let shelf = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/ctf");
    std::fs::read(shelf.join(name)).unwrap()
}

fn fixture(name: &str) -> Result<Transfer, ExchangeError> {
    read_transfer(&bytes(name), today())
}

/// A file with one pupil, of these elements.
fn one(elements: &str) -> Transfer {
    let file = format!(
        "<CTfile><Header><CTFversion>25.0</CTFversion></Header><CTFpupilData><Pupil>{elements}</Pupil></CTFpupilData></CTfile>"
    );
    read_transfer(file.as_bytes(), today()).unwrap()
}

/// Pupil, element and sentence of each.
fn named(problems: &[RowProblem]) -> Vec<(u32, &str, &str)> {
    problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.say.as_str()))
        .collect()
}
