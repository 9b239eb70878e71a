//! Things to do, answers and reviews by their clock: late, awaited from others, and this week.

use chrono::{DateTime, Days};
use chrono_tz::Tz;
use vault::ask::{DueKind, DueLine};

use super::rooms::{Few, count};
use crate::casework::{due_said, late_by, name_of};
use crate::concern::row;
use crate::wire::{DueView, Fault, LateLine};
use crate::{Office, say, words};

/// How far ahead this week looks.
const WEEK: u64 = 7;

/// What should have been done by now, the longest late first, each with since when.
pub(super) fn late(office: &Office, most: u32) -> Result<Few<(i64, LateLine)>, Fault> {
    let now = office.around.local();
    let to = now.timestamp_millis();
    let found = lines(office, i64::MIN, to, most, |_| true)?;
    let late = found.into_iter().filter_map(|(line, view)| {
        let due = say::at(line.at, office.around.zone)?;
        let by = late_by(due, line.whole_day, now)?;
        Some((
            line.at,
            LateLine {
                by,
                concern: None,
                draft: None,
                due: Some(view),
            },
        ))
    });
    Ok(Few {
        first: late.collect(),
        total: count(office, |room| room.count_due_between(i64::MIN, to))?,
    })
}

/// Answers that others owe the school and that are in time, the soonest first.
pub(super) fn answers(office: &Office, most: u32) -> Result<Vec<DueView>, Fault> {
    let from = office.around.local().timestamp_millis();
    let found = lines(office, from, i64::MAX, most, |line| {
        line.kind == DueKind::Reply
    })?;
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

/// What is due within a week, the soonest first: whoever is in sees what is theirs and what is nobody's.
pub(super) fn this_week(office: &Office, most: u32) -> Result<Vec<DueView>, Fault> {
    let now: DateTime<Tz> = office.around.local();
    let from = now.timestamp_millis();
    let to = (now + Days::new(WEEK)).timestamp_millis();
    let me = office.sitting()?.person();
    let found = lines(office, from, to, most, |line| {
        line.kind != DueKind::Reply && line.owner.is_none_or(|owner| owner == me)
    })?;
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

fn lines(
    office: &Office,
    from: i64,
    to: i64,
    most: u32,
    wanted: impl Fn(&DueLine) -> bool,
) -> Result<Vec<(DueLine, DueView)>, Fault> {
    /// So many are looked at for the few that are wanted.
    const LOOKED_AT: u32 = 400;
    let mut all = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        for line in room.due_between(from, to, LOOKED_AT)? {
            if wanted(&line) {
                let concern = row(office, *kind, room, &line.concern);
                let view = view(office, &line, concern);
                all.push((line, view));
            }
        }
    }
    all.sort_by_key(|(line, _)| line.at);
    all.truncate(most as usize);
    Ok(all)
}

fn view(office: &Office, line: &DueLine, concern: crate::wire::ConcernRow) -> DueView {
    let me = office.sitting().map(|sitting| sitting.person()).ok();
    let what = match line.kind {
        DueKind::Action => line.what.clone(),
        DueKind::Reply => format!("{} to answer", line.what),
        DueKind::Review => looked_at_again(&line.what),
    };
    DueView {
        what,
        kind: match line.kind {
            DueKind::Action => "action",
            DueKind::Reply => "reply",
            DueKind::Review => "review",
        },
        when: due_said(office, line.at, line.whole_day),
        left: left(office, line),
        yours: line.owner.is_some() && line.owner == me,
        owner: line
            .owner
            .map(|owner| name_of(office, &history::to_hex(&owner))),
        concern,
    }
}

/// The concern itself, or the decision that holds.
pub(crate) fn looked_at_again(decision: &str) -> String {
    match decision {
        "" => "Look at this again".to_owned(),
        id => format!("Review the decision: {}", words::term("decision", id)),
    }
}

/// How long there is still: in hours below a day, otherwise the day.
fn left(office: &Office, line: &DueLine) -> String {
    let now = office.around.local();
    match say::at(line.at, office.around.zone) {
        Some(due) if !line.whole_day && due > now && (due - now).num_hours() < 24 => {
            format!("{} left", domain::when::gap(&now, &due))
        }
        Some(due) => say::date(due.date_naive(), office.this_year()),
        None => String::new(),
    }
}
