//! What is understood of what people write, against Tuesday 10 November 2026, 10:33 in London.

mod ahead;
mod clocks_change;
mod nudges;
mod phrases;
mod properties;
mod said;

use chrono::{DateTime, TimeZone};
use chrono_tz::{Europe::London, Tz};

fn now() -> DateTime<Tz> {
    at(2026, 11, 10, 10, 33)
}

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Tz> {
    London
        .with_ymd_and_hms(year, month, day, hour, minute, 0)
        .unwrap()
}
