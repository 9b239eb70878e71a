//! Times and sizes as people say them.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};
use chrono_tz::Tz;

/// The years 1 to 9999, in milliseconds: what lies outside is said as nothing.
const FIRST: i64 = -62_135_596_800_000;
const LAST: i64 = 253_402_300_800_000;

/// A moment in milliseconds, in the laptop's zone.
pub fn at(ms: i64, zone: Tz) -> Option<DateTime<Tz>> {
    // Anybody who writes in a room could have written any time; beyond these years a zone cannot be reckoned.
    (FIRST..LAST)
        .contains(&ms)
        .then(|| zone.timestamp_millis_opt(ms).single())
        .flatten()
}

/// `Tue 10 Nov, 10:41`, with the year when it is another one, and the day alone where it is today: `10:41`.
pub fn moment(ms: i64, zone: Tz, today: NaiveDate) -> String {
    let Some(at) = at(ms, zone) else {
        return String::new();
    };
    let day = at.date_naive();
    if day == today {
        at.format("%H:%M").to_string()
    } else {
        format!("{}, {}", date(day, today), at.format("%H:%M"))
    }
}

/// The same with the day always said: what stands on paper or in a list of old things.
pub fn full(ms: i64, zone: Tz, today: NaiveDate) -> String {
    let Some(at) = at(ms, zone) else {
        return String::new();
    };
    format!("{}, {}", date(at.date_naive(), today), at.format("%H:%M"))
}

/// `Tue 10 Nov 2026, 10:41:07`.
pub fn to_the_second(ms: i64, zone: Tz) -> String {
    let Some(at) = at(ms, zone) else {
        return String::new();
    };
    format!(
        "{}, {}",
        date(at.date_naive(), NaiveDate::MIN),
        at.format("%H:%M:%S")
    )
}

/// The same of something that happened: where only its day is known it is kept as the beginning of that day, and no time
/// is said.
pub fn known(ms: i64, zone: Tz, today: NaiveDate) -> String {
    match at(ms, zone) {
        Some(at) if is_whole_day(at) => date(at.date_naive(), today),
        Some(_) | None => full(ms, zone, today),
    }
}

/// Whether a moment stands for a day of which nobody knows the time.
pub fn is_whole_day(at: DateTime<Tz>) -> bool {
    (at.hour(), at.minute(), at.second()) == (0, 0, 0)
}

/// `Tue 10 Nov`, with the year when it is another one.
pub fn date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        day.format("%a %-d %b").to_string()
    } else {
        day.format("%a %-d %b %Y").to_string()
    }
}

/// `10 Nov 2026`: what stands on paper.
pub fn date_and_year(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// `today at 07:40`, `yesterday at 17:42`, `Tue 10 Nov at 09:00`.
pub fn since(ms: i64, zone: Tz, today: NaiveDate) -> String {
    let Some(at) = at(ms, zone) else {
        return String::new();
    };
    let day = at.date_naive();
    let word = match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => date(day, today),
    };
    format!("{word} at {}", at.format("%H:%M"))
}

/// `12 bytes`, `340 kB`, `2.1 MB`, `1.4 GB`.
pub fn size(bytes: u64) -> String {
    let scaled = |unit: u64| {
        let tenths = (bytes.saturating_mul(10) + unit / 2) / unit;
        if tenths < 100 {
            format!("{}.{}", tenths / 10, tenths % 10)
        } else {
            (tenths / 10).to_string()
        }
    };
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", scaled(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", scaled(1_000_000)),
        _ => format!("{} GB", scaled(1_000_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_with_as_many_digits_as_help() {
        let said: Vec<_> = [0, 999, 1_000, 340_499, 2_140_000, 1_400_000_000]
            .map(size)
            .into();

        assert_eq!(
            said,
            [
                "0 bytes",
                "999 bytes",
                "1.0 kB",
                "340 kB",
                "2.1 MB",
                "1.4 GB"
            ]
        );
    }

    #[test]
    fn a_day_is_today_or_yesterday_before_it_is_a_date() {
        let zone = chrono_tz::Europe::London;
        let today = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
        let ms = |d, h| {
            zone.with_ymd_and_hms(2026, 11, d, h, 5, 0)
                .unwrap()
                .timestamp_millis()
        };

        assert_eq!(since(ms(10, 7), zone, today), "today at 07:05");
        assert_eq!(since(ms(9, 7), zone, today), "yesterday at 07:05");
        assert_eq!(since(ms(3, 7), zone, today), "Tue 3 Nov at 07:05");
        assert_eq!(moment(ms(10, 9), zone, today), "09:05");
    }
}
