//! Things to do, answers and reviews by their clock: late, awaited from others, and this week.

use chrono::{DateTime, Days, NaiveDate};
use chrono_tz::Tz;
use domain::calendar::working_day_after;
use vault::ask::{DueKind, DueLine};

use super::rooms::{Few, count};
use crate::casework::{due_said, late as late_by, name_of};
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
        let by = late_by(office, line.at, line.whole_day, &line.unit)?;
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

/// What is due on the next working day, or on the days before it that are none: theirs and nobody's, with the day in words.
/// On a Friday that is Monday.
pub(super) fn tomorrow(office: &Office, most: u32) -> Result<(String, Vec<DueView>), Fault> {
    let now = office.around.local();
    let today = now.date_naive();
    let next = working_day_after(today, 1);
    let day = match today.succ_opt() == Some(next) {
        true => "Tomorrow".to_owned(),
        false => next.format("%A %-d %B").to_string(),
    };
    let from = begins(office, today.succ_opt());
    let to = begins(office, next.succ_opt());
    Ok((day, own(office, from, to, most)?))
}

/// The first moment of a day, in milliseconds.
fn begins(office: &Office, day: Option<NaiveDate>) -> i64 {
    let midnight = day.and_then(|day| day.and_hms_opt(0, 0, 0));
    let begins = midnight.and_then(|at| at.and_local_timezone(office.around.zone).earliest());
    begins.map_or(i64::MAX, |at| at.timestamp_millis())
}

/// What else is due within a week, the soonest first: whoever is in sees what is theirs and what is nobody's.
pub(super) fn this_week(office: &Office, most: u32) -> Result<Vec<DueView>, Fault> {
    let now: DateTime<Tz> = office.around.local();
    let from = now.timestamp_millis();
    let to = (now + Days::new(WEEK)).timestamp_millis();
    let next = working_day_after(now.date_naive(), 1);
    // What stands under the next working day does not stand here again.
    let tomorrow = begins(office, now.date_naive().succ_opt())..begins(office, next.succ_opt());
    let before = own(office, from, tomorrow.start, most)?;
    let after = own(office, tomorrow.end, to, most)?;
    Ok(before
        .into_iter()
        .chain(after)
        .take(most as usize)
        .collect())
}

fn own(office: &Office, from: i64, to: i64, most: u32) -> Result<Vec<DueView>, Fault> {
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
        rule: (!line.rule.is_empty()).then(|| line.rule.clone()),
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
