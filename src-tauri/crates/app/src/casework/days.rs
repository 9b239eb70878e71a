//! Clocks of `guidance/deadlines`: hours, working days, the end of a day.
//!
//! A working day is Monday to Friday without the bank holidays of England, which are worked out and need no network.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;

use crate::wire::DueForm;

/// The last minute of a day: until then what is due on it is in time.
const LAST_MINUTE: (u32, u32) = (23, 59);
/// Beyond these a clock is a slip of the pen.
const MOST_HOURS: u32 = 24 * 90;
const MOST_DAYS: u32 = 400;

/// Whether offices in England are open on a day.
pub(crate) fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !bankholidays::uk::is_bankholiday(&day)
}

/// The day that is so many working days after another.
fn working_days_ahead(from: NaiveDate, days: u32) -> NaiveDate {
    let mut ahead = from.iter_days().skip(1).filter(|day| is_working(*day));
    match days {
        0 => from,
        days => ahead.nth(days as usize - 1).unwrap_or(from),
    }
}

/// The moment something is due, and whether only its day was meant. Nothing where no day was set; an error where it
/// cannot be read or lies beyond any plan.
pub(super) fn moment(
    due: &DueForm,
    now: DateTime<Tz>,
) -> Result<Option<(DateTime<FixedOffset>, bool)>, &'static str> {
    let today = now.date_naive();
    let day = match due {
        DueForm::Never => return Ok(None),
        DueForm::Hours { hours } if *hours <= MOST_HOURS => {
            let at = now + TimeDelta::hours(i64::from(*hours));
            return Ok(Some((at.fixed_offset(), false)));
        }
        DueForm::Today => today,
        DueForm::WorkingDays { days } if *days <= MOST_DAYS => working_days_ahead(today, *days),
        DueForm::Hours { .. } | DueForm::WorkingDays { .. } => {
            return Err("That is too far away. Choose a day");
        }
        DueForm::Day { day } => day
            .parse()
            .map_err(|_| "We could not read that as a day. Try: fri, tomorrow, 12 January")?,
    };
    if day < today {
        return Err("This day has passed. By when should it be done?");
    }
    if day > today + Days::new(u64::from(MOST_DAYS)) {
        return Err("That is too far away. Choose a nearer day");
    }
    let end = day.and_hms_opt(LAST_MINUTE.0, LAST_MINUTE.1, 0);
    let end = end.and_then(|end| end.and_local_timezone(now.timezone()).latest());
    Ok(end.map(|end| (end.fixed_offset(), true)))
}

/// By how much something is late, in the unit of its clock: `2 working days`, `3 h 10 min`; nothing while it is in time.
pub(crate) fn late_by(due: DateTime<Tz>, whole_day: bool, now: DateTime<Tz>) -> Option<String> {
    if now <= due {
        return None;
    }
    if !whole_day && now - due < TimeDelta::hours(24) {
        return Some(domain::when::gap(&due, &now));
    }
    let passed = due.date_naive().iter_days().skip(1);
    let passed = passed.take_while(|day| *day <= now.date_naive());
    let said = match passed.filter(|day| is_working(*day)).count() {
        0 => format!("since {}", due.format("%A")),
        1 => "1 working day".to_owned(),
        days => format!("{days} working days"),
    };
    Some(said)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn at(month: u32, day: u32, hour: u32) -> DateTime<Tz> {
        Tz::Europe__London
            .with_ymd_and_hms(2026, month, day, hour, 0, 0)
            .unwrap()
    }

    #[test]
    fn working_days_pass_over_weekends_and_bank_holidays() {
        // Christmas Day 2026 is a Friday, Boxing Day is kept on the Monday.
        assert_eq!(working_days_ahead(day(2026, 12, 24), 1), day(2026, 12, 29));
        assert_eq!(working_days_ahead(day(2026, 11, 13), 1), day(2026, 11, 16));
        assert_eq!(working_days_ahead(day(2026, 11, 10), 5), day(2026, 11, 17));
        // Good Friday and Easter Monday 2027.
        assert_eq!(working_days_ahead(day(2027, 3, 25), 1), day(2027, 3, 30));
    }

    #[test]
    fn twenty_four_hours_are_hours_and_a_day_lasts_to_its_end() {
        let now = at(11, 10, 10);
        let hours = moment(&DueForm::Hours { hours: 24 }, now).unwrap().unwrap();
        assert_eq!(hours, (at(11, 11, 10).fixed_offset(), false));
        let (today, whole) = moment(&DueForm::Today, now).unwrap().unwrap();
        assert_eq!(
            (today.format("%d %H:%M").to_string().as_str(), whole),
            ("10 23:59", true)
        );
        assert!(
            moment(
                &DueForm::Day {
                    day: "2026-11-09".into()
                },
                now
            )
            .is_err()
        );
        assert!(moment(&DueForm::Day { day: "soon".into() }, now).is_err());
        assert!(moment(&DueForm::Hours { hours: u32::MAX }, now).is_err());
    }

    #[test]
    fn lateness_is_said_in_the_unit_of_the_clock() {
        let due = at(11, 10, 10);
        assert_eq!(late_by(due, false, at(11, 10, 9)), None);
        assert_eq!(late_by(due, false, at(11, 10, 13)).unwrap(), "3 h");
        assert_eq!(
            late_by(due, false, at(11, 12, 13)).unwrap(),
            "2 working days"
        );
        assert_eq!(
            late_by(at(11, 13, 23), true, at(11, 14, 9)).unwrap(),
            "since Friday"
        );
        assert_eq!(
            late_by(at(11, 13, 23), true, at(11, 16, 9)).unwrap(),
            "1 working day"
        );
    }
}
