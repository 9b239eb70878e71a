//! A date as a paper prints it.

use crate::PapersError;

/// A day of the calendar, without a time or a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

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

impl Day {
    /// The day with this year (1900 to 9999), month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// [`PapersError::NoSuchDay`] for a day no calendar has.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, PapersError> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        if !(1900..=9999).contains(&year) || day == 0 || day > last {
            return Err(PapersError::NoSuchDay);
        }
        Ok(Self { year, month, day })
    }

    /// As people write it: `22 November 2026`.
    pub(crate) fn in_words(self) -> String {
        let month = MONTHS
            .get(usize::from(self.month) - 1)
            .copied()
            .unwrap_or_default();
        format!("{} {month} {}", self.day, self.year)
    }

    /// As a PDF date writes it, to the day and no further (ISO 32000-1, 7.9.4).
    pub(crate) fn in_pdf(self) -> String {
        format!("D:{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_no_calendar_has_is_refused() {
        for (year, month, day) in [
            (2026, 2, 29),
            (2026, 13, 1),
            (2026, 0, 1),
            (2026, 4, 31),
            (2100, 2, 29),
        ] {
            assert_eq!(Day::new(year, month, day), Err(PapersError::NoSuchDay));
        }
        assert!(Day::new(2028, 2, 29).is_ok());
    }

    #[test]
    fn a_day_is_written_as_people_and_as_files_write_it() {
        let day = Day::new(2026, 11, 2).unwrap();
        assert_eq!(day.in_words(), "2 November 2026");
        assert_eq!(day.in_pdf(), "D:20261102");
    }
}
