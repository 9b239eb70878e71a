//! Which day was meant.

use chrono::{Datelike, Days, Duration, NaiveDate, Weekday};

use super::draft::{Day, Draft, Which};
use super::render::{month_name, weekday_in_full};
use super::settle::Unsettled;

/// The days that may have been meant, the likeliest first. The caller takes the first that is not still to come.
pub(super) fn days(draft: &Draft, today: NaiveDate) -> Result<Vec<NaiveDate>, Unsettled> {
    let weekday = draft.weekday.map(|(weekday, _)| weekday);
    let found = match (draft.day, draft.weekday) {
        (None, None) => (0..3)
            .filter_map(|back| today.checked_sub_days(Days::new(back)))
            .collect(),
        (None, Some((weekday, which))) => named(weekday, which, today),
        (Some(Day::Offset(days)), _) => {
            let day = Duration::try_days(days).and_then(|days| today.checked_add_signed(days));
            agreeing(day.ok_or(Unsettled::Unreadable)?, weekday, today)?
        }
        (Some(Day::OfMonth(day)), _) => of_month(day, weekday, today)?,
        (
            Some(Day::Date {
                day,
                month,
                year: Some(year),
            }),
            _,
        ) => {
            let date = NaiveDate::from_ymd_opt(year, month, day);
            agreeing(
                date.ok_or_else(|| no_such_day(day, month, Some(year)))?,
                weekday,
                today,
            )?
        }
        (
            Some(Day::Date {
                day,
                month,
                year: None,
            }),
            _,
        ) => without_year(day, month, weekday, today)?,
    };

    Ok(found)
}

fn named(weekday: Weekday, which: Which, today: NaiveDate) -> Vec<NaiveDate> {
    let since = u64::from(today.weekday().days_since(weekday));
    let latest = today.checked_sub_days(Days::new(since));
    let week_before = latest.and_then(|day| day.checked_sub_days(Days::new(7)));
    let monday =
        today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())));
    let week_after = latest.and_then(|day| day.checked_add_days(Days::new(7)));

    match which {
        Which::Latest => latest.into_iter().chain(week_before).collect(),
        Which::Last if since == 0 => week_before.into_iter().collect(),
        Which::Last => latest.into_iter().collect(),
        Which::This => monday
            .and_then(|day| {
                day.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))
            })
            .into_iter()
            .collect(),
        Which::Next => week_after.into_iter().collect(),
    }
}

/// The latest such day of a month; with a weekday, the latest on which both hold.
fn of_month(
    day: u32,
    weekday: Option<Weekday>,
    today: NaiveDate,
) -> Result<Vec<NaiveDate>, Unsettled> {
    let mut latest = None;
    let (mut year, mut month) = (today.year(), today.month());
    for _ in 0..12 {
        let date = NaiveDate::from_ymd_opt(year, month, day).filter(|date| *date <= today);
        if let Some(date) = date {
            latest = latest.or(Some(date));
            if weekday.is_none_or(|weekday| weekday == date.weekday()) {
                return Ok(vec![date]);
            }
        }
        (year, month) = if month == 1 {
            (year.saturating_sub(1), 12)
        } else {
            (year, month - 1)
        };
    }

    let latest = latest.ok_or_else(|| no_such_day(day, 1, None))?;
    agreeing(latest, weekday, today)
}

/// The latest such date that is not still to come, unless only the coming one has the weekday that was written.
fn without_year(
    day: u32,
    month: u32,
    weekday: Option<Weekday>,
    today: NaiveDate,
) -> Result<Vec<NaiveDate>, Unsettled> {
    let coming = NaiveDate::from_ymd_opt(today.year(), month, day).filter(|date| *date > today);
    // A 29 February may lie eight years back, around 1900 and 2100.
    let past = (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(today.year().checked_sub(back)?, month, day))
        .find(|date| *date <= today)
        .ok_or_else(|| no_such_day(day, month, None))?;
    match (weekday, coming) {
        (Some(weekday), Some(coming))
            if past.weekday() != weekday && coming.weekday() == weekday =>
        {
            Ok(vec![coming])
        }
        (weekday, _) => agreeing(past, weekday, today),
    }
}

fn agreeing(
    day: NaiveDate,
    weekday: Option<Weekday>,
    today: NaiveDate,
) -> Result<Vec<NaiveDate>, Unsettled> {
    match weekday.filter(|weekday| *weekday != day.weekday()) {
        None => Ok(vec![day]),
        Some(written) => {
            let year = if day.year() == today.year() {
                String::new()
            } else {
                format!(" {}", day.year())
            };
            Err(Unsettled::Contradiction(format!(
                "{} {}{year} is a {}, not a {}. Which is right?",
                day.day(),
                month_name(day.month()),
                weekday_in_full(day.weekday()),
                weekday_in_full(written)
            )))
        }
    }
}

fn no_such_day(day: u32, month: u32, year: Option<i32>) -> Unsettled {
    let name = month_name(month);
    let said = if name.is_empty() {
        format!("There is no month {month}. The day comes first: 8/11 is 8 Nov.")
    } else if day == 0 || day > 31 {
        format!("No month has a day {day}.")
    } else if let Some(year) = year {
        format!("There is no {day} {name} {year}.")
    } else {
        format!("There is no {day} {name}.")
    };

    Unsettled::Contradiction(said)
}
