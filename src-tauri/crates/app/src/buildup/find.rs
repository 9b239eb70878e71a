//! Finding what stands together around one thing: a child, an adult, a room, a device.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Datelike, Timelike};
use domain::buildup::{
    LOOK_BACK_DAYS, LOW, LOW_DAYS, OFTEN_DAYS, PartOfDay, Seen, Sort, TraceOf, low, often,
    on_one_day, say_adult, say_device, say_low, say_on_one_day, say_room,
};
use domain::id::{AdultId, PupilId};
use domain::room::Room as RoomKind;
use vault::ask::{ConcernLine, Kept};

use super::aside::is_set_aside;
use crate::wire::Fault;
use crate::{Office, say, words};

/// How many concerns are read for one thing.
const MOST: u32 = 60;
const DAY_MS: i64 = 86_400_000;

/// Concerns that stand together.
pub(super) struct Found {
    pub(super) sort: Sort,
    pub(super) key: String,
    /// One sentence.
    pub(super) say: String,
    /// The same without a name.
    pub(super) masked: String,
    /// What it rests on, newest first.
    pub(super) rests_on: Vec<(RoomKind, ConcernLine)>,
}

/// A moment so many days ago, in milliseconds.
pub(super) fn days_ago(office: &Office, days: i64) -> i64 {
    let now = office.around.local().timestamp_millis();
    now.saturating_sub(days.saturating_mul(DAY_MS))
}

/// What stands together around one thing now and was not set aside: a build-up whose newest concern is older than its own
/// span is over.
pub(super) fn around(office: &Office, of: TraceOf, key: &str) -> Result<Vec<Found>, Fault> {
    let keys = keys_of(office, of, key)?;
    let Some(key) = keys.first() else {
        return Ok(Vec::new());
    };
    let from = match of {
        TraceOf::Child => days_ago(office, LOOK_BACK_DAYS),
        // A window of ninety days that ends at a concern of the last ninety.
        TraceOf::Adult | TraceOf::Name | TraceOf::Room | TraceOf::Device => {
            days_ago(office, 2 * OFTEN_DAYS)
        }
    };
    let mut lines = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        let found = room.gathered(of, &keys, from, MOST)?;
        lines.extend(found.into_iter().map(|line| (*kind, line)));
    }
    lines.sort_by_key(|(_, line)| Reverse(line.row));
    let mut known = BTreeSet::new();
    lines.retain(|(_, line)| known.insert(line.id));
    let seen = seen(office, of, &lines)?;
    let sorts = Sort::ALL.into_iter().filter(|sort| sort.of() == of);
    let mut all = Vec::new();
    for sort in sorts {
        let Some(said) = said(office, sort, &keys, &lines, &seen)? else {
            continue;
        };
        let rests_on: Vec<_> = said
            .rests_on
            .iter()
            .filter_map(|place| lines.get(*place).cloned())
            .collect();
        let newest = rests_on.first().map_or(i64::MIN, |(_, line)| line.written);
        let span = match sort {
            Sort::Low => LOW_DAYS,
            Sort::OneDay | Sort::Adult | Sort::Name | Sort::Room | Sort::Device => OFTEN_DAYS,
        };
        if newest < days_ago(office, span) || is_set_aside(office, sort, &keys, &rests_on)? {
            continue;
        }
        all.push(Found {
            sort,
            key: key.clone(),
            say: said.say,
            masked: said.masked,
            rests_on,
        });
    }
    Ok(all)
}

/// A child or an adult has as many keys as records; the one that stands for all is the first.
fn keys_of(office: &Office, of: TraceOf, key: &str) -> Result<Vec<String>, Fault> {
    match of {
        TraceOf::Child => records::<PupilId>(office, key),
        TraceOf::Adult => records::<AdultId>(office, key),
        TraceOf::Name | TraceOf::Room | TraceOf::Device => Ok(vec![key.to_owned()]),
    }
}

fn records<R: Kept>(office: &Office, key: &str) -> Result<Vec<String>, Fault> {
    let Ok(id) = key.parse::<R>() else {
        return Ok(Vec::new());
    };
    Ok(office.records_of(id)?.iter().map(R::to_string).collect())
}

