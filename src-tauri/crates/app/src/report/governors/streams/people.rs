//! People rather than events: pupils on roll and what holds of them on a day, staff and what they were trained in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::disclosure::Leaf;
use domain::register::Line;
use vault::Room;

use super::registers::{day, lines, said};
use super::{Source, Stream, part, some};
use crate::report::roll::{Roll, on_roll};
use crate::wire::Fault;

/// Children on roll on a day, each once, with the status flags that hold of them then.
pub(in crate::report::governors) fn caseload(room: &Room, on: NaiveDate) -> Result<Stream, Fault> {
    let mut stream = Stream::default();
    for (id, child) in Roll::read(room)?.children() {
        let facts = &child.facts;
        if !on_roll(facts, on) {
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
        stream.put(Source::Pupil(id), on, site, leaves);
    }
    Ok(stream)
}

/// Who was trained in what and when, each once in a school year: so that what two reports count adds up.
pub(in crate::report::governors) fn trained(room: &Room) -> Result<Stream, Fault> {
    let mut stream = Stream::default();
    for lines in by_name(room, TRAINING)?.values() {
        let mut first: BTreeMap<(i32, Leaf), NaiveDate> = BTreeMap::new();
        for line in lines {
            let Some(on) = day(line, "date") else {
                continue;
            };
            let year = on.year() - i32::from(on.month() < SCHOOL_YEAR);
            let kind = match said(line, "kind") {
                "Governor" => "governors",
                "KCSIE part one read" => "part-one-read",
                "Policy read" => "policy-read",
                _ => "trained",
            };
            let known = first.entry((year, some(kind))).or_insert(on);
            *known = on.min(*known);
        }
        for ((_, kind), on) in first {
            stream.put(Source::Register(TRAINING), on, "", vec![Leaf::All, kind]);
        }
    }
    Ok(stream)
}

/// The register of training.
pub(in crate::report::governors) const TRAINING: &str = "training-log";
/// The month with which a school year begins.
const SCHOOL_YEAR: u32 = 9;

/// The lines of a register by whose they are.
fn by_name(room: &Room, register: &'static str) -> Result<BTreeMap<String, Vec<Line>>, Fault> {
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
    Ok(people)
}

/// People of a register by name, as they stand on a day.
pub(in crate::report::governors) fn of_people(
    room: &Room,
    register: &'static str,
    on: NaiveDate,
) -> Result<Stream, Fault> {
    let mut stream = Stream::default();
    for lines in by_name(room, register)?.values() {
        let leaves = match register {
            TRAINING => training(lines, on),
            _ => agreements(lines, on),
        };
        if !leaves.is_empty() {
            stream.put(Source::Register(register), on, "", leaves);
        }
    }
    Ok(stream)
}

/// Whether something that somebody was trained in is due again on a day.
fn training(lines: &[Line], today: NaiveDate) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let of = |kind: &'static str| lines.iter().filter(move |line| said(line, "kind") == kind);
    let kinds: std::collections::BTreeSet<&str> =
        lines.iter().map(|line| said(line, "kind")).collect();
    let overdue = kinds.into_iter().any(|kind| {
        let known = lines.iter().filter(|line| said(line, "kind") == kind);
        let last = known
            .filter(|line| day(line, "date").is_none_or(|on| on <= today))
            .filter_map(|line| day(line, "expires"))
            .max();
        last.is_some_and(|last| last < today)
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
            Some(last) if last < today => "lead-overdue",
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

/// Whether the agreement somebody signed last holds on a day.
fn agreements(lines: &[Line], today: NaiveDate) -> Vec<Leaf> {
    let last = lines
        .iter()
        .filter(|line| day(line, "signed_on").is_none_or(|on| on <= today))
        .max_by_key(|line| day(line, "signed_on"));
    let Some(last) = last else { return Vec::new() };
    let withdrawn = day(last, "withdrawn_on").is_some_and(|on| on <= today);
    let lapsed = day(last, "valid_to").is_some_and(|to| to < today);
    let signed = day(last, "signed_on").is_some();
    let cell = match (withdrawn || lapsed, signed) {
        (false, true) => "holds",
        _ => "outstanding",
    };
    vec![Leaf::All, part("signed", cell)]
}
