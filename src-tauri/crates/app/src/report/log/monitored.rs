//! That a log was looked through: who did, when, and what they remarked; kept in the vault, each term (eSafety policies of schools).

use chrono::NaiveDate;
use domain::disclosure::Days;
use domain::governance::{LOG_MONITORED, Monitored, PART_MONITORED};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::columns::happened_online;
use super::settled::days_said;
use crate::concern::start_of;
use crate::paper::one_line;
use crate::report::days::{one, read};
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, FaultKind, LogAsked, MonitorForm, MonitoredView, Problem, Topic};
use crate::{Office, say};

/// The longest name or office, in characters.
const LONGEST_NAME: usize = 80;
/// The longest remark, in characters.
const LONGEST_REMARK: usize = 2_000;

/// Every time a log was looked through, the latest first.
pub fn logs_monitored(office: &Office) -> Result<Vec<MonitoredView>, Fault> {
    may(office)?;
    Ok(all(office)?
        .into_iter()
        .map(|(at, who, one)| MonitoredView {
            days: looked_through(&one),
            by: one.by,
            role: one.role,
            on: say::date_and_year(one.on),
            remarks: one.remarks,
            concerns: u32::try_from(one.concerns).unwrap_or(u32::MAX),
            kept: format!("{}, {who}", office.dated(at)),
        })
        .collect())
}

/// Keeps that the log of some days was looked through. Nothing takes its place: a second look is a second line.
pub fn monitor_log(office: &mut Office, form: MonitorForm) -> Result<Done<()>, Fault> {
    may(office)?;
    let today = office.around.local().date_naive();
    let missing = "Say which day";
    let (days, mut problems) = match read(form.from.as_ref(), form.to.as_ref(), missing) {
        Ok(days) => (Some(days), Vec::new()),
        Err(problems) => (None, problems),
    };
    let on = one("on", form.on.as_ref(), missing, &mut problems);
    let mut refuse = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    if on.is_some_and(|on| on > today) {
        refuse("on", "This day has not come yet");
    }
    let (by, role) = (one_line(&form.by), one_line(&form.role));
    if !by.chars().any(char::is_alphanumeric) {
        refuse("by", "Say who looked through it");
    }
    for (field, said) in [("by", &by), ("role", &role)] {
        if said.chars().count() > LONGEST_NAME {
            refuse(field, "Write it in 80 characters or fewer");
        }
    }
    let remarks = form.remarks.trim().to_owned();
    if remarks.chars().count() > LONGEST_REMARK {
        refuse("remarks", "Write it in 2,000 characters or fewer");
    }
    let (Some(days), Some(on), true) = (days, on, problems.is_empty()) else {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something is still to be said before this is kept.",
        )
        .kept("Nothing was signed. What you wrote is still here.");
        fault.problems = problems;
        return Err(fault);
    };
    let category = form.category.filter(|id| !id.is_empty());
    let narrowed = (form.online, category.as_deref());
    let monitored = Monitored {
        concerns: concerns(office, days, narrowed)?,
        days,
        register: None,
        online: form.online,
        category,
        by,
        role,
        on,
        remarks,
    };
    let part = serde_json::to_vec(&monitored).map_err(|_| Fault::stopped())?;
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let entry = NewEntry {
        kind: LOG_MONITORED,
        subjects: vec![id],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_MONITORED, Zeroizing::new(part))],
        blobs: Vec::new(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// How often this very log was looked through, for its paper. Who looked through a part of it vouches for no more.
pub(super) fn of_log(
    office: &Office,
    (from, to): (NaiveDate, NaiveDate),
    asked: &LogAsked,
) -> Result<Vec<Monitored>, Fault> {
    let days = Days { from, to };
    let category = asked.category.as_ref().filter(|id| !id.is_empty());
    let all = all(office)?.into_iter().map(|(_, _, one)| one);
    let same = |one: &Monitored| {
        one.days == days && one.online == asked.online && one.category.as_ref() == category
    };
    Ok(all.filter(same).collect())
}

/// The days of a log, and what of it was looked through.
fn looked_through(one: &Monitored) -> String {
    let days = days_said((one.days.from, one.days.to));
    match narrowed(one.online, one.category.as_deref()) {
        None => days,
        Some(only) => format!("{days}. {only}"),
    }
}

/// What of the concerns of some days a log has, where it has not all of them.
pub(super) fn narrowed(online: bool, category: Option<&str>) -> Option<String> {
    let category = category.filter(|id| !id.is_empty());
    match (online, category) {
        (false, None) => None,
        (true, None) => Some("Only what happened online".to_owned()),
        (false, Some(id)) => Some(format!("Only {}", crate::words::category(id))),
        (true, Some(id)) => Some(format!(
            "Only what happened online, under {}",
            crate::words::category(id)
        )),
    }
}

type Kept = (i64, String, Monitored);

fn all(office: &Office) -> Result<Vec<Kept>, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let told = room.told::<Monitored>(LOG_MONITORED)?.into_iter();
    let told = told.filter(|told| told.said.register.is_none());
    Ok(told.map(|told| (told.at, told.who, told.said)).collect())
}

fn may(office: &Office) -> Result<(), Fault> {
    rights::need(office, Right::Reports)?;
    rights::need(office, Right::AllPupilRecords)
}

/// How many concerns the log of some days has: all, or what happened online, or one category.
fn concerns(
    office: &Office,
    days: Days,
    (online, category): (bool, Option<&str>),
) -> Result<u64, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let zone = office.around.zone;
    let after = days.to.succ_opt().and_then(|day| start_of(day, zone));
    let found = room.concern_facets(
        start_of(days.from, zone).unwrap_or(i64::MIN),
        after.unwrap_or(i64::MAX),
    )?;
    let wanted = found.iter().filter(|one| {
        let filed = &one.facets.categories;
        (!online || happened_online(one.facets.online, filed))
            && category.is_none_or(|id| filed.iter().any(|one| one == id))
    });
    Ok(wanted.count() as u64)
}
