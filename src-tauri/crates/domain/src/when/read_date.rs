//! "8 nov", "8/11", "08/11/2026", "2026-11-08", "the 8th". The day comes before the month.

use super::draft::{Day, Part, fill};
use super::read::{Reader, Taken};

impl Reader<'_> {
    /// Reads a date written in figures or with the month's name.
    pub(super) fn date(&mut self) -> Taken {
        let found = self
            .iso_date()
            .or_else(|| self.date_in_figures())
            .or_else(|| self.date_with_month())
            .or_else(|| self.month_first())
            .or_else(|| self.day_of_month());
        let Some((day, taken)) = found else {
            return Some(false);
        };

        fill(&mut self.draft.day, day)?;
        self.mark(0, taken, Part::Day);
        self.take(taken);
        // The T between an ISO date and its time.
        if self.iso && self.word(0) == Some("t") && self.number(1).is_some() {
            self.take(1);
        }
        Some(true)
    }

    fn iso_date(&mut self) -> Option<(Day, usize)> {
        let ((year, 4), (month, 1..=2), (day, 1..=2)) =
            (self.number(0)?, self.number(2)?, self.number(4)?)
        else {
            return None;
        };
        let dashes = self.sign(1, '-') && self.sign(3, '-');
        let strokes = self.sign(1, '/') && self.sign(3, '/');
        if !dashes && !strokes {
            return None;
        }

        self.iso = dashes;
        let year = Some(plausible_year(year)?);
        Some((Day::Date { day, month, year }, 5))
    }

    fn date_in_figures(&self) -> Option<(Day, usize)> {
        let ((day, 1..=2), (month, 1..=2)) = (self.number(0)?, self.number(2)?) else {
            return None;
        };
        let mark = ['/', '.', '-']
            .into_iter()
            .find(|mark| self.sign(1, *mark))?;
        if self.sign(3, mark)
            && let Some((year, width)) = self.number(4)
        {
            let year = Some(self.year_written(year, width)?);
            return Some((Day::Date { day, month, year }, 5));
        }

        // 8.11 is a time and 8-11 may be a range: only the stroke makes a date of two numbers.
        (mark == '/').then_some((
            Day::Date {
                day,
                month,
                year: None,
            },
            3,
        ))
    }

    fn date_with_month(&self) -> Option<(Day, usize)> {
        let (day, 1..=2) = self.number(0)? else {
            return None;
        };
        let mut at = 1 + usize::from(self.is_ordinal(1));
        if self.word(at) == Some("of") || self.sign(at, '-') || self.sign(at, '/') {
            at += 1;
        }
        let month = month_named(self.word(at)?)?;
        let (year, taken) = self.year_after(at + 1);
        Some((Day::Date { day, month, year }, taken))
    }

    fn month_first(&self) -> Option<(Day, usize)> {
        let month = month_named(self.word(0)?)?;
        let (day, 1..=2) = self.number(1)? else {
            return None;
        };
        if self.sign(2, ':') || matches!(self.word(2), Some("am" | "pm")) {
            return None;
        }
        let (year, taken) = self.year_after(2 + usize::from(self.is_ordinal(2)));
        Some((Day::Date { day, month, year }, taken))
    }

    fn day_of_month(&self) -> Option<(Day, usize)> {
        let (day, 1..=2) = self.number(0)? else {
            return None;
        };
        self.is_ordinal(1).then_some((Day::OfMonth(day), 2))
    }

    /// The year that may follow a month's name, and the place after it.
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let none = (None, at);
        let apostrophe = self.sign(at, '\'') || self.sign(at, '\u{2019}');
        let joined = apostrophe || self.sign(at, '-') || self.sign(at, '/');
        let number_at = at + usize::from(joined || self.sign(at, ','));
        let Some((value, width)) = self.number(number_at) else {
            return none;
        };
        // "8 nov 8:30", "8 nov 8pm", "8 nov 25 past 3".
        let is_a_time = [':', '.']
            .into_iter()
            .any(|mark| self.sign(number_at + 1, mark) && self.number(number_at + 2).is_some())
            || matches!(
                self.word(number_at + 1),
                Some("am" | "pm" | "past" | "to" | "min" | "mins" | "minutes" | "hrs" | "hours")
            );
        // "8 nov 2030" in 2026 is half past eight at night, unless a time follows.
        let last = self.piece(number_at + 1).is_none();
        let is_a_late_time = width == 4
            && last
            && i32::try_from(value).is_ok_and(|year| year > self.year.saturating_add(1))
            && value % 100 < 60
            && value < 2400;
        // "8 nov 20" is eight in the evening; "8 nov 98" and "8-nov-20" are years.
        let is_an_hour = width < 3 && value < 24 && !joined;
        if is_a_time || is_a_late_time || is_an_hour {
            return none;
        }
        self.year_written(value, width)
            .map_or(none, |year| (Some(year), number_at + 1))
    }

    /// Two digits are the latest such year that is not after next year.
    fn year_written(&self, value: u32, width: usize) -> Option<i32> {
        match width {
            4 => plausible_year(value),
            2 => {
                let year = 2000 + i32::try_from(value).ok()?;
                Some(if year <= self.year.saturating_add(1) {
                    year
                } else {
                    year - 100
                })
            }
            _ => None,
        }
    }

    fn is_ordinal(&self, at: usize) -> bool {
        self.glued(at) && matches!(self.word(at), Some("st" | "nd" | "rd" | "th"))
    }
}

fn plausible_year(value: u32) -> Option<i32> {
    (1900..=2100)
        .contains(&value)
        .then(|| i32::try_from(value).ok())?
}

fn month_named(word: &str) -> Option<u32> {
    Some(match word {
        "jan" | "january" => 1,
        "feb" | "february" => 2,
        "mar" | "march" => 3,
        "apr" | "april" => 4,
        "may" => 5,
        "jun" | "june" => 6,
        "jul" | "july" => 7,
        "aug" | "august" => 8,
        "sep" | "sept" | "september" => 9,
        "oct" | "october" => 10,
        "nov" | "november" => 11,
        "dec" | "december" => 12,
        _ => return None,
    })
}
