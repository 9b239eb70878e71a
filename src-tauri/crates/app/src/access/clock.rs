//! Where a clock stands, in words.

use chrono::{Datelike, NaiveDate};
use domain::access::{Access, Clock, working_days_left};

use crate::wire::AccessClock;
use crate::{Office, say};

/// Where the clock of a request stands now.
pub(super) fn clock(office: &Office, access: &Access) -> (AccessClock, Clock) {
    let today = office.around.local().date_naive();
    let clock = access.clock(today);
    let notes = notes(access, &clock);
    let (stands, say) = match (access.ending(), clock.due, clock.paused_since) {
        (Some(ended), _, _) => {
            let on = ended.step.written.with_timezone(&office.around.zone);
            ("ended", format!("Ended {}", long(on.date_naive(), today)))
        }
        (None, None, _) => {
            let since = access
                .request()
                .map(|request| long(request.received, today))
                .unwrap_or_default();
            (
                "waiting",
                format!("Waiting for proof of who asks since {since}"),
            )
        }
        (None, Some(due), Some(since)) => (
            "paused",
            format!(
                "Paused since {}. If it went on now: due {}",
                long(since, today),
                long(due, today)
            ),
        ),
        (None, Some(due), None) => {
            let left = left(today, due);
            let stands = if due < today { "late" } else { "running" };
            (stands, format!("Due {}, {left}", long(due, today)))
        }
    };
    (AccessClock { stands, say, notes }, clock)
}

/// `12 working days left`, `today`, `2 days over`.
fn left(today: NaiveDate, due: NaiveDate) -> String {
    match ((today - due).num_days(), working_days_left(today, due)) {
        (1, _) => "1 day over".to_owned(),
        (over, _) if over > 0 => format!("{over} days over"),
        (0, _) => "which is today".to_owned(),
        (_, 1) => "1 working day left".to_owned(),
        (_, days) => format!("{days} working days left"),
    }
}

/// `Thu 14 January`, with the year when it is another one.
fn long(day: NaiveDate, today: NaiveDate) -> String {
    let said = day.format("%a %-d %B");
    if day.year() == today.year() {
        said.to_string()
    } else {
        format!("{said} {}", day.year())
    }
}

/// How it was counted, a sentence each.
fn notes(access: &Access, clock: &Clock) -> Vec<String> {
    let mut notes = Vec::new();
    let Some(began) = clock.began else {
        notes.push("One month counts from the day on which it is known who asks.".to_owned());
        return notes;
    };
    let months = match clock.extended {
        0 => "One month counts".to_owned(),
        more => format!("{} months count", 1 + more),
    };
    let why = match access.request() {
        Some(request) if request.received != began => ", when it was known who asks",
        Some(_) | None => "",
    };
    notes.push(format!("{months} from {}{why}.", say::date_and_year(began)));
    match clock.paused {
        0 => {}
        1 => {
            notes.push("One day did not count, because the school waited for an answer.".to_owned())
        }
        days => notes.push(format!(
            "{days} days did not count, because the school waited for an answer."
        )),
    }
    if clock.told_late
        && let Some(first) = clock.first_month
    {
        notes.push(format!(
            "The extension does not count: the person must be told of it, and why, by {}.",
            say::date_and_year(first)
        ));
    }
    notes
}
