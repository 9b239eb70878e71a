//! Days and times as other programs write them: day first.

use domain::when::NaiveDate;
use domain::when::NaiveTime;

use crate::roll::{Kind, read_date};

/// A day, and the time where there is one, as the school’s clocks had it or those that the file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: NaiveDate,
    /// The time of day.
    pub time: Option<NaiveTime>,
    /// How far the clock it was read from was ahead of Greenwich, in minutes, where the file says so; otherwise it was the school’s.
    pub ahead: Option<i32>,
}

/// The longest that a day with its time can be, in bytes. Every blank in it is tried as the place where the time begins.
const LONGEST: usize = 80;

/// Reads "03/05/2022 10:14", "2022-05-03T10:14:00", "3 May 2022 at 10.14am", or a day alone. Says why not in a sentence.
pub(crate) fn read_moment(cell: &str, today: NaiveDate) -> Result<Moment, String> {
    let cell = cell.trim();
    if cell.len() > LONGEST {
        return Err("This is too long to be a day and a time.".to_owned());
    }
    let (day, time, ahead) = match split_time(cell) {
        Some((day, time)) => {
            let (time, ahead) = split_zone(time);
            (day, Some(read_time(time)?), ahead)
        }
        None => (cell, None, None),
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
        // Midnight is what a program writes that knows the day alone; one that names its zone means it.
        time: time.filter(|time| ahead.is_some() || *time != NaiveTime::MIN),
        ahead,
    })
}

/// Splits a time from its zone: "Z", "+01:00", "-0500". Gives how far that is ahead of Greenwich, in minutes.
fn split_zone(text: &str) -> (&str, Option<i32>) {
    let text = text.trim();
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return (time.trim_end(), Some(0));
    }
    let Some(at) = text.rfind(['+', '-']) else {
        return (text, None);
    };
    let (time, zone) = text.split_at(at);
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let plain = zone.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
    let (Some(hours), Some(minutes)) = (digits.get(..2), digits.get(2..4)) else {
        return (text, None);
    };
    let (Ok(hours), Ok(minutes)) = (hours.parse::<i32>(), minutes.parse::<i32>()) else {
        return (text, None);
    };
    if !plain || digits.len() != 4 || hours > 14 || minutes > 59 {
        return (text, None);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    (time.trim_end(), Some(sign * (hours * 60 + minutes)))
}

/// Reads "10:14", "10:14:05", "10.14am", "2pm".
pub(crate) fn read_time(text: &str) -> Result<NaiveTime, String> {
    let not = || "This cannot be read as a time. Write it as 14:05.".to_owned();
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    // A zone that stands after a time alone says nothing of the day.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_that_the_file_names_is_kept_and_any_other_clock_is_the_schools() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
        let ahead = |cell: &str| read_moment(cell, today).unwrap().ahead;

        assert_eq!(ahead("2026-07-13T23:30:00Z"), Some(0));
        assert_eq!(ahead("2026-07-13T23:30:00.000Z"), Some(0));
        assert_eq!(ahead("2026-07-13T23:30:00+01:00"), Some(60));
        assert_eq!(ahead("2026-07-13 23:30:00 -0530"), Some(-330));
        assert_eq!(ahead("13/07/2026 23:30"), None);
        assert!(read_moment("13/07/2026 23:30+99:00", today).is_err());
        let midnight = read_moment("2026-07-13T00:00:00Z", today).unwrap();
        assert_eq!(midnight.time, Some(NaiveTime::MIN));
    }
}
