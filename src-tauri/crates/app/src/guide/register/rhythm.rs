//! The rhythm of a register: when somebody last looked through it, and what of its lines is late.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::calendar::working_day_after;
use domain::governance::{LOG_MONITORED, Monitored, PART_MONITORED};
use domain::register::Line;
use domain::room::Room as RoomKind;
use domain::step::parse_time;
use guidance::{FieldKind, LateRule, Register};
use rand_core::RngCore;
use vault::NewEntry;
use vault::ask::RegisterLine;
use zeroize::Zeroizing;

use super::{cannot_be_read, ids, known, need, room_of};
use crate::wire::{Done, Fault, KindRhythm, LateNote, RegisterClock, Rhythm, Topic};
use crate::{Office, say};

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;
/// The longest remark, in characters.
const LONGEST: usize = 2_000;

/// What stands behind a register of a school: whether it is looked through, and which lines are late.
pub(super) fn rhythm(
    office: &Office,
    register: &Register,
    lines: &[RegisterLine],
) -> Result<Rhythm, Fault> {
    let looked = last_looked(office, register)?;
    let today = office.around.local().date_naive();
    let first = lines
        .iter()
        .filter_map(|line| say::at(line.at, office.around.zone))
        .map(|at| at.date_naive())
        .min();
    let since = looked.as_ref().map(|one| one.on).or(first);
    // Nothing is due of a register that is put away.
    let every = register.every.filter(|_| !register.put_away);
    let due = every.and_then(|every| since?.checked_add_days(Days::new(every.days())));
    let kinds = register.kinds.iter().map(|kind| {
        let done = lines
            .iter()
            .filter(|line| said(&line.line, "kind") == kind.of)
            .filter_map(|line| day(&line.line, "done_at", office.around.zone))
            .max();
        let due = done.and_then(|done| done.checked_add_days(Days::new(kind.every.days())));
        KindRhythm {
            kind: kind.of.clone(),
            every: kind.every.said().to_owned(),
            last: done.map(say::date_and_year),
            due: due.map(say::date_and_year),
            overdue: due.is_some_and(|due| due < today),
        }
    });
    let (late, coming) = clocks(office, register, lines);
    Ok(Rhythm {
        every: every.map(|every| every.said().to_owned()),
        looked: looked.map(|one| {
            let on = say::date_and_year(one.on);
            match one.remarks.as_str() {
                "" => format!("{on}, {}", one.by),
                remarks => format!("{on}, {}: {remarks}", one.by),
            }
        }),
        due: due.map(say::date_and_year),
        overdue: due.is_some_and(|due| due < today),
        kinds: kinds.collect(),
        late,
        coming: coming.into_iter().map(|(_, note)| note).collect(),
    })
}

/// What is still to be done of a line, with when it is due.
type Coming = (DateTime<Utc>, LateNote);

/// Which lines are late, and with what; and those whose clock still runs, the soonest due first.
fn clocks(
    office: &Office,
    register: &Register,
    lines: &[RegisterLine],
) -> (Vec<LateNote>, Vec<Coming>) {
    let now = office.around.local();
    let mut all = Vec::new();
    let mut coming = Vec::new();
    let rules = register.late.iter().filter(|_| !register.put_away);
    for rule in rules {
        let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
        // The latest first: what was entered anew stands for what was entered before.
        for line in lines {
            if !rule.latest.is_empty() {
                let key = rule.latest.iter();
                let key = key.map(|field| said(&line.line, field).trim().to_lowercase());
                if !seen.insert(key.collect()) {
                    continue;
                }
            }
            let Some(due) = due(register, rule, &line.line, now.timezone()) else {
                continue;
            };
            let at = due.with_timezone(&office.around.zone);
            let on = say::date(at.date_naive(), now.date_naive());
            if due < now.with_timezone(&Utc) {
                all.push(LateNote {
                    line: line.id.to_string(),
                    say: format!("{}, was due {on}", rule.say),
                });
            } else if let Some(what) = &rule.coming {
                let left = left(due - now.with_timezone(&Utc));
                let note = LateNote {
                    line: line.id.to_string(),
                    say: format!("{what}: {left} left, until {on}, {}", at.format("%H:%M")),
                };
                coming.push((due, note));
            }
        }
    }
    coming.sort_by_key(|(due, _)| *due);
    (all, coming)
}