/// What is counted of each.
fn seen(
    office: &Office,
    of: TraceOf,
    lines: &[(RoomKind, ConcernLine)],
) -> Result<Vec<Seen>, Fault> {
    let zone = office.around.zone;
    let today = office.around.local().date_naive();
    let counts_children = matches!(of, TraceOf::Adult | TraceOf::Name);
    let standing = match counts_children {
        true => office.standing_for()?,
        false => Default::default(),
    };
    let mut all = Vec::new();
    for (kind, line) in lines {
        let mut children = Vec::new();
        if counts_children {
            let room = office.room(*kind).ok_or_else(Fault::stopped)?;
            let traces = room.traces_of(line.row)?;
            let ids = traces.iter().filter(|trace| trace.of == TraceOf::Child);
            let ids = ids.filter_map(|trace| trace.key.parse::<PupilId>().ok());
            children.extend(ids.map(|id| standing.get(&id).copied().unwrap_or(id)));
        }
        let happened = line.occurred.and_then(|at| say::at(at, zone)).map(|at| {
            let part = (!say::is_whole_day(at)).then(|| PartOfDay::of_hour(at.hour()));
            (at.weekday(), part)
        });
        all.push(Seen {
            written: say::at(line.written, zone).map_or(today, |at| at.date_naive()),
            happened,
            // What nobody has read is neither serious nor harmless.
            severity: match line.first_read {
                Some(_) => line.severity.clone(),
                None => String::new(),
            },
            title: match line.category.as_str() {
                "" => String::new(),
                id => words::category(id),
            },
            children,
        });
    }
    Ok(all)
}

struct Said {
    rests_on: Vec<usize>,
    say: String,
    masked: String,
}

/// What one sort says of them.
fn said(
    office: &Office,
    sort: Sort,
    keys: &[String],
    lines: &[(RoomKind, ConcernLine)],
    seen: &[Seen],
) -> Result<Option<Said>, Fault> {
    let two = |rests_on: Vec<usize>, say: String, masked: String| {
        Some(Said {
            rests_on,
            say,
            masked,
        })
    };
    Ok(match sort {
        Sort::Low => match low(seen) {
            Some(found) => {
                let term = words::term("severity", LOW);
                let name = name_of(office, keys, lines)?;
                let say = |name: &str| say_low(&found, seen, name, &term);
                let (named, masked) = (say(&name), say("a pupil"));
                two(found.rests_on, named, masked)
            }
            None => None,
        },
        Sort::OneDay => match on_one_day(seen) {
            Some(found) => {
                let name = name_of(office, keys, lines)?;
                let say = |name: &str| say_on_one_day(&found, name);
                let (named, masked) = (say(&name), say("a pupil"));
                two(found.rests_on, named, masked)
            }
            None => None,
        },
        Sort::Adult | Sort::Name | Sort::Room | Sort::Device => match often(seen) {
            Some(found) => {
                let shown = shown(office, sort.of(), keys, lines)?;
                let (named, masked) = match sort {
                    Sort::Room => (say_room(&found, &shown), say_room(&found, &shown)),
                    Sort::Device => (say_device(&found, &shown), say_device(&found, &shown)),
                    Sort::Adult | Sort::Name | Sort::Low | Sort::OneDay => {
                        (say_adult(&found, &shown), say_adult(&found, "An adult"))
                    }
                };
                two(found.rests_on, named, masked)
            }
            None => None,
        },
    })
}

/// A child's name as it is known now, or as it stands in the newest of the concerns.
fn name_of(
    office: &Office,
    keys: &[String],
    lines: &[(RoomKind, ConcernLine)],
) -> Result<String, Fault> {
    let id = keys.first().and_then(|key| key.parse::<PupilId>().ok());
    let facts = id.map(|id| office.pupil_facts(id)).transpose()?.flatten();
    match facts {
        Some(facts) => Ok(facts.name()),
        None => shown(office, TraceOf::Child, keys, lines),
    }
}

/// As it is written in the newest of the concerns.
fn shown(
    office: &Office,
    of: TraceOf,
    keys: &[String],
    lines: &[(RoomKind, ConcernLine)],
) -> Result<String, Fault> {
    let Some((kind, newest)) = lines.first() else {
        return Ok(String::new());
    };
    let room = office.room(*kind).ok_or_else(Fault::stopped)?;
    let traces = room.traces_of(newest.row)?;
    let mut traces = traces.into_iter();
    let trace = traces.find(|trace| trace.of == of && keys.contains(&trace.key));
    Ok(trace.map(|trace| trace.shown).unwrap_or_default())
}
