//! "20:30", "8.30pm", "830pm", "1030 hrs", "half past 3", "ten to four", "noon".

use super::draft::{Clock, Face, Part, fill};
use super::read::{Reader, Taken, spelt};

/// A time found at the place of reading. Hours and minutes are places of pieces, for marks.
struct Found {
    clock: Clock,
    taken: usize,
    hour_at: (usize, usize),
    minute_at: Option<(usize, usize)>,
    /// Hour and minute stand in one number.
    joined: bool,
    /// Nothing but a number.
    bare: bool,
}

impl Reader<'_> {
    /// Reads a time of day.
    pub(super) fn clock(&mut self) -> Taken {
        let found = self
            .by_name()
            .or_else(|| self.past_or_to())
            .or_else(|| self.by_figures());
        let Some(found) = found else {
            return Some(false);
        };

        fill(&mut self.draft.clock, found.clock)?;
        self.bare |= found.bare;
        if found.joined {
            self.mark_joined(0);
        } else {
            self.mark(found.hour_at.0, found.hour_at.1, Part::Hour);
        }
        if let Some((from, to)) = found.minute_at {
            self.mark(from, to, Part::Minute);
        }
        self.take(found.taken);
        Some(true)
    }

    /// "noon", "12 noon", "midnight".
    fn by_name(&self) -> Option<Found> {
        let twelve =
            usize::from(matches!(self.number(0), Some((12, _))) || self.word(0) == Some("twelve"));
        let (hour, face) = match self.word(twelve)? {
            "noon" | "midday" => (12, Face::Full),
            "midnight" => (0, Face::Midnight),
            _ => return None,
        };
        let taken = twelve + 1;
        Some(Found {
            clock: Clock {
                hour,
                minute: 0,
                face,
            },
            taken,
            hour_at: (0, taken),
            minute_at: None,
            joined: false,
            bare: false,
        })
    }

    /// "half past 3", "half 3", "quarter to nine", "10 to 4", "twenty-five past two".
    fn past_or_to(&self) -> Option<Found> {
        let article = usize::from(self.word(0) == Some("a"));
        let (minutes, mut at) = match self.word(article) {
            Some("half") => (30, article + 1),
            Some("quarter") => (15, article + 1),
            Some(_) | None => self.minutes_at(0)?,
        };
        if matches!(self.word(at), Some("min" | "mins" | "minute" | "minutes")) {
            at += 1;
        } else if minutes % 5 != 0 {
            // "8 to 9" is two hours, not 08:52.
            return None;
        }
        let after = match self.word(at) {
            Some("past" | "after") => true,
            Some("to" | "til" | "till") => false,
            // "half three" is half past three in Britain.
            Some(_) | None if minutes == 30 && self.word(article) == Some("half") => {
                at = at.checked_sub(1)?;
                true
            }
            Some(_) | None => return None,
        };

        let hour_at = at + 1;
        let (hour, face, end) = self.named_hour(hour_at)?;
        let clock = moved(hour, face, if after { minutes } else { -minutes })?;
        Some(Found {
            clock,
            taken: end,
            hour_at: (hour_at, end),
            minute_at: Some((0, hour_at)),
            joined: false,
            bare: false,
        })
    }

    fn minutes_at(&self, at: usize) -> Option<(i32, usize)> {
        if let Some((value, 1..=2)) = self.number(at) {
            return (value < 60).then(|| i32::try_from(value).ok().map(|value| (value, at + 1)))?;
        }
        let first = spelt(self.word(at)?)?;
        let dash = usize::from(self.sign(at + 1, '-'));
        let second = if first == 20 {
            self.word(at + 1 + dash)
                .and_then(spelt)
                .filter(|ones| *ones < 10)
        } else {
            None
        };
        match second {
            Some(ones) => Some((i32::try_from(first + ones).ok()?, at + 2 + dash)),
            None => Some((i32::try_from(first).ok()?, at + 1)),
        }
    }

    /// The hour after "past" or "to", with its am or pm.
    fn named_hour(&self, at: usize) -> Option<(u32, Face, usize)> {
        match self.word(at) {
            Some("noon" | "midday") => return Some((12, Face::Full, at + 1)),
            Some("midnight") => return Some((0, Face::Full, at + 1)),
            Some(_) | None => {}
        }
        let (hour, width, mut end) = self.hour_number(at)?;
        if self.word(end) == Some("oclock") {
            end += 1;
        }
        let (face, end) = self.face(hour, width == 2 && hour < 10, end)?;
        Some((hour, face, end))
    }

    /// "20:30", "8.30", "20h30", "830", "2030", "8".
    fn by_figures(&self) -> Option<Found> {
        let (value, width, after_hour) = self.hour_number(0)?;
        let colon = self.sign(1, ':') || self.sign(1, '.') || self.word(1) == Some("h");
        let minute = self
            .number(2)
            .filter(|(minute, width)| *minute < 60 && *width == 2);

        let (hour, minute, mut end, joined) = match minute {
            Some((minute, _)) if width <= 2 && colon && self.glued(1) && self.glued(2) => {
                (value, minute, self.after_seconds(3), false)
            }
            Some(_) | None if width == 3 || width == 4 => (value / 100, value % 100, 1, true),
            Some(_) | None => (value, 0, after_hour, false),
        };
        let exact = joined || end > after_hour;
        let mut named = false;
        match self.word(end) {
            Some("hrs" | "hr" | "hours" | "h") if exact => end += 1,
            Some("oclock") if !exact => {
                named = true;
                end += 1;
            }
            Some("o") if !exact && self.word(end + 1) == Some("clock") => {
                named = true;
                end += 2;
            }
            Some(_) | None => {}
        }
        let before_face = end;
        let leading_zero = (width == 2 && value < 10) || (width == 4 && hour < 10);
        let (face, end) = self.face(hour, leading_zero, end)?;
        if minute > 59 {
            return None;
        }
        // "2026" by itself is a year.
        let like_a_year =
            width == 4 && i32::try_from(value).is_ok_and(|value| value.abs_diff(self.year) <= 1);
        let just_a_number = end == before_face && !named && end == after_hour;

        Some(Found {
            clock: Clock { hour, minute, face },
            taken: end,
            hour_at: (0, after_hour),
            minute_at: (exact && !joined).then_some((2, 3)),
            joined,
            bare: just_a_number && (!joined || like_a_year),
        })
    }

    /// A number or number word that may be an hour: value, digits, the place after it.
    fn hour_number(&self, at: usize) -> Option<(u32, usize, usize)> {
        if let Some((value, width @ 1..=4)) = self.number(at) {
            return Some((value, width, at + 1));
        }
        let value = spelt(self.word(at)?).filter(|value| *value <= 12)?;
        Some((value, 1, at + 1))
    }

    /// Passes over seconds, which are not kept.
    fn after_seconds(&self, at: usize) -> usize {
        if !(self.sign(at, ':') && matches!(self.number(at + 1), Some((0..=59, 2)))) {
            return at;
        }
        if self.sign(at + 2, '.') && self.glued(at + 3) && self.number(at + 3).is_some() {
            return at + 4;
        }
        at + 2
    }

    /// Reads am or pm if it follows, and says how the hour is to be taken.
    fn face(&self, hour: u32, leading_zero: bool, at: usize) -> Option<(Face, usize)> {
        if hour > 23 {
            return None;
        }
        let (letter, end) = match self.word(at) {
            Some("am") => ('a', at + 1),
            Some("pm") => ('p', at + 1),
            Some(first @ ("a" | "p"))
                if self.sign(at + 1, '.') && self.word(at + 2) == Some("m") =>
            {
                (if first == "a" { 'a' } else { 'p' }, at + 3)
            }
            Some(_) | None => {
                let face = if hour == 0 || hour > 12 || leading_zero {
                    Face::Full
                } else {
                    Face::Open
                };
                return Some((face, at));
            }
        };

        match (letter, hour) {
            ('a', 1..=12) => Some((Face::Am, end)),
            ('p', 1..=12) => Some((Face::Pm, end)),
            ('p', 13..) => Some((Face::Full, end)),
            _ => None,
        }
    }
}

/// Moves a full hour by minutes, on the twelve-hour dial while am or pm is open.
fn moved(hour: u32, face: Face, minutes: i32) -> Option<Clock> {
    let hour = i32::try_from(hour).ok()?;
    let dial = match face {
        Face::Full | Face::Midnight => 24 * 60,
        Face::Am | Face::Pm | Face::Open => 12 * 60,
    };
    let total = (hour * 60 + minutes).rem_euclid(dial);
    let (hour, minute) = (
        u32::try_from(total / 60).ok()?,
        u32::try_from(total % 60).ok()?,
    );
    let hour = if dial == 12 * 60 && hour == 0 {
        12
    } else {
        hour
    };
    Some(Clock { hour, minute, face })
}
