//! From what was typed to a moment.

use chrono::{DateTime, Timelike};
use chrono_tz::Tz;

use super::draft::Draft;
use super::lex::lex;
use super::read::read;
use super::render::{render, render_day};
use super::settle::{Settled, Unsettled, settle};

const UNREADABLE: &str = "We could not read that as a time. Try: Sun 8 Nov, about 20:30.";

/// What a person meant by what they typed in a field for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The moment, to the minute, in the time zone of the `now` it was read against. None when it was not understood.
    pub at: Option<DateTime<Tz>>,
    /// Whether the person said or implied that it is not exact.
    pub about: bool,
    /// Whether only a day was given; `at` is then the start of that day.
    pub whole_day: bool,
    /// Whether it is still to come.
    pub future: bool,
    /// What was understood, as it is shown under the field; or what to try instead. Empty for a blank field.
    pub said: String,
}

/// Reads a time as people write it, set against `now`.
///
/// Never fails: what cannot be read has no `at` and a sentence in `said`. The rules are those of the [module](super).
pub fn understand(text: &str, now: DateTime<Tz>) -> Understood {
    if text.trim().is_empty() {
        return not_understood(String::new());
    }

    match read_and_settle(text, now) {
        Ok((_, settled)) => say(settled, now),
        Err(Unsettled::Unreadable) => not_understood(UNREADABLE.to_owned()),
        Err(Unsettled::Contradiction(said)) => not_understood(said),
    }
}

/// Reads the text and finds its moment, keeping what said what for [`nudge`](super::nudge).
pub(super) fn read_and_settle(
    text: &str,
    now: DateTime<Tz>,
) -> Result<(Draft, Settled), Unsettled> {
    let now = to_the_minute(now);
    let draft = read(&lex(text), &now.date_naive()).ok_or(Unsettled::Unreadable)?;
    let settled = settle(&draft, now)?;

    Ok((draft, settled))
}

/// Said of what has not been yet.
pub(super) const STILL_TO_COME: &str = "That is still to come.";

/// Drops seconds, which nobody writes and which would make "just now" later than now.
pub(super) fn to_the_minute(moment: DateTime<Tz>) -> DateTime<Tz> {
    let seconds = i64::from(moment.second());
    let nanoseconds = i64::from(moment.nanosecond() % 1_000_000_000);
    let past = chrono::Duration::seconds(seconds) + chrono::Duration::nanoseconds(nanoseconds);

    moment.checked_sub_signed(past).unwrap_or(moment)
}

pub(super) fn say(settled: Settled, now: DateTime<Tz>) -> Understood {
    let Settled {
        at,
        about,
        whole_day,
        note,
    } = settled;
    let today = now.date_naive();
    let future = if whole_day {
        at.date_naive() > today
    } else {
        at > now
    };
    let mut said = match (whole_day, about) {
        (true, true) => format!(
            "About {}, no time given",
            render_day(at.date_naive(), today)
        ),
        (true, false) => format!("{}, no time given", render_day(at.date_naive(), today)),
        (false, _) => render(at, about, today),
    };
    if let Some(note) = note {
        said.push_str(". ");
        said.push_str(&note);
    }
    if future {
        said.push_str(if said.ends_with('.') { " " } else { ". " });
        said.push_str(STILL_TO_COME);
    }

    Understood {
        at: Some(at),
        about,
        whole_day,
        future,
        said,
    }
}

fn not_understood(said: String) -> Understood {
    Understood {
        at: None,
        about: false,
        whole_day: false,
        future: false,
        said,
    }
}
