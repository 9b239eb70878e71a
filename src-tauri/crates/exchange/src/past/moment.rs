//! Days and times as other programs write them: day first.

use domain::when::NaiveDate;
use domain::when::NaiveTime;

use crate::roll::{Kind, read_date};

/// A day, and the time where there is one, as the school's clocks had it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The time of day.
    pub time: Option<NaiveTime>,
}

/// The longest that a day with its time can be, in bytes. Every blank in it is tried as the place where the time begins.
const LONGEST: usize = 80;

/// Reads "03/05/2022 10:14", "2022-05-03T10:14:00", "3 May 2022 at 10.14am", or a day alone. Says why not in a sentence.
pub(crate) fn read_moment(cell: &str, today: NaiveDate) -> Result<Moment, String> {
    let cell = cell.trim();
    if cell.len() > LONGEST {
        return Err("This is too long to be a day and a time.".to_owned());
    }
    let (day, time) = match split_time(cell) {
        Some((day, time)) => (day, Some(read_time(time)?)),
        None => (cell, None),
    };
    let read = read_date(day, Kind::Other, today)?;
    if read.was_a_number {
        return Err("A spreadsheet\u{2019}s day number stands here. Format the column as a date and save the file again.".to_owned());
    }
    if read.date > today {
        return Err("This day is still to come.".to_owned());
    }
    Ok(Moment {
        day: read.date,
        time: time.filter(|time| *time != NaiveTime::MIN),
    })
}

/// Reads "10:14", "10:14:05", "10.14am", "2pm".
pub(crate) fn read_time(text: &str) -> Result<NaiveTime, String> {
    let not = || "This cannot be read as a time. Write it as 14:05.".to_owned();
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    // Part of a second, and a zone: "10:14:00.000Z".
    let plain = plain.trim_end_matches('z');
    let (clock, half) = if let Some(clock) = plain.strip_suffix("am") {
        (clock, Some(0))
    } else if let Some(clock) = plain.strip_suffix("pm") {
        (clock, Some(12))
    } else {
        (plain, None)
    };
    let mut parts = clock.split([':', '.']);
    let mut number = |needed: bool| -> Result<u32, String> {
        match parts.next() {
            Some(part) if (1..=3).contains(&part.len()) => part.parse().map_err(|_| not()),
            None if !needed => Ok(0),
            Some(_) | None => Err(not()),
        }
    };
    let hour = number(true)?;
    let minute = number(half.is_none())?;
    let second = number(false)?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(not()),
        Some(after) => hour % 12 + after,
    };
    NaiveTime::from_hms_opt(hour, minute, second).ok_or_else(not)
}

/// Splits a day from the time after it.
fn split_time(cell: &str) -> Option<(&str, &str)> {
    let is_time = |text: &str| {
        let lower = text.to_lowercase();
        text.starts_with(|letter: char| letter.is_ascii_digit())
            && (lower.contains(':') || lower.ends_with("am") || lower.ends_with("pm"))
    };
    let spaces = cell
        .char_indices()
        .filter(|(_, letter)| letter.is_whitespace() || *letter == 'T' || *letter == ',');
    for (at, letter) in spaces {
        let day = cell.get(..at)?.trim();
        let rest = cell.get(at + letter.len_utf8()..)?.trim();
        let rest = rest.strip_prefix("at ").unwrap_or(rest);
        if is_time(rest) && day.ends_with(|letter: char| letter.is_ascii_digit()) {
            return Some((day.trim_end_matches(','), rest));
        }
    }
    None
}
