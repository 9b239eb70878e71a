//! People rather than events: pupils on roll and what holds of them on a day, staff and what they were trained in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::disclosure::{Days, Leaf};
use domain::register::Line;
use vault::Room;

use super::registers::{day, lines, said};
use super::{Source, Stream, part, some};
use crate::wire::Fault;

/// Pupils on roll on a day, with the status flags that hold of them then.
pub(in crate::report::governors) fn caseload(room: &Room, on: NaiveDate) -> Result<Stream, Fault> {
    let mut stream = Stream::default();
    for pupil in room.all_pupils()? {
        let facts = &pupil.facts;
        let here = facts.admitted.is_none_or(|came| came <= on)
            && facts.left_on.is_none_or(|left| on <= left);
        if !here {
            continue;
        }
        let mut leaves = vec![Leaf::All];
        for flag in facts.flags_on(on) {
            leaves.push(some(match flag.flag.as_str() {
                "lac" | "plac" | "kinship" => "looked-after".to_owned(),
                other => other.to_owned(),
            }));
        }
        leaves.sort_unstable();
        leaves.dedup();
        let site = facts.site.as_deref().unwrap_or_default();
        stream.put(Source::Pupil(pupil.id), on, site, leaves);
    }
    Ok(stream)
}

/// People of a register by name, as they stand at the end of some days.
pub(in crate::report::governors) fn of_people(
    room: &Room,
    register: &'static str,
    days: Days,
) -> Result<Stream, Fault> {
    let mut people: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for kept in lines(room, register)? {
        let name = said(&kept.line, "person");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() {
            people
                .entry(name.to_lowercase())
                .or_default()
                .push(kept.line);
        }
    }
    let mut stream = Stream::default();
    for lines in people.values() {
        let leaves = match register {
            "training-log" => training(lines, days),
            _ => agreements(lines, days),
        };
        if !leaves.is_empty() {
            stream.put(Source::Register(register), days.to, "", leaves);
        }
    }
    Ok(stream)
}

/// What somebody was trained in in some days, and whether something is due again at their end.
fn training(lines: &[Line], days: Days) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let of = |kind: &'static str| lines.iter().filter(move |line| said(line, "kind") == kind);
    let in_days = |line: &Line| day(line, "date").is_some_and(|on| days.holds(on));
    for line in lines.iter().filter(|line| in_days(line)) {
        leaves.push(match said(line, "kind") {
            "Governor" => some("governors"),
            "KCSIE part one read" => some("part-one-read"),
            "Policy read" => some("policy-read"),
            _ => some("trained"),
        });
    }
    let kinds: std::collections::BTreeSet<&str> =
        lines.iter().map(|line| said(line, "kind")).collect();
    let overdue = kinds.into_iter().any(|kind| {
        let known = lines.iter().filter(|line| said(line, "kind") == kind);
        let last = known
            .filter(|line| day(line, "date").is_none_or(|on| on <= days.to))
            .filter_map(|line| day(line, "expires"))
            .max();
        last.is_some_and(|last| last < days.to)
    });
    if overdue {
        leaves.push(some("overdue"));
    }
    let lead = ["DSL initial", "DSL refresher"];
    if lead.iter().any(|kind| of(kind).next().is_some()) {
        let last = lead
            .iter()
            .flat_map(|kind| of(kind))
            .filter_map(|line| day(line, "expires"))
            .max();
        leaves.push(some(match last {
            Some(last) if last < days.to => "lead-overdue",
            _ => "lead-in-date",
        }));
    }
    if !leaves.is_empty() {
        leaves.push(Leaf::All);
    }
    leaves.sort_unstable();
    leaves.dedup();
    leaves
}

/// Whether the agreement somebody signed last holds at the end of some days.
fn agreements(lines: &[Line], days: Days) -> Vec<Leaf> {
    let last = lines
        .iter()
        .filter(|line| day(line, "signed_on").is_none_or(|on| on <= days.to))
        .max_by_key(|line| day(line, "signed_on"));
    let Some(last) = last else { return Vec::new() };
    let withdrawn = day(last, "withdrawn_on").is_some_and(|on| on <= days.to);
    let lapsed = day(last, "valid_to").is_some_and(|to| to < days.to);
    let signed = day(last, "signed_on").is_some();
    let cell = match (withdrawn || lapsed, signed) {
        (false, true) => "holds",
        _ => "outstanding",
    };
    vec![Leaf::All, part("signed", cell)]
}
