//! Days that are still to come: when something is due, when something is looked at again.

use chrono::{DateTime, Days, Months};
use chrono_tz::Tz;

use super::{Understood, understand};

/// What to try where it was not understood.
const UNREADABLE: &str =
    "We could not read that as a day to come. Try: fri, tomorrow, 12 January, 12/01/2027";

/// Understands a day to come as a person would write it. Where records look back, this looks forward: "fri" is the next
/// Friday, "12 January" the next 12 January. A day that has passed by its own year stays what it is. A time is not
/// taken: only days are meant here.
pub fn understand_day_ahead(text: &str, now: DateTime<Tz>) -> Understood {
    let as_written = understand(text, now);
    if as_written.at.is_none() {
        return as_written;
    }
    // Records take the latest such day that has come; seen from a week or a year on, that is the next one.
    let later = [
        now.checked_add_days(Days::new(6)),
        now.checked_add_months(Months::new(12))
            .and_then(|year| year.checked_sub_days(Days::new(1))),
    ];
    let today = now.date_naive();
    let found = std::iter::once(as_written.clone())
        .chain(
            later
                .into_iter()
                .flatten()
                .map(|from| understand(text, from)),
        )
        .find(|understood| understood.at.is_some_and(|at| at.date_naive() >= today))
        .unwrap_or(as_written);
    if found.whole_day {
        found
    } else {
        Understood {
            at: None,
            said: UNREADABLE.to_owned(),
            ..found
        }
    }
}
