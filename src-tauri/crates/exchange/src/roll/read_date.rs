//! Dates as lists write them: day first, or ISO, or with the month's name.

use domain::when::{Datelike, Days, NaiveDate};

/// What a date is about, which settles the century of two figures and whether it may be still to come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Birth,
    Other,
}

/// A date, and whether it stood as a spreadsheet's day number.
pub(crate) struct Read {
    pub date: NaiveDate,
    pub was_a_number: bool,
}

/// The first day number taken for a date: 3 October 1954.
const FIRST_SERIAL: u32 = 20_000;
/// The last: 5 April 2064.
const LAST_SERIAL: u32 = 60_000;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

enum Piece<'a> {
    Number(u32, usize),
    Word(&'a str),
}

/// Reads a date, or says why not, without repeating the cell.
pub(crate) fn read_date(cell: &str, kind: Kind, today: NaiveDate) -> Result<Read, String> {
    if !cell.is_empty() && cell.bytes().all(|byte| byte == b'#') {
        return Err(
            "The spreadsheet saved hash marks here, because the column was too narrow. Widen it and save the list again."
                .to_owned(),
        );
    }
    let Some((pieces, count)) = pieces(without_time(cell)) else {
        return Err(not_a_date());
    };

    let plain = |date| Read {
        date,
        was_a_number: false,
    };
    match pieces.get(..count).unwrap_or_default() {
        [
            Piece::Number(year, 4),
            Piece::Number(month, 1..=2),
            Piece::Number(day, 1..=2),
        ] => check(*year, *month, *day, kind, today).map(plain),
        [
            Piece::Number(day, 1..=2),
            Piece::Number(month, 1..=2),
            Piece::Number(year, width @ (2 | 4)),
        ] => check(
            full_year(*year, *width, kind, today),
            *month,
            *day,
            kind,
            today,
        )
        .map(plain),
        [
            Piece::Number(day, 1..=2),
            Piece::Word(month),
            Piece::Number(year, width @ (2 | 4)),
        ]
        | [
            Piece::Word(month),
            Piece::Number(day, 1..=2),
            Piece::Number(year, width @ (2 | 4)),
        ] => {
            let month = month_named(month).ok_or_else(not_a_date)?;
            check(
                full_year(*year, *width, kind, today),
                month,
                *day,
                kind,
                today,
            )
            .map(plain)
        }
        [Piece::Number(all, 8)] if (19_000_101..22_000_101).contains(all) => {
            check(all / 10_000, all / 100 % 100, all % 100, kind, today).map(plain)
        }
        [Piece::Number(serial, 5)] | [Piece::Number(serial, 5), Piece::Number(0, _)] => {
            serial_date(*serial, kind, today).map(|date| Read {
                date,
                was_a_number: true,
            })
        }
        _ => Err(not_a_date()),
    }
}

/// Numbers and words, without ordinal endings, weekdays and "of". `None` for more than a date can have.
fn pieces(text: &str) -> Option<([Piece<'_>; 4], usize)> {
    let mut pieces = [const { Piece::Number(0, 0) }; 4];
    let mut count = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (piece, after) = if first.is_ascii_digit() {
            let (digits, after) = split_where(rest, |letter| !letter.is_ascii_digit());
            (
                Some(Piece::Number(digits.parse().ok()?, digits.len())),
                after,
            )
        } else if first.is_alphabetic() {
            let (word, after) = split_where(rest, |letter| !letter.is_alphabetic());
            (Some(Piece::Word(word)), after)
        } else if matches!(first, '/' | '-' | '.' | ',' | ' ' | '\u{2010}'..='\u{2013}') {
            (None, rest.get(first.len_utf8()..)?)
        } else {
            return None;
        };
        rest = after;
        match piece {
            Some(Piece::Word(word)) if says_nothing(word) => {}
            Some(piece) => {
                *pieces.get_mut(count)? = piece;
                count += 1;
            }
            None => {}
        }
    }
    Some((pieces, count))
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// Leaves out the time that databases add: "02/09/2014 00:00:00", "2014-09-02T00:00:00Z".
fn without_time(cell: &str) -> &str {
    let Some(colon) = cell.find(':') else {
        return cell;
    };
    let before = cell.get(..colon).unwrap_or_default();
    before
        .rfind([' ', 'T'])
        .and_then(|end| before.get(..end))
        .unwrap_or(cell)
}

fn check(
    year: u32,
    month: u32,
    day: u32,
    kind: Kind,
    today: NaiveDate,
) -> Result<NaiveDate, String> {
    let Some(name) = usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
    else {
        return Err(format!(
            "There is no month {month}. Dates are read day first, as in 25/12/2014."
        ));
    };
    if day == 0 || day > 31 {
        return Err(format!("No month has a day {day}."));
    }
    let year = i32::try_from(year).unwrap_or(0);
    if !(1900..=2199).contains(&year) {
        return Err(
            "The year of this date cannot be right. Write it with four figures, as in 25/12/2014."
                .to_owned(),
        );
    }
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        if month == 2 && day == 29 {
            format!("There was no 29 February in {year}.")
        } else {
            format!("There is no {day} {name}.")
        }
    })?;

    not_still_to_come(date, kind, today)
}

fn serial_date(serial: u32, kind: Kind, today: NaiveDate) -> Result<NaiveDate, String> {
    if !(FIRST_SERIAL..=LAST_SERIAL).contains(&serial) {
        return Err(not_a_date());
    }
    // Spreadsheets count from 30 December 1899, so that their 29 February 1900, which never was, does no harm.
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|start| start.checked_add_days(Days::new(u64::from(serial))))
        .ok_or_else(not_a_date)?;

    not_still_to_come(date, kind, today)
}

fn not_still_to_come(date: NaiveDate, kind: Kind, today: NaiveDate) -> Result<NaiveDate, String> {
    if kind == Kind::Birth && date > today {
        return Err("This birth date is still to come.".to_owned());
    }
    Ok(date)
}

/// Two figures are the latest such year that can be meant: a birth is never after this year, another date may lie
/// some years ahead.
fn full_year(year: u32, width: usize, kind: Kind, today: NaiveDate) -> u32 {
    if width == 4 {
        return year;
    }
    let ahead = match kind {
        Kind::Birth => 0,
        Kind::Other => 20,
    };
    let latest = u32::try_from(today.year()).unwrap_or(0) + ahead;
    let in_this_century = latest / 100 * 100 + year;
    if in_this_century > latest {
        in_this_century.saturating_sub(100)
    } else {
        in_this_century
    }
}

fn month_named(word: &str) -> Option<u32> {
    let named = |name: &&str| {
        let same = |length: usize| {
            name.get(..length)
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        same(3) || same(name.len()) || (same(4) && word.len() == 4)
    };
    MONTHS
        .iter()
        .position(named)
        .and_then(|month| u32::try_from(month + 1).ok())
}

fn says_nothing(word: &str) -> bool {
    const NOTHING: [&str; 19] = [
        "st",
        "nd",
        "rd",
        "th",
        "of",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    NOTHING
        .iter()
        .any(|nothing| nothing.eq_ignore_ascii_case(word))
}

fn not_a_date() -> String {
    "This cannot be read as a date. Write it as 25/12/2014.".to_owned()
}
