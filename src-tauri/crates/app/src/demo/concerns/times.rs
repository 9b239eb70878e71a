//! When a thing happened, was learnt of, was written and came here.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};

use crate::demo::calendar::{at, earlier, later};
use crate::demo::dice::Dice;
use crate::demo::facts::{Moment, Scenario};
use crate::demo::{Arrival, DemoPlan};

/// One in this many is late.
const LATE_ONE_IN: usize = 5;

/// The school days on which a concern was learnt of, written and received, by their places in the timetable.
pub(super) struct Route {
    pub(super) late: bool,
    pub(super) arrival: Arrival,
    pub(super) noticed: usize,
    written: usize,
    arrived: usize,
}

impl Route {
    /// Exactly one of every five is late, each by hours, days or weeks; a third of those come from elsewhere later still.
    pub(super) fn taken(plan: &DemoPlan, number: usize, day: usize, dice: &mut Dice) -> Self {
        let five = (number / LATE_ONE_IN) as u64;
        let late_place = Dice::thrown(plan.seed, "late", five).place(LATE_ONE_IN);
        let mut route = Self {
            late: number % LATE_ONE_IN == late_place,
            arrival: Arrival::Here,
            noticed: day,
            written: day,
            arrived: day,
        };
        if !route.late {
            return route;
        }

        if dice.often(35) {
            let on_the_way = dice.between(1, 15).unsigned_abs() as usize;
            if let Some(written) = day.checked_sub(on_the_way) {
                route.arrival = match dice.often(70) {
                    true => Arrival::AnotherLaptop,
                    false => Arrival::OtherSystem,
                };
                route.written = written;
                route.noticed = written;
            }
        }
        let days = match dice.below(100) {
            0..=39 => 0,
            40..=72 => 1,
            73..=91 => dice.between(2, 5),
            _ => dice.between(8, 30),
        };
        // On the first days of the timetable there is nothing to be late from but the same morning.
        if let Some(noticed) = route.written.checked_sub(days.unsigned_abs() as usize) {
            route.noticed = noticed;
        }
        route
    }
}

/// The times of one concern.
pub(super) struct Times {
    pub(super) occurred: DateTime<FixedOffset>,
    pub(super) occurred_about: bool,
    pub(super) noticed: DateTime<FixedOffset>,
    pub(super) written: DateTime<FixedOffset>,
    pub(super) arrived: DateTime<FixedOffset>,
    /// No correction is made after this.
    pub(super) end: DateTime<FixedOffset>,
}

impl Times {
    pub(super) fn of(
        plan: &DemoPlan,
        scenario: &Scenario,
        location: &str,
        route: &Route,
        dice: &mut Dice,
    ) -> Self {
        let day = plan.timetable.day(route.noticed);
        let (occurred_on, occurred, noticed) = told(scenario.when, location, day, dice);
        let about = match scenario.when {
            Moment::Home | Moment::Online | Moment::Journey => dice.often(70),
            Moment::School | Moment::HomeTime => dice.often(20),
            Moment::Office => false,
        };
        // Nobody who says "about" says 20:37.
        let occurred = if about {
            occurred - occurred % 15
        } else {
            occurred
        };
        let noticed_at = at(day, noticed, 0);

        let same_day = route.written == route.noticed;
        let written = match (route.late, same_day) {
            (false, _) => noticed_at + TimeDelta::seconds(dice.between(4 * 60, 55 * 60)),
            (true, true) => {
                let longest = (22 * 60 + 20 - noticed).min(9 * 60);
                noticed_at + TimeDelta::seconds(dice.between(125 * 60, longest * 60))
            }
            (true, false) => in_the_day(plan.timetable.day(route.written), dice),
        };
        let arrived = match route.arrived == route.written {
            true => written,
            false => in_the_day(plan.timetable.day(route.arrived), dice),
        };
        Self {
            occurred: at(occurred_on, occurred, 0),
            occurred_about: about,
            noticed: noticed_at,
            written,
            arrived,
            end: at(earlier(plan.timetable.today, 1), 23 * 60 + 59, 0),
        }
    }

    /// How long there was between learning of it and writing it.
    pub(super) fn gap(&self) -> TimeDelta {
        self.written - self.noticed
    }

    /// When a correction was made: minutes later, the next days, or not at all late in the evening of the last day.
    pub(super) fn correction(&self, dice: &mut Dice) -> DateTime<FixedOffset> {
        let minutes = match dice.below(100) {
            0..=59 => dice.between(6, 90),
            60..=84 => dice.between(15 * 60, 30 * 60),
            _ => dice.between(40 * 60, 6 * 24 * 60),
        };
        let soon = self.written + TimeDelta::minutes(dice.between(6, 50));
        let when = self.written + TimeDelta::minutes(minutes);
        let hour = chrono::Timelike::hour(&when);
        if when > self.end || !(7..22).contains(&hour) {
            soon.min(self.end.max(self.written))
        } else {
            // Six days on, the clocks may have changed.
            at(when.date_naive(), minute_of(&when), dice.between(0, 59))
        }
    }