/// How long there is still: in minutes, then in hours up to three days, then in days.
fn left(time: TimeDelta) -> String {
    let (count, unit) = match (time.num_hours(), time.num_days()) {
        (..1, _) => (time.num_minutes(), "minute"),
        (hours @ 1..=72, _) => (hours, "hour"),
        (_, days) => (days, "day"),
    };
    match count {
        1 => format!("1 {unit}"),
        count => format!("{count} {unit}s"),
    }
}

/// What registers ask for within a week, for Today: the register, what it is called, and what is to be done; the soonest due first.
pub(crate) fn registers_coming(office: &Office) -> Result<Vec<RegisterClock>, Fault> {
    let week = (office.around.now)() + TimeDelta::days(7);
    let mut found: Vec<(DateTime<Utc>, RegisterClock)> = Vec::new();
    for register in super::registers_named(office)? {
        let register = &*register;
        // What is about adults is said where they are kept, not on a page that others see over a shoulder.
        let asks = register.late.iter().any(|rule| rule.coming.is_some());
        if !asks || room_of(office, register)? != Some(RoomKind::Pupils) {
            continue;
        }
        let lines = every_line(office, register)?;
        let coming = clocks(office, register, &lines).1.into_iter();
        let soon = coming.filter(|(due, _)| *due <= week);
        found.extend(soon.map(|(due, note)| {
            let clock = RegisterClock {
                register: register.id.to_string(),
                title: register.title.clone(),
                say: note.say,
            };
            (due, clock)
        }));
    }
    found.sort_by_key(|(due, _)| *due);
    Ok(found.into_iter().map(|(_, clock)| clock).collect())
}

/// When what a rule asks of a line was due. Nothing where it is done, or nothing was asked.
fn due(register: &Register, rule: &LateRule, line: &Line, zone: Tz) -> Option<DateTime<Utc>> {
    if let Some(when) = &rule.when
        && said(line, &when.field) != when.is
    {
        return None;
    }
    if let Some(except) = &rule.except
        && said(line, &except.field) == except.is
    {
        return None;
    }
    if rule
        .unless
        .iter()
        .any(|field| is_done(register, said(line, field), field))
    {
        return None;
    }
    let end_of = |day: NaiveDate| {
        let last = day.and_hms_opt(23, 59, 59)?;
        last.and_local_timezone(zone)
            .latest()
            .map(|at| at.with_timezone(&Utc))
    };
    if let Some(by) = rule.by.iter().find(|field| !said(line, field).is_empty()) {
        let said = said(line, by);
        return match parse_time(said) {
            Some(at) => Some(at.with_timezone(&Utc)),
            None => end_of(said.parse().ok()?),
        };
    }
    let from = rule.from.as_ref()?;
    match (rule.hours, rule.working_days) {
        (Some(hours), _) => {
            let at = parse_time(said(line, from))?.with_timezone(&Utc);
            at.checked_add_signed(TimeDelta::hours(i64::from(hours)))
        }
        (None, Some(days)) => end_of(working_day_after(day(line, from, zone)?, days)),
        (None, None) => None,
    }
}

/// Something is entered there that says it is done; a no to a question does not.
fn is_done(register: &Register, said: &str, field: &str) -> bool {
    let asked = register.fields.iter().find(|one| one.name == field);
    let is_no = asked.is_some_and(|asked| asked.kind == FieldKind::YesOrNo) && said == "No";
    !said.is_empty() && !is_no
}

/// Every line of a register that counts, the latest first, of every room that whoever is in may open.
pub(super) fn every_line(office: &Office, register: &Register) -> Result<Vec<RegisterLine>, Fault> {
    let mut all = struck_too(office, register)?;
    all.retain(|line| !line.line.struck);
    Ok(all)
}

/// The same with those that were struck.
pub(super) fn struck_too(office: &Office, register: &Register) -> Result<Vec<RegisterLine>, Fault> {
    let mut all = Vec::new();
    for room in office.sitting()?.rooms.values() {
        let mut after = None;
        loop {
            let page = room.register_lines(&register.id, after, AT_A_TIME)?;
            let more = page.len() == AT_A_TIME as usize;
            after = page.last().map(|line| (line.at, line.id));
            all.extend(page);
            if !more {
                break;
            }
        }
    }
    all.sort_by_key(|line| (std::cmp::Reverse(line.at), line.id));
    Ok(all)
}

