//! Concerns that are worth a look together, found by counting and said in one sentence: never a score, never what it means.

mod find;
mod key;
mod say;
mod set_aside;

use chrono::{NaiveDate, Weekday};

use crate::id::PupilId;

pub use find::{Low, Often, OnOneDay, low, often, on_one_day};
pub use key::{Trace, TraceOf, device_key, name_key, room_key, traces};
pub use say::{say_adult, say_device, say_low, say_on_one_day, say_room};
pub use set_aside::{BUILDUP_SET_ASIDE, PART_BUILDUP, SetAside};

// The numbers are ours: neither guidance nor `research/domain.md` names any for this.

/// How many concerns it takes.
pub const LEAST: usize = 3;
/// Within how many days concerns of low severity about one child are counted: six weeks, about half a term.
pub const LOW_DAYS: i64 = 42;
/// Within how many days the same adult, room or device is counted: about a term.
pub const OFTEN_DAYS: i64 = 90;
/// How far back a child's last concerns are asked for their weekday: a year.
pub const LOOK_BACK_DAYS: i64 = 365;
/// How new a concern must be for Today to ask what it stands beside: a fortnight.
pub const NEW_DAYS: i64 = 14;
/// How many of a child's last concerns are asked for their weekday.
pub const LAST: usize = 5;
/// The severity above which a concern is not low (vocabulary `severity`).
pub const LOW: &str = "1";

/// What sort of thing concerns have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// One child, and none of the concerns is above low.
    Low,
    /// One child, and the same weekday.
    OneDay,
    /// One adult on record.
    Adult,
    /// One adult by the name as it was written.
    Name,
    /// One room of the building.
    Room,
    /// One device.
    Device,
}

impl Sort {
    /// All of them.
    pub const ALL: [Sort; 6] = [
        Sort::Low,
        Sort::OneDay,
        Sort::Adult,
        Sort::Name,
        Sort::Room,
        Sort::Device,
    ];

    /// How it is written in an entry.
    pub fn id(self) -> &'static str {
        match self {
            Sort::Low => "low",
            Sort::OneDay => "one-day",
            Sort::Adult => "adult",
            Sort::Name => "name",
            Sort::Room => "room",
            Sort::Device => "device",
        }
    }

    /// The sort that is written so.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }

    /// What concerns must have in common for it.
    pub fn of(self) -> TraceOf {
        match self {
            Sort::Low | Sort::OneDay => TraceOf::Child,
            Sort::Adult => TraceOf::Adult,
            Sort::Name => TraceOf::Name,
            Sort::Room => TraceOf::Room,
            Sort::Device => TraceOf::Device,
        }
    }
}

/// Part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOfDay {
    /// Before twelve.
    Morning,
    /// From twelve until five.
    Afternoon,
    /// From five.
    Evening,
}

impl PartOfDay {
    /// The part an hour of the clock lies in.
    pub fn of_hour(hour: u32) -> Self {
        match hour {
            0..12 => PartOfDay::Morning,
            12..17 => PartOfDay::Afternoon,
            _ => PartOfDay::Evening,
        }
    }
}

/// What is counted of one concern that is not set aside as a mistake.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    /// The day it was written.
    pub written: NaiveDate,
    /// The weekday it happened on and the part of that day, as far as they are known.
    pub happened: Option<(Weekday, Option<PartOfDay>)>,
    /// `1` to `5`; empty where nobody has judged it.
    pub severity: String,
    /// What it is about, in a word.
    pub title: String,
    /// The children it is about.
    pub children: Vec<PupilId>,
}

// What a concern is about must not reach a log through `{:?}`.
impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seen")
    }
}