    /// When it happened, as somebody says it on the day they learnt of it: "last night", "on Sunday".
    pub(super) fn when(&self) -> String {
        let (then, told) = (self.occurred.date_naive(), self.noticed.date_naive());
        let evening = minute_of(&self.occurred) >= 17 * 60;
        match (told - then).num_days() {
            0 => "this morning".to_owned(),
            1 if evening => "last night".to_owned(),
            1 => "yesterday".to_owned(),
            2..=6 if evening => format!("on {} evening", then.format("%A")),
            2..=6 => format!("on {}", then.format("%A")),
            _ => format!("on {}", day_in_words(then)),
        }
    }

    /// The time of day at which the account begins, so many minutes on.
    pub(super) fn clock(&self, scenario: &Scenario, minutes: i64) -> String {
        let from = match scenario.when {
            Moment::School | Moment::HomeTime | Moment::Office => self.occurred,
            Moment::Home | Moment::Online | Moment::Journey => self.noticed,
        };
        (from + TimeDelta::minutes(minutes))
            .format("%H:%M")
            .to_string()
    }
}

/// A day as an account has it: "Tuesday 3 November".
pub(super) fn day_in_words(day: NaiveDate) -> String {
    format!("{} {} {}", day.format("%A"), day.day(), day.format("%B"))
}

/// The day it happened, and the minutes of the day at which it happened and was learnt of.
fn told(moment: Moment, location: &str, day: NaiveDate, dice: &mut Dice) -> (NaiveDate, i64, i64) {
    match moment {
        Moment::School => {
            let happened = in_school(location == "lesson", dice);
            let seen_at_once = dice.often(55);
            let until = if seen_at_once { 0 } else { dice.between(1, 40) };
            (day, happened, happened + until)
        }
        Moment::HomeTime => {
            let happened = dice.between(15 * 60 + 20, 15 * 60 + 50);
            (day, happened, happened + dice.between(0, 10))
        }
        Moment::Office => {
            let happened = dice.between(8 * 60 + 40, 16 * 60 + 30);
            (day, happened, happened)
        }
        Moment::Journey if dice.often(55) => {
            let happened = dice.between(8 * 60, 8 * 60 + 35);
            (day, happened, happened + dice.between(8, 45))
        }
        Moment::Journey => {
            let happened = dice.between(15 * 60 + 15, 16 * 60 + 10);
            (earlier(day, 1), happened, morning(dice))
        }
        Moment::Home | Moment::Online => {
            let days = match dice.below(100) {
                0..=5 => 0,
                6..=69 => 1,
                70..=84 => 2,
                85..=92 => 3,
                _ => dice.between(4, 12).unsigned_abs(),
            };
            let on = earlier(day, days);
            let happened = match (days, on.weekday().num_days_from_monday()) {
                (0, _) => dice.between(7 * 60, 8 * 60 + 10),
                (_, 5 | 6) => dice.between(10 * 60, 23 * 60 + 40),
                _ => dice.between(16 * 60, 23 * 60 + 40),
            };
            (on, happened, morning(dice))
        }
    }
}

/// A time at which children tell: mornings more than afternoons.
fn morning(dice: &mut Dice) -> i64 {
    let first = dice.between(8 * 60 + 32, 15 * 60 + 10);
    first.min(dice.between(8 * 60 + 32, 15 * 60 + 10))
}

/// A time at which things happen in school: breaks and lunch more than their length would have it.
fn in_school(lesson: bool, dice: &mut Dice) -> i64 {
    // In a lesson, about the site, from, to.
    let parts = [
        (0, 8, 8 * 60 + 15, 8 * 60 + 45),
        (38, 14, 8 * 60 + 45, 10 * 60 + 30),
        (0, 24, 10 * 60 + 30, 10 * 60 + 55),
        (32, 12, 10 * 60 + 55, 12 * 60 + 20),
        (0, 28, 12 * 60 + 20, 13 * 60 + 15),
        (30, 10, 13 * 60 + 15, 15 * 60 + 15),
        (0, 4, 15 * 60 + 15, 16 * 60),
    ];
    let weight = |part: &(u64, u64, i64, i64)| if lesson { part.0 } else { part.1 };
    let place = dice.weighed(parts.iter().map(weight));
    let (_, _, from, to) = parts.get(place).copied().unwrap_or((0, 0, 600, 660));
    dice.between(from, to - 1)
}

/// Some time of a working day.
fn in_the_day(day: NaiveDate, dice: &mut Dice) -> DateTime<FixedOffset> {
    at(
        day,
        dice.between(7 * 60 + 45, 18 * 60 + 20),
        dice.between(0, 59),
    )
}

fn minute_of(when: &DateTime<FixedOffset>) -> i64 {
    i64::from(chrono::Timelike::hour(when)) * 60 + i64::from(chrono::Timelike::minute(when))
}

/// A day some days before or after another, for a letter or a meeting.
pub(super) fn near(day: NaiveDate, days: i64) -> NaiveDate {
    if days < 0 {
        earlier(day, days.unsigned_abs())
    } else {
        later(day, days.unsigned_abs())
    }
}
