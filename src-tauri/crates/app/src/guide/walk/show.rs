//! Walks for the window.

use domain::case::Kept;
use domain::room::Room as RoomKind;
use domain::walk::{Stepped, Walk};
use guidance::{Flow, Id};
use vault::ask::WalkLine;

use super::super::about::put_view;
use super::super::flow::{node, view};
use super::super::own::flow_now;
use super::put::clocks;
use super::{note, opened, second};
use crate::wire::{Choice, Fault, Number, WalkRow, WalkStep, WalkView};
use crate::{Office, say};

/// How many are shown of those under way.
const UNDER_WAY: u32 = 50;

/// A walk, where it stands, and everything that was done in it.
pub fn walk(office: &Office, id: &str) -> Result<WalkView, Fault> {
    let (kind, walk, flow) = opened(office, id)?;
    let begun = &walk.begun;
    let ahead = walk
        .at
        .as_deref()
        .map_or(0, |at| flow.longest_from(at).saturating_sub(1));
    let step = walk.path.len() + usize::from(walk.at.is_some());
    let concern = begun.what.concern.and_then(|concern| {
        let room = office.room(kind)?;
        room.concern_line(concern).ok()
    });
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let shown = |kept: &Kept<Stepped>| shown(office, id, kept);
    let (typed, unsigned) = note::unsigned(office, id, walk.at.as_deref(), &flow)?;
    let since = say::at(begun.step.written.timestamp_millis(), office.around.zone)
        .map(|at| domain::when::gap(&at, &office.around.local()));
    Ok(WalkView {
        id: id.to_owned(),
        at: walk
            .at
            .as_deref()
            .and_then(|at| flow.node(at))
            .map(|at| node(&flow, at)),
        step: count(step),
        of: count(step + ahead),
        path: walk.path.clone(),
        taken: walk.taken.iter().map(shown).collect(),
        beside: walk.beside.iter().map(shown).collect(),
        about: concern
            .as_ref()
            .map_or_else(String::new, |line| line.about.clone()),
        concern: concern.map(|line| Choice {
            id: line.id.to_string(),
            title: line.record_no,
            detail: line.class,
        }),
        put: put_view(
            office,
            kind,
            &walk.puts,
            not_there(office, kind, &walk, &flow),
        ),
        typed,
        unsigned,
        needs_newer: walk.needs_newer,
        begun: format!(
            "{}, {}",
            office.moment(begun.step.written.timestamp_millis()),
            begun.step.author.name
        ),
        since: since.unwrap_or_default(),
        stopped: walk.ended.as_ref().map(|kept| {
            format!(
                "{} {}, {}",
                kept.what.reason,
                kept.step.author.name,
                office.moment(kept.step.written.timestamp_millis())
            )
        }),
        numbers: numbers(office)?,
        newer: flow_now(office, &begun.what.flow)
            .is_ok_and(|now| now.page.version > begun.what.version),
        flow: view(&flow),
    })
}

/// What its steps began and the concern it was put to does not have: they were signed where nobody knew of that yet.
fn not_there(office: &Office, kind: RoomKind, walk: &Walk, flow: &Flow) -> Option<&'static str> {
    let put = walk.puts.holds()?;
    let concern = office.room(kind)?.concern(put.what.concern).ok()?;
    let has = |rule: &Id| {
        let mut actions = concern.case.actions.iter();
        actions.any(|(kept, _)| {
            let counted = kept.what.counted.as_ref();
            counted.is_some_and(|counted| *rule == *counted.rule)
        })
    };
    let missing = clocks(walk, flow).iter().any(|(rule, _)| !has(rule));
    missing.then_some("What its steps set to be done does not stand on the concern yet.")
}

/// Walks that have not ended, the latest first.
pub fn walks(office: &Office) -> Result<Vec<WalkRow>, Fault> {
    under_way(office, UNDER_WAY)
}

/// At most so many of them.
pub(crate) fn under_way(office: &Office, most: u32) -> Result<Vec<WalkRow>, Fault> {
    let mut found: Vec<(RoomKind, WalkLine)> = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        found.extend(room.open_walks(most)?.into_iter().map(|line| (*kind, line)));
    }
    found.sort_by_key(|(_, line)| std::cmp::Reverse(line.last));
    found.truncate(most as usize);
    Ok(found
        .into_iter()
        .map(|(kind, line)| row(office, kind, line))
        .collect())
}

fn row(office: &Office, kind: RoomKind, line: WalkLine) -> WalkRow {
    let concern = line
        .concern
        .and_then(|id| office.room(kind)?.concern_line(id).ok());
    let (about, class) = concern.map_or_else(Default::default, |line| (line.about, line.class));
    WalkRow {
        id: line.id.to_string(),
        title: format!("{} {}", line.number, line.title),
        flow: line.flow.clone(),
        concern: line.concern.map(|id| id.to_string()),
        about,
        class,
        of_pupil: kind == RoomKind::Pupils,
        open: line.open,
        steps: line.steps,
        last: format!("{}, {}", office.moment(line.last), line.who),
    }
}

fn shown(office: &Office, walk: &str, kept: &Kept<Stepped>) -> WalkStep {
    let said = &kept.what;
    WalkStep {
        node: said.from.clone(),
        title: said.title.clone(),
        answer: said.answer.clone(),
        note: said.note.clone(),
        skipped: said.skipped,
        back: said.back,
        who: kept.step.author.name.clone(),
        at: office.moment(kept.step.written.timestamp_millis()),
        second: second::said(office, walk, kept),
    }
}

/// 999 and 101, then whom the school has written down.
fn numbers(office: &Office) -> Result<Vec<Number>, Fault> {
    let number = |whom: &str, title: &str, number: &str| Number {
        whom: whom.to_owned(),
        title: title.to_owned(),
        number: number.to_owned(),
    };
    let settings = &office.sitting()?.settings;
    let mut all = vec![
        number("police-999", "Police, emergency", "999"),
        number("police-101", "Police, other", "101"),
    ];
    all.extend(
        settings
            .whom_to_ring()
            .filter_map(|(whom, title, set)| Some(number(whom, title, set?))),
    );
    Ok(all)
}
