//! Which days count: the working days of England, and the school days of one school.
//!
//! A working day is Monday to Friday without the bank holidays of England, which are worked out and need no network. A
//! school day is a working day inside one of the school's own spans of dates that is not an inset day: half terms and
//! holidays are simply the gaps between spans.

mod read;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use read::{Line, ReadLine, read_terms};

/// A gap between two spans longer than this is no holiday: dates are missing there.
const LONGEST_HOLIDAY: i64 = 75;

/// Whether offices in England are open on a day.
pub fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !bankholidays::uk::is_bankholiday(&day)
}

/// The day that is so many working days after another.
pub fn working_day_after(from: NaiveDate, days: u32) -> NaiveDate {
    let mut ahead = from.iter_days().skip(1).filter(|day| is_working(*day));
    match days {
        0 => from,
        days => ahead.nth(days as usize - 1).unwrap_or(from),
    }
}

/// Days from one to another, both of them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

impl Span {
    /// Whether a day is in it.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// When a school is open to its pupils.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Terms {
    /// Terms, or halves of them.
    pub spans: Vec<Span>,
    /// Days on which the staff are in and the pupils are not.
    pub insets: Vec<NaiveDate>,
}

impl Terms {
    /// Nothing is known of this school's days.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.insets.is_empty()
    }

    /// Whether pupils are in school on a day.
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        is_working(day)
            && self.spans.iter().any(|span| span.has(day))
            && !self.insets.contains(&day)
    }

    /// What is known without a hole: spans with the holidays between them.
    pub fn stretches(&self) -> Vec<Span> {
        let mut spans = self.spans.clone();
        spans.sort_unstable();
        let mut all: Vec<Span> = Vec::new();
        for span in spans {
            match all.last_mut() {
                Some(last) if (span.from - last.to).num_days() <= LONGEST_HOLIDAY => {
                    last.to = last.to.max(span.to);
                }
                _ => all.push(span),
            }
        }
        all
    }

    /// The day that is so many school days after another; nothing where the calendar does not reach so far.
    pub fn school_day_after(&self, from: NaiveDate, days: u32) -> Option<NaiveDate> {
        if days == 0 {
            return Some(from);
        }
        let first = from.succ_opt()?;
        let known = self
            .stretches()
            .into_iter()
            .find(|known| known.has(first))?;
        first
            .iter_days()
            .take_while(|day| known.has(*day))
            .filter(|day| self.is_school_day(*day))
            .nth(days as usize - 1)
    }

    /// How many school days there are after one day, up to another; nothing where the calendar does not reach.
    pub fn school_days_between(&self, after: NaiveDate, until: NaiveDate) -> Option<usize> {
        let first = after.succ_opt()?;
        if first > until {
            return Some(0);
        }
        let stretches = self.stretches();
        let known = stretches.iter().find(|known| known.has(first))?;
        known.has(until).then(|| {
            first
                .iter_days()
                .take_while(|day| *day <= until)
                .filter(|day| self.is_school_day(*day))
                .count()
        })
    }
}
