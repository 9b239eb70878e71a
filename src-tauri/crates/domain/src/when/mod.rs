//! Understands when something happened, as a person at a school would write it, and says times back.
//!
//! One text field takes "sun about 8:30pm", "yesterday 3pm", "8/11 at 830pm" or "half past 3" and shows what it
//! understood. Nothing is guessed silently: whatever is decided here is in [`Understood::said`].
//!
//! What is decided, and why:
//!
//! - **Day before month**, always: 8/11 is 8 November.
//! - **Records look back.** A day or a time without more is the latest one that is not still to come: "sun" is the
//!   last Sunday, "20:30" read in the morning is yesterday's. A day and month without a year is the latest such day.
//! - **1 to 6 without a leading zero, am or pm is afternoon**, because that is when schools are open: "3:10" is 15:10,
//!   "03:10" is ten past three at night. 7 to 12 stay as written.
//! - **Parts of a day** have one time each and are always "about": before school 08:30, morning 09:00, lunchtime
//!   12:30, afternoon 14:00, after school 15:30, evening 19:00, night 22:00.
//! - **Night** runs past midnight: "last night at 1" is one o'clock this morning.
//! - **Midnight** of a named day is the end of that day, unless that is still to come.
//! - A day with no time is kept as the start of that day, with [`Understood::whole_day`] set.
//! - A time that the clocks skipped is moved on by what they skipped; one that came twice is the first of the two,
//!   unless GMT or BST is written.

mod ahead;
mod draft;
mod gap;
mod lex;
mod nudge;
mod read;
mod read_ago;
mod read_clock;
mod read_date;
mod read_day;
mod render;
mod settle;
mod settle_day;
mod understand;
mod zone;

#[cfg(test)]
mod tests;

pub use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Weekday,
};
pub use chrono_tz::Tz;

pub use ahead::{understand_day_ahead, understand_moment_ahead};
pub use gap::gap;
pub use nudge::nudge;
pub use render::{render, render_day};
pub use understand::{Understood, understand};
pub use zone::local_moment;
