//! Counting: which of some concerns, given newest first, stand together.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use super::{LAST, LEAST, LOW, LOW_DAYS, OFTEN_DAYS, PartOfDay, Seen};

/// Concerns about one child of which none is above low.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Low {
    /// Places of those it rests on, newest first.
    pub rests_on: Vec<usize>,
    /// How many there are about the child in those days in all.
    pub of: usize,
    /// Over how many days.
    pub days: i64,
}

/// Concerns that have one thing in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Often {
    /// Places of those it rests on, newest first.
    pub rests_on: Vec<usize>,
    /// Over how many days.
    pub days: i64,
    /// About how many children.
    pub children: usize,
}

/// Concerns about one child that happened on the same weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnOneDay {
    /// Places of those it rests on, newest first.
    pub rests_on: Vec<usize>,
    /// Of how many.
    pub of: usize,
    /// The weekday.
    pub weekday: Weekday,
    /// The part of the day, where it is the same too.
    pub part: Option<PartOfDay>,
}

/// Three or more of a child's concerns within six weeks that nobody has judged above low.
pub fn low(seen: &[Seen]) -> Option<Low> {
    let near = within(seen, LOW_DAYS);
    let is_low = |one: &Seen| one.severity.is_empty() || one.severity == LOW;
    let rests_on: Vec<usize> = places(near, is_low);
    let (newest, last) = (near.first()?, *rests_on.last()?);
    enough(&rests_on)?;
    Some(Low {
        of: last + 1,
        days: days(near.get(last)?.written, newest.written),
        rests_on,
    })
}

/// Three or more within ninety days.
pub fn often(seen: &[Seen]) -> Option<Often> {
    let near = within(seen, OFTEN_DAYS);
    let rests_on = places(near, |_| true);
    enough(&rests_on)?;
    let children: BTreeSet<_> = near.iter().flat_map(|one| &one.children).collect();
    Some(Often {
        days: days(near.last()?.written, near.first()?.written),
        children: children.len(),
        rests_on,
    })
}

/// Three or more of a child's last five on the same weekday and in the same part of the day; of the weekday alone only where
/// every one of them was, because three of five is soon chance.
pub fn on_one_day(seen: &[Seen]) -> Option<OnOneDay> {
    let last = seen.get(..seen.len().min(LAST))?;
    for one in last {
        let Some((weekday, Some(part))) = one.happened else {
            continue;
        };
        let rests_on = places(last, |other| other.happened == Some((weekday, Some(part))));
        if enough(&rests_on).is_some() {
            return Some(OnOneDay {
                rests_on,
                of: last.len(),
                weekday,
                part: Some(part),
            });
        }
    }
    let (weekday, _) = last.first()?.happened?;
    let rests_on = places(last, |one| {
        one.happened.is_some_and(|(other, _)| other == weekday)
    });
    enough(&rests_on)?;
    (rests_on.len() == last.len()).then_some(OnOneDay {
        rests_on,
        of: last.len(),
        weekday,
        part: None,
    })
}

fn enough(rests_on: &[usize]) -> Option<()> {
    (rests_on.len() >= LEAST).then_some(())
}

fn places(seen: &[Seen], wanted: impl Fn(&Seen) -> bool) -> Vec<usize> {
    let all = seen.iter().enumerate();
    all.filter(|(_, one)| wanted(one))
        .map(|(place, _)| place)
        .collect()
}

/// Those written within so many days up to the newest.
fn within(seen: &[Seen], span: i64) -> &[Seen] {
    let Some(newest) = seen.first() else {
        return seen;
    };
    let count = seen
        .iter()
        .take_while(|one| days(one.written, newest.written) <= span)
        .count();
    seen.get(..count).unwrap_or(seen)
}

/// The first and the last day counted.
fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days() + 1
}
