//! Says a time back the way the window and the papers write it.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Weekday};
use chrono_tz::Tz;

use super::zone::letters_if_needed;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Writes a time as "Sun 8 Nov, about 20:30", with the year when it is not that of `today`.
///
/// On the night the clocks go back, the hour that comes twice carries its zone: "Sun 25 Oct, 01:30 GMT". What this
/// writes, [`understand`](super::understand) reads as the same minute.
pub fn render(at: DateTime<Tz>, about: bool, today: NaiveDate) -> String {
    let day = render_day(at.date_naive(), today);
    let about = if about { "about " } else { "" };
    let mut said = format!("{day}, {about}{:02}:{:02}", at.hour(), at.minute());
    if let Some(letters) = letters_if_needed(&at) {
        said.push(' ');
        said.push_str(letters);
    }

    said
}

/// Writes a day as "Sun 8 Nov", with the year when it is not that of `today`.
pub fn render_day(day: NaiveDate, today: NaiveDate) -> String {
    let said = format!(
        "{} {} {}",
        weekday_name(day.weekday()),
        day.day(),
        month_name(day.month())
    );
    if day.year() == today.year() {
        return said;
    }

    format!("{said} {:04}", day.year())
}

/// "Sunday", for a sentence.
pub(super) fn weekday_in_full(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// "Nov", for month 11.
pub(super) fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    MONTHS.get(index).copied().unwrap_or("")
}

fn weekday_name(day: Weekday) -> &'static str {
    weekday_in_full(day).get(..3).unwrap_or("")
}
