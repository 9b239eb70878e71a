//! A day on the command line.

use std::str::FromStr;

/// A day that exists, `2026-11-10`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day(pub String);

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write a day as 2026-11-10".to_owned();
        let plain = text.len() == 10
            && text.bytes().enumerate().all(|(place, c)| match place {
                4 | 7 => c == b'-',
                _ => c.is_ascii_digit(),
            });
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
        let (Some(Some(year)), Some(Some(month)), Some(Some(day)), true) =
            (parts.next(), parts.next(), parts.next(), plain)
        else {
            return Err(wrong());
        };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        if (1..=days).contains(&day) {
            Ok(Self(text.to_owned()))
        } else {
            Err("there is no such day".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_days() {
        for day in ["2026-11-10", "2024-02-29", "2000-02-29"] {
            assert_eq!(day.parse(), Ok(Day(day.to_owned())));
        }
        for not in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-00",
            "10/11/2026",
            "2026-1-1",
            "",
        ] {
            assert!(not.parse::<Day>().is_err(), "{not:?}");
        }
    }
}
