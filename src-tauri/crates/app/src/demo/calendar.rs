//! School days in England, and how the concerns of some years fall on them.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeZone, Weekday};
use chrono_tz::Europe::London;

use super::dice::Dice;

/// The year in which the school year of a day began.
pub(super) fn school_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < 9)
}

/// The first day of a school year.
pub(super) fn first_day(year: i32) -> NaiveDate {
    let mut day = date(year, 9, 3);
    while weekend(day) {
        day = later(day, 1);
    }
    day
}

/// Whether there is school: terms as most authorities set them, without training days.
pub(super) fn is_school_day(day: NaiveDate) -> bool {
    if weekend(day) {
        return false;
    }
    let year = school_year(day);
    let in_week_of = |anchor: NaiveDate| {
        let monday = monday_of(anchor);
        (monday..=later(monday, 4)).contains(&day)
    };
    let easter = easter(year + 1);
    let in_term = (first_day(year)..=friday_by(date(year, 12, 20))).contains(&day)
        || (date(year + 1, 1, 4)..=friday_by(date(year + 1, 7, 22))).contains(&day);

    in_term
        && !in_week_of(date(year, 10, 27))
        && !in_week_of(date(year + 1, 2, 17))
        && !(earlier(easter, 6)..=later(easter, 5)).contains(&day)
        && day != first_monday_of_may(year + 1)
        && !in_week_of(date(year + 1, 5, 28))
}

/// A time of day in London, in minutes after midnight. Never between one and two in the morning, when it may not exist.
pub(super) fn at(day: NaiveDate, minute: i64, second: i64) -> DateTime<FixedOffset> {
    let clock =
        day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::seconds(minute * 60 + second);
    match London.from_local_datetime(&clock).earliest() {
        Some(there) => there.fixed_offset(),
        None => clock.and_utc().fixed_offset(),
    }
}

/// A day before another.
pub(super) fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// A day after another.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// A day of the calendar; the earliest there is for one that does not exist.
pub(super) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

/// Which concerns reach this laptop on which school day.
pub(super) struct Timetable {
    /// School days, oldest first, up to the day before today.
    pub(super) days: Vec<NaiveDate>,
    /// How many concerns have come by the end of each.
    pub(super) by_then: Vec<usize>,
    pub(super) today: NaiveDate,
}

impl Timetable {
    /// Spreads `total` concerns over as many years as a school would need to write them.
    pub(super) fn new(seed: u64, total: usize, today: NaiveDate) -> Self {
        let years = match total {
            0..=400 => 1,
            401..=5_000 => 2,
            5_001..=50_000 => 4,
            _ => 6,
        };
        let days: Vec<NaiveDate> = earlier(today, years * 365)
            .iter_days()
            .take_while(|day| *day < today)
            .filter(|day| is_school_day(*day))
            .collect();

        // Mondays bring what happened at the weekend; later years have more pupils and a habit of writing.
        let weights: Vec<u128> = days
            .iter()
            .enumerate()
            .map(|(place, day)| {
                let weekday = match day.weekday() {
                    Weekday::Mon => 24,
                    Weekday::Fri => 18,
                    Weekday::Tue | Weekday::Wed | Weekday::Thu => 20,
                    Weekday::Sat | Weekday::Sun => 0,
                };
                let growth = 60 + 40 * place as u128 / days.len() as u128;
                let chance = Dice::thrown(seed, "day", place as u64).between(80, 120);
                weekday * growth * chance.unsigned_abs() as u128
            })
            .collect();
        let all: u128 = weights.iter().sum();
        let mut so_far = 0;
        let by_then = weights
            .iter()
            .map(|weight| {
                so_far += weight;
                (total as u128 * so_far / all.max(1)) as usize
            })
            .collect();

        Self {
            days,
            by_then,
            today,
        }
    }

    /// A school day by its place.
    pub(super) fn day(&self, place: usize) -> NaiveDate {
        self.days.get(place).copied().unwrap_or(self.today)
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    earlier(day, day.weekday().num_days_from_monday().into())
}

/// The last Friday up to a day.
fn friday_by(day: NaiveDate) -> NaiveDate {
    let past_friday = (day.weekday().num_days_from_monday() + 3) % 7;
    earlier(day, past_friday.into())
}

fn first_monday_of_may(year: i32) -> NaiveDate {
    let first = date(year, 5, 1);
    later(
        first,
        u64::from((7 - first.weekday().num_days_from_monday()) % 7),
    )
}

/// Easter Sunday (the anonymous Gregorian rule, Nature 1876).
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    date(year, month.unsigned_abs(), day.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_calendar_has_it() {
        assert_eq!(easter(2024), date(2024, 3, 31));
        assert_eq!(easter(2025), date(2025, 4, 20));
        assert_eq!(easter(2026), date(2026, 4, 5));
        assert_eq!(easter(2038), date(2038, 4, 25));
    }

    #[test]
    fn there_is_no_school_at_weekends_in_holidays_or_on_may_day() {
        assert!(is_school_day(date(2026, 11, 10)));
        for closed in [
            date(2026, 11, 14),
            date(2026, 8, 12),
            date(2026, 10, 28),
            date(2026, 12, 25),
            date(2027, 1, 1),
            date(2026, 4, 6),
            date(2026, 5, 4),
            date(2026, 5, 27),
            date(2026, 7, 30),
        ] {
            assert!(!is_school_day(closed), "{closed}");
        }
    }

    #[test]
    fn a_school_year_has_about_190_days() {
        for year in 2018..2040 {
            let days = date(year, 9, 1)
                .iter_days()
                .take_while(|day| *day < date(year + 1, 9, 1))
                .filter(|day| is_school_day(*day))
                .count();
            assert!((183..=197).contains(&days), "{year}: {days}");
        }
    }

    #[test]
    fn summer_time_is_kept() {
        assert_eq!(
            at(date(2026, 6, 3), 635, 0).to_rfc3339(),
            "2026-06-03T10:35:00+01:00"
        );
        assert_eq!(
            at(date(2026, 11, 3), 635, 0).to_rfc3339(),
            "2026-11-03T10:35:00+00:00"
        );
    }

    #[test]
    fn every_concern_has_a_day() {
        for total in [1, 7, 1_000, 60_000] {
            let timetable = Timetable::new(3, total, date(2026, 11, 10));

            assert_eq!(timetable.by_then.last(), Some(&total));
            assert!(timetable.by_then.is_sorted());
        }
    }
}
