//! How long the school has: one month from the day it came, to the day of the same number (UK GDPR Art. 12A; ICO, right of access).

use chrono::{Days, Months, NaiveDate};

use super::{Access, Extension, MOST_MONTHS};
use crate::calendar::{is_working, working_day_after};

/// Where the clock of a request stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clock {
    /// The day from which it counts; none while it is not known who asks.
    pub began: Option<NaiveDate>,
    /// The day by which somebody must be told of an extension.
    pub first_month: Option<NaiveDate>,
    /// The day by which it is answered. While the clock stands still, as if it went on tomorrow.
    pub due: Option<NaiveDate>,
    /// It stands still since this day.
    pub paused_since: Option<NaiveDate>,
    /// How many days did not count.
    pub paused: u64,
    /// How many months more there are.
    pub extended: u32,
    /// There is an extension that does not count: nobody was told of it in time.
    pub told_late: bool,
}

/// The day of the same number so many months later, or the last of that month where it is shorter.
pub fn month_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

/// A day, or the next working day where it is none.
fn working(day: NaiveDate) -> NaiveDate {
    if is_working(day) {
        day
    } else {
        working_day_after(day, 1)
    }
}

/// How many working days there are after today, up to and with the last.
pub fn working_days_left(today: NaiveDate, due: NaiveDate) -> usize {
    today
        .iter_days()
        .skip(1)
        .take_while(|day| *day <= due)
        .filter(|day| is_working(*day))
        .count()
}

/// Days on which the clock stood still, each with the day on which it went on.
type Stood = Vec<(NaiveDate, NaiveDate)>;

/// The last day, with how many days did not count before it. What began after the time was up pushes nothing.
fn last_day(began: NaiveDate, months: u32, stood: &Stood) -> (NaiveDate, u64) {
    let mut day = month_after(began, months);
    let mut paused = 0;
    for (from, until) in stood {
        if *from > working(day) {
            break;
        }
        let days = u64::try_from((*until - *from).num_days()).unwrap_or(0);
        day = day.checked_add_days(Days::new(days)).unwrap_or(day);
        paused += days;
    }
    (working(day), paused)
}

impl Access {
    /// Where the clock stands on a day. Of what two laptops say differently, the shorter pause counts: better to answer early than late.
    pub fn clock(&self, today: NaiveDate) -> Clock {
        let Some(request) = self.request() else {
            return Clock::default();
        };
        let began = match (request.identity_asked, request.identity_on) {
            (true, None) => return Clock::default(),
            (true, Some(sure)) => request.received.max(sure),
            (false, _) => request.received,
        };
        let (stood, paused_since) = self.stood(began, today);
        let (first_month, _) = last_day(began, 1, &stood);
        let asked_for: Vec<&Extension> = self
            .extensions
            .iter()
            .filter_map(|thing| Some(&thing.last()?.what))
            .filter(|extension| !extension.struck && extension.months > 0)
            .collect();
        let in_time =
            |extension: &&&Extension| extension.told_on.is_some_and(|told| told <= first_month);
        let extended = asked_for
            .iter()
            .filter(in_time)
            .map(|extension| extension.months.min(MOST_MONTHS))
            .max()
            .unwrap_or(0);
        let (due, paused) = last_day(began, 1 + extended, &stood);
        Clock {
            began: Some(began),
            first_month: Some(first_month),
            due: Some(due),
            paused_since: paused_since.filter(|since| *since <= due),
            paused,
            extended,
            told_late: extended == 0 && !asked_for.is_empty(),
        }
    }

    /// The days on which it stood still, each counted once, and since when it does now.
    fn stood(&self, began: NaiveDate, today: NaiveDate) -> (Stood, Option<NaiveDate>) {
        let mut all: Stood = Vec::new();
        let mut since: Option<NaiveDate> = None;
        for thing in &self.pauses {
            let heads = thing.holding().filter(|kept| !kept.what.struck);
            let shortest = heads.min_by_key(|kept| {
                let until = kept.what.until.unwrap_or(NaiveDate::MAX);
                ((until - kept.what.from).num_days(), kept.what.from)
            });
            let Some(pause) = shortest.map(|kept| &kept.what) else {
                continue;
            };
            let from = pause.from.max(began);
            if pause.until.is_none() && pause.from <= today {
                since = Some(since.map_or(from, |known| known.min(from)));
            }
            let until = pause.until.unwrap_or(today);
            if until > from {
                all.push((from, until));
            }
        }
        all.sort_unstable();
        let mut stood: Stood = Vec::new();
        for (from, until) in all {
            match stood.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(until),
                _ => stood.push((from, until)),
            }
        }
        (stood, since)
    }
}
