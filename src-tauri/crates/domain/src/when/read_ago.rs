//! "just now", "10 minutes ago", "an hour and a half ago", "2 days ago".

use chrono::Duration;

use super::draft::{Day, Part, fill};
use super::read::{Reader, Taken, spelt};

/// More than this many of anything ago is a slip of the hand.
const MOST: u32 = 5_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
}

/// What lies between now and then.
#[derive(Default)]
struct Length {
    minutes: i64,
    days: i64,
    vague: bool,
    smallest: Option<Unit>,
}

impl Reader<'_> {
    /// Reads a length followed by "ago", or "now".
    pub(super) fn ago(&mut self) -> Taken {
        if let Some(taken) = self.now_words() {
            fill(&mut self.draft.before_now, Duration::zero())?;
            self.mark(0, taken, Part::Minute);
            self.take(taken);
            return Some(true);
        }
        let Some((length, taken)) = self.length_ago() else {
            return Some(false);
        };

        let part = match length.smallest {
            Some(Unit::Hour) => Part::Hour,
            Some(Unit::Day | Unit::Week) => Part::Day,
            Some(Unit::Minute) | None => Part::Minute,
        };
        if length.minutes == 0 {
            fill(&mut self.draft.day, Day::Offset(-length.days))?;
        } else {
            let minutes = length
                .minutes
                .checked_add(length.days.checked_mul(24 * 60)?)?;
            fill(&mut self.draft.before_now, Duration::try_minutes(minutes)?)?;
        }
        self.draft.about |= length.vague;
        self.mark(0, taken, part);
        self.take(taken);
        Some(true)
    }

    fn now_words(&self) -> Option<usize> {
        match (self.word(0), self.word(1)) {
            (Some("just" | "right"), Some("now")) => Some(2),
            (Some("now"), _) => Some(1),
            _ => None,
        }
    }

    fn length_ago(&self) -> Option<(Length, usize)> {
        let mut length = Length::default();
        let mut at = 0;
        loop {
            at = self.one_length(at, &mut length)?;
            if self.word(at) == Some("ago") {
                return Some((length, at + 1));
            }
            if self.word(at) == Some("and") || self.sign(at, ',') {
                at += 1;
            }
        }
    }

    /// Reads "10 minutes" at a place and gives the place after it.
    fn one_length(&self, at: usize, length: &mut Length) -> Option<usize> {
        // "half an hour", "a quarter of an hour", and "a half" after "an hour and".
        let article = usize::from(self.word(at) == Some("a"));
        if let Some(part @ ("half" | "quarter")) = self.word(at + article) {
            let mut after = at + article + 1;
            while matches!(self.word(after), Some("of" | "a" | "an")) {
                after += 1;
            }
            let of_an_hour = matches!(self.word(after), Some("hour" | "hr"));
            if !of_an_hour && length.smallest != Some(Unit::Hour) {
                return None;
            }
            length.minutes = length
                .minutes
                .checked_add(if part == "half" { 30 } else { 15 })?;
            length.smallest = Some(Unit::Minute);
            return Some(if of_an_hour {
                after + 1
            } else {
                at + article + 1
            });
        }

        let (count, vague, after) = self.count(at)?;
        let unit = self.unit(after)?;
        let count = i64::from(count);
        match unit {
            Unit::Minute => length.minutes = length.minutes.checked_add(count)?,
            Unit::Hour => length.minutes = length.minutes.checked_add(count.checked_mul(60)?)?,
            Unit::Day => length.days = length.days.checked_add(count)?,
            Unit::Week => length.days = length.days.checked_add(count.checked_mul(7)?)?,
        }
        // Nobody says hours and means them to the minute.
        length.vague |= vague || unit == Unit::Hour;
        length.smallest = Some(unit);
        Some(after + 1)
    }

    fn count(&self, at: usize) -> Option<(u32, bool, usize)> {
        if let Some((count, _)) = self.number(at) {
            return (count <= MOST).then_some((count, false, at + 1));
        }

        let article = usize::from(matches!(self.word(at), Some("a" | "an")));
        let of = usize::from(self.word(at + article + 1) == Some("of"));
        match self.word(at + article)? {
            "couple" => Some((2, true, at + article + 1 + of)),
            "few" => Some((3, true, at + article + 1)),
            _ if article == 1 => Some((1, false, at + 1)),
            word => spelt(word).map(|count| (count, false, at + 1)),
        }
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        match self.word(at)? {
            "m" | "min" | "mins" | "minute" | "minutes" => Some(Unit::Minute),
            "h" | "hr" | "hrs" | "hour" | "hours" => Some(Unit::Hour),
            "d" | "day" | "days" => Some(Unit::Day),
            "w" | "wk" | "wks" | "week" | "weeks" => Some(Unit::Week),
            _ => None,
        }
    }
}
