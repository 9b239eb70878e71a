//! Sets what was read against the clock: which Sunday, which half past three.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::draft::{Clock, Draft, Face, Spell};
use super::settle_day::days;
use super::zone::{Placed, place};

/// A moment and how it is to be said.
pub(super) struct Settled {
    pub at: DateTime<Tz>,
    pub about: bool,
    pub whole_day: bool,
    pub note: Option<String>,
}

/// Why no moment was found.
pub(super) enum Unsettled {
    /// The words are not a time.
    Unreadable,
    /// The words are a time that cannot be; the sentence says why.
    Contradiction(String),
}

/// Finds the moment. `now` is to the minute.
pub(super) fn settle(draft: &Draft, now: DateTime<Tz>) -> Result<Settled, Unsettled> {
    if draft.before_now.is_some() {
        return before_now(draft, now).ok_or(Unsettled::Unreadable);
    }
    let time = Time::of(draft)?;
    let day_named = draft.day.is_some() || draft.weekday.is_some();
    let whole_day = matches!(time, Time::WholeDay);
    if whole_day && (!day_named || draft.zone.is_some()) {
        return Err(Unsettled::Unreadable);
    }

    // The first day on which it is not still to come; failing that, the first.
    let mut found: Option<Placed> = None;
    for day in days(draft, now.date_naive())? {
        let Some(placed) = time.on(day, day_named, draft.zone, now) else {
            continue;
        };
        let is_past = placed.at <= now;
        if is_past || found.is_none() {
            found = Some(placed);
        }
        if is_past {
            break;
        }
    }
    let placed = found.ok_or(Unsettled::Unreadable)?;

    Ok(Settled {
        at: placed.at,
        about: draft.about || matches!(time, Time::Of(_)),
        whole_day,
        note: placed.note.filter(|_| !whole_day),
    })
}

fn before_now(draft: &Draft, now: DateTime<Tz>) -> Option<Settled> {
    let says_more = draft.day.is_some()
        || draft.weekday.is_some()
        || draft.clock.is_some()
        || draft.spell.is_some()
        || draft.zone.is_some();
    if says_more {
        return None;
    }
    let at = now.checked_sub_signed(draft.before_now?)?;
    Some(Settled {
        at,
        about: draft.about,
        whole_day: false,
        note: None,
    })
}

/// The time of day as it was meant.
enum Time {
    WholeDay,
    /// Which end of the day depends on the clock; at night it is always the end.
    Midnight {
        at_night: bool,
    },
    /// A part of the day without a clock time.
    Of(Spell),
    /// Hour, minute, and whether it is past the midnight that ends the day.
    Clock {
        hour: u32,
        minute: u32,
        next_day: bool,
    },
}

impl Time {
    fn of(draft: &Draft) -> Result<Self, Unsettled> {
        match (draft.clock, draft.spell) {
            (None, None) => Ok(Self::WholeDay),
            (None, Some(spell)) => Ok(Self::Of(spell)),
            (
                Some(Clock {
                    face: Face::Midnight,
                    ..
                }),
                spell,
            ) => Ok(Self::Midnight {
                at_night: spell.is_some(),
            }),
            (Some(clock), None) => Ok(Self::clock(hour_alone(clock), clock.minute, false)),
            (Some(clock), Some(spell)) => {
                let (hour, next_day) = hour_within(clock, spell);
                if fits(hour, spell) {
                    return Ok(Self::clock(hour, clock.minute, next_day));
                }
                let said = format!(
                    "{hour:02}:{:02} is not {}. Which is right?",
                    clock.minute,
                    phrase(spell)
                );
                Err(Unsettled::Contradiction(said))
            }
        }
    }

    fn clock(hour: u32, minute: u32, next_day: bool) -> Self {
        Self::Clock {
            hour,
            minute,
            next_day,
        }
    }

    fn on(
        &self,
        day: NaiveDate,
        day_named: bool,
        zone: Option<i32>,
        now: DateTime<Tz>,
    ) -> Option<Placed> {
        let at = |day: NaiveDate, hour: u32, minute: u32| {
            place(
                now.timezone(),
                day.and_time(NaiveTime::from_hms_opt(hour, minute, 0)?),
                zone,
            )
        };

        match *self {
            Self::WholeDay => at(day, 0, 0),
            Self::Midnight { at_night } => {
                let end = at(day.checked_add_days(Days::new(1))?, 0, 0)?;
                let takes_the_end = at_night || (day_named && end.at <= now);
                if takes_the_end {
                    Some(end)
                } else {
                    at(day, 0, 0)
                }
            }
            Self::Of(spell) => {
                let (hour, minute) = spell.time();
                let usual = at(day, hour, minute)?;
                // "this morning", written at half past eight.
                let under_way =
                    usual.at > now && day == now.date_naive() && now.hour() >= spell.begins();
                Some(if under_way {
                    Placed {
                        at: now,
                        note: None,
                    }
                } else {
                    usual
                })
            }
            Self::Clock {
                hour,
                minute,
                next_day,
            } => {
                let day = day.checked_add_days(Days::new(u64::from(next_day)))?;
                at(day, hour, minute)
            }
        }
    }
}

/// The hour with no part of the day to help: 1 to 6 is afternoon, because that is when schools are open.
fn hour_alone(clock: Clock) -> u32 {
    match (clock.face, clock.hour) {
        (Face::Am, hour) => hour % 12,
        (Face::Pm, hour) => hour % 12 + 12,
        (Face::Open, hour @ 1..=6) => hour + 12,
        (Face::Open | Face::Full | Face::Midnight, hour) => hour,
    }
}

/// The hour within a part of the day, and whether it is past midnight.
fn hour_within(clock: Clock, spell: Spell) -> (u32, bool) {
    let hour = match (clock.face, spell) {
        (Face::Am | Face::Pm | Face::Full | Face::Midnight, _) => hour_alone(clock),
        (Face::Open, Spell::BeforeSchool | Spell::Morning) => clock.hour % 12,
        (Face::Open, Spell::Afternoon | Spell::AfterSchool) => clock.hour % 12 + 12,
        (Face::Open, Spell::Lunch) => match clock.hour {
            1..=4 => clock.hour + 12,
            hour => hour,
        },
        (Face::Open, Spell::Evening | Spell::Night) => match clock.hour {
            12 => 0,
            1..=5 if spell == Spell::Night => clock.hour,
            hour => hour + 12,
        },
    };
    let next_day = match spell {
        Spell::Night => hour < 6,
        Spell::Evening => hour == 0,
        Spell::BeforeSchool
        | Spell::Morning
        | Spell::Lunch
        | Spell::Afternoon
        | Spell::AfterSchool => false,
    };

    (hour, next_day)
}

fn fits(hour: u32, spell: Spell) -> bool {
    match spell {
        Spell::BeforeSchool => hour < 10,
        Spell::Morning => hour < 12,
        Spell::Lunch => (10..=15).contains(&hour),
        Spell::Afternoon | Spell::AfterSchool => hour >= 12,
        Spell::Evening => hour == 0 || hour >= 15,
        Spell::Night => !(6..17).contains(&hour),
    }
}

fn phrase(spell: Spell) -> &'static str {
    match spell {
        Spell::BeforeSchool => "before school",
        Spell::Morning => "in the morning",
        Spell::Lunch => "at lunchtime",
        Spell::Afternoon => "in the afternoon",
        Spell::AfterSchool => "after school",
        Spell::Evening => "in the evening",
        Spell::Night => "at night",
    }
}
