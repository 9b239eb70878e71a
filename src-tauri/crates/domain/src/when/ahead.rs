//! Days that are still to come: when something is due, when something is looked at again.

use chrono::{DateTime, Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::draft::{Day, Draft, Which};
use super::lex::lex;
use super::read::read;
use super::settle::{Unsettled, settle};
use super::settle_day::days;
use super::understand::{STILL_TO_COME, Understood, say as said, to_the_minute, understand};

/// What to try where it was not understood.
const UNREADABLE: &str =
    "We could not read that as a day to come. Try: fri, tomorrow, 12 January, 12/01/2027";
/// A weekday agrees with a date once in six years or so; nobody means one that far away.
const NEAR: usize = 400;
/// The next 29 February.
const FAR: usize = 366 * 8;

/// Understands a day to come as a person would write it. Where records look back, this looks forward: "fri" is the next
/// Friday or today, "12 January" the next 12 January, "the 5th" the next fifth. What is said from today ("yesterday",
/// "last fri") and a day with its own year stay what they are. A time is not taken: only days are meant here.
pub fn understand_day_ahead(text: &str, now: DateTime<Tz>) -> Understood {
    let today = now.date_naive();
    let draft = read(&lex(text), &today);
    let found = draft
        .filter(is_a_day_alone)
        .ok_or(Unsettled::Unreadable)
        .and_then(|draft| Ok((ahead(&draft, today)?, draft.about)));
    match found {
        // Said back in the same words as every other day.
        Ok((day, about)) => Understood {
            about,
            ..understand(&day.format("%Y-%m-%d").to_string(), now)
        },
        Err(unsettled) => Understood {
            at: None,
            about: false,
            whole_day: false,
            future: false,
            said: match (text.trim(), unsettled) {
                ("", _) => String::new(),
                (_, Unsettled::Contradiction(said)) => said,
                (_, Unsettled::Unreadable) => UNREADABLE.to_owned(),
            },
        },
    }
}

/// Understands a day to come with its time: "fri 15:00" is the next Friday, "4 Dec 15:00" the next 4 December, "15:00" the next time
/// that clock shows. A day without a time stays a day.
pub fn understand_moment_ahead(text: &str, now: DateTime<Tz>) -> Understood {
    let today = now.date_naive();
    let Some(draft) = read(&lex(text), &today) else {
        return understand_day_ahead(text, now);
    };
    let timed = draft.clock.is_some() || draft.spell.is_some();
    if !timed || draft.before_now.is_some() {
        return understand_day_ahead(text, now);
    }
    let dated = draft.day.is_some() || draft.weekday.is_some();
    let day = if dated {
        match ahead(&draft, today) {
            Ok(day) => day,
            Err(_) => return understand(text, now),
        }
    } else {
        today
    };
    let on = |day: NaiveDate| {
        let draft = Draft {
            about: draft.about,
            day: Some(Day::Date {
                day: day.day(),
                month: day.month(),
                year: Some(day.year()),
            }),
            clock: draft.clock,
            spell: draft.spell,
            zone: draft.zone,
            ..Draft::default()
        };
        settle(&draft, to_the_minute(now)).map(|settled| said(settled, now))
    };
    let found = on(day).and_then(|found| match (dated, found.future) {
        // "8:00" in the afternoon is tomorrow's.
        (false, false) => on(today.succ_opt().unwrap_or(today)),
        _ => Ok(found),
    });
    match found {
        // That it is still to come is what is meant here.
        Ok(found) => Understood {
            said: found
                .said
                .trim_end_matches(STILL_TO_COME)
                .trim_end_matches([' ', '.'])
                .to_owned(),
            ..found
        },
        Err(_) => understand(text, now),
    }
}

fn is_a_day_alone(draft: &Draft) -> bool {
    let day = draft.day.is_some() || draft.weekday.is_some();
    let time = draft.clock.is_some() || draft.spell.is_some() || draft.zone.is_some();
    day && !time && draft.before_now.is_none()
}

fn ahead(draft: &Draft, today: NaiveDate) -> Result<NaiveDate, Unsettled> {
    let weekday = draft.weekday.map(|(weekday, _)| weekday);
    let on = |day: NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
    let far = if weekday.is_some() { NEAR } else { FAR };
    let next = |is_it: &dyn Fn(NaiveDate) -> bool| {
        let mut coming = today.iter_days().take(far);
        coming.find(|day| on(*day) && is_it(*day))
    };
    let found = match (draft.day, draft.weekday) {
        (None, Some((weekday, Which::Latest))) => coming(weekday, today),
        (Some(Day::OfMonth(day)), _) => next(&|date| date.day() == day),
        (
            Some(Day::Date {
                day,
                month,
                year: None,
            }),
            _,
        ) => next(&|date| (date.month(), date.day()) == (month, day)),
        _ => None,
    };
    match found {
        Some(day) => Ok(day),
        None => days(draft, today)?
            .into_iter()
            .next()
            .ok_or(Unsettled::Unreadable),
    }
}

fn coming(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    today
        .iter_days()
        .take(7)
        .find(|day| day.weekday() == weekday)
}