/// What was entered in a field; empty where nothing was.
pub(super) fn said<'a>(line: &'a Line, field: &str) -> &'a str {
    let answer = line.answers.iter().find(|one| one.field == field);
    answer
        .and_then(|answer| answer.lines.first())
        .map_or("", String::as_str)
}

pub(super) fn day(line: &Line, field: &str, zone: Tz) -> Option<NaiveDate> {
    let said = said(line, field);
    let moment = parse_time(said).map(|at| at.with_timezone(&zone).date_naive());
    moment.or_else(|| said.parse().ok())
}

fn last_looked(office: &Office, register: &Register) -> Result<Option<Monitored>, Fault> {
    let Some(kind) = room_of(office, register)? else {
        return Ok(None);
    };
    let Some(room) = office.room(kind) else {
        return Ok(None);
    };
    let told = room.told::<Monitored>(LOG_MONITORED)?.into_iter();
    Ok(told
        .map(|told| told.said)
        .find(|one| one.register.as_deref() == Some(register.id.as_str())))
}

/// Keeps that whoever is in looked through a register today, with what they remarked.
pub fn look_through(office: &mut Office, id: &str, remarks: &str) -> Result<Done<()>, Fault> {
    let register = &*known(office, id)?;
    let room = need(office, register)?;
    let remarks = remarks.trim();
    if remarks.chars().count() > LONGEST {
        return Err(Fault::field(
            "remarks",
            "Write it in 2,000 characters or fewer",
        ));
    }
    let today = office.around.local().date_naive();
    let lines = every_line(office, register)?;
    let first = lines
        .iter()
        .filter_map(|line| say::at(line.at, office.around.zone))
        .map(|at| at.date_naive())
        .min();
    let sitting = office.sitting()?;
    let monitored = Monitored {
        days: domain::disclosure::Days {
            from: first.unwrap_or(today),
            to: today,
        },
        register: Some(register.id.to_string()),
        online: false,
        category: None,
        by: sitting.opened.card.name.clone(),
        role: crate::words::role(sitting.role()),
        on: today,
        remarks: remarks.to_owned(),
        concerns: lines.len() as u64,
    };
    let part = serde_json::to_vec(&monitored).map_err(|_| Fault::stopped())?;
    let mut entry = [0; 16];
    office.around.rng.fill_bytes(&mut entry);
    let entry = NewEntry {
        kind: LOG_MONITORED,
        subjects: vec![entry],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_MONITORED, Zeroizing::new(part))],
        blobs: Vec::new(),
    };
    office.write(room, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// What of the registers is late, for Today: a sentence for each register.
pub(crate) fn registers_late(office: &Office) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    for id in ids(office)? {
        let register = match known(office, &id) {
            Ok(register) => register,
            // It is said rather than passed over: somebody may wait for it.
            Err(fault) if cannot_be_read(&fault) => {
                found.push((id, fault.say));
                continue;
            }
            Err(fault) => return Err(fault),
        };
        let register = &*register;
        let Some(kind) = room_of(office, register)? else {
            continue;
        };
        // What is about adults is said where they are kept, not on a page that others see over a shoulder.
        if kind != RoomKind::Pupils {
            continue;
        }
        let lines = every_line(office, register)?;
        let said = what_is_late(&rhythm(office, register, &lines)?);
        if !said.is_empty() {
            found.push((
                register.id.to_string(),
                format!("{}: {}.", register.title, said.join("; ")),
            ));
        }
    }
    Ok(found)
}

/// What of a register is late, in words that follow its title.
pub(super) fn what_is_late(rhythm: &Rhythm) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    match rhythm.late.len() {
        0 => {}
        1 => said.extend(rhythm.late.first().map(|late| late.say.clone())),
        several => said.push(format!("{several} lines are late")),
    }
    let kinds = rhythm.kinds.iter().filter(|kind| kind.overdue);
    said.extend(kinds.map(|kind| {
        let due = kind.due.clone().unwrap_or_default();
        format!("{} was due {due}", kind.kind.to_lowercase())
    }));
    if rhythm.overdue {
        let due = rhythm.due.clone().unwrap_or_default();
        said.push(format!("to be looked through since {due}"));
    }
    said
}
