//! Says how long lay between two times.

use chrono::{DateTime, TimeZone};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// Says the time that passed from one moment to another: "7 min", "37 h 15 min", "3 days", "2 days 5 h".
///
/// It is elapsed time, so a night on which the clocks change counts what really passed. Hours are used to 48 h,
/// because "37 h 15 min" shows a delay that "1 day" hides; from a week on only whole days are given. When the second
/// moment is before the first, "earlier" is added.
pub fn gap<A: TimeZone, B: TimeZone>(from: &DateTime<A>, to: &DateTime<B>) -> String {
    let minutes = to
        .timestamp()
        .saturating_sub(from.timestamp())
        .div_euclid(60);
    if minutes < 0 {
        let back = from
            .timestamp()
            .saturating_sub(to.timestamp())
            .div_euclid(60);
        return format!("{} earlier", length(back));
    }

    length(minutes)
}

fn length(minutes: i64) -> String {
    let (hours, rest) = (minutes / HOUR, minutes % HOUR);
    let (days, spare) = (minutes / DAY, minutes % DAY / HOUR);
    if minutes == 0 {
        "under a minute".to_owned()
    } else if hours == 0 {
        format!("{minutes} min")
    } else if minutes < 2 * DAY {
        if rest == 0 {
            format!("{hours} h")
        } else {
            format!("{hours} h {rest} min")
        }
    } else if days < 7 && spare > 0 {
        format!("{days} days {spare} h")
    } else {
        format!("{days} days")
    }
}
