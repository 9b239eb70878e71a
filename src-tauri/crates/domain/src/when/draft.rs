//! What has been gathered from the text so far, before it is set against the clock.

use chrono::{Duration, Weekday};

/// The part of a written time that Up and Down change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Day,
    Hour,
    Minute,
}

/// Which bytes of the text say which part.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub part: Part,
}

/// A day as written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// Days from today: yesterday is -1.
    Offset(i64),
    /// "the 8th".
    OfMonth(u32),
    /// "8 Nov", with or without its year.
    Date {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
}

/// Which of the days of that name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// "sun": the latest that is not still to come.
    Latest,
    /// "last sun": before today.
    Last,
    /// "this sun": of the week from Monday that holds today.
    This,
    /// "next sun": after today.
    Next,
}

/// How the hour was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Am,
    Pm,
    /// 20:30, 08:30, noon: nothing is left to decide.
    Full,
    /// 1 to 12 with neither am, pm nor a leading zero.
    Open,
    /// The word itself: which midnight depends on the day.
    Midnight,
}

/// A time of day as written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    pub face: Face,
}

/// A part of the day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spell {
    BeforeSchool,
    Morning,
    Lunch,
    Afternoon,
    AfterSchool,
    Evening,
    Night,
}

impl Spell {
    /// The time it stands for when no clock time is given.
    pub fn time(self) -> (u32, u32) {
        match self {
            Self::BeforeSchool => (8, 30),
            Self::Morning => (9, 0),
            Self::Lunch => (12, 30),
            Self::Afternoon => (14, 0),
            Self::AfterSchool => (15, 30),
            Self::Evening => (19, 0),
            Self::Night => (22, 0),
        }
    }

    /// The hour from which a person may already call it that.
    pub fn begins(self) -> u32 {
        match self {
            Self::BeforeSchool | Self::Morning => 5,
            Self::Lunch => 11,
            Self::Afternoon => 12,
            Self::AfterSchool => 15,
            Self::Evening => 17,
            Self::Night => 20,
        }
    }
}

/// Everything the text said. A slot is filled once; a second, different answer makes the text unreadable.
#[derive(Default)]
pub(super) struct Draft {
    pub about: bool,
    pub day: Option<Day>,
    pub weekday: Option<(Weekday, Which)>,
    pub clock: Option<Clock>,
    pub spell: Option<Spell>,
    /// "10 minutes ago", "just now".
    pub before_now: Option<Duration>,
    /// Minutes east of Greenwich, when written.
    pub zone: Option<i32>,
    pub marks: Vec<Mark>,
}

/// Fills an empty slot, or says that it was taken.
pub(super) fn fill<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    if slot.is_some() {
        return None;
    }
    *slot = Some(value);
    Some(())
}
