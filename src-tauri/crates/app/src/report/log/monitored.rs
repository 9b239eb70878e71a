//! That a log was looked through: who did, when, and what they remarked; kept in the vault, each term (eSafety policies of schools).

use chrono::NaiveDate;
use domain::disclosure::Days;
use domain::governance::{LOG_MONITORED, Monitored, PART_MONITORED};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::settled::days_said;
use crate::concern::start_of;
use crate::paper::one_line;
use crate::rights::{self, Right};
use crate::wire::{Done, Fault, FaultKind, MonitorForm, MonitoredView, Problem, Topic};
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
            days: days_said((one.days.from, one.days.to)),
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
    let mut problems = Vec::new();
    let mut refuse = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    let today = office.around.local().date_naive();
    let mut day = |field: &str, said: &Option<String>| -> Option<NaiveDate> {
        let said = said.as_deref().map_or("", str::trim);
        let read = said.parse().ok();
        if read.is_none() {
            let say = match said {
                "" => "Say which day",
                _ => "We could not read this day. Try: 20 Nov",
            };
            refuse(field, say);
        }
        read
    };
    let (from, to, on) = (
        day("from", &form.from),
        day("to", &form.to),
        day("on", &form.on),
    );
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        refuse("to", "The last day is before the first");
    }
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
    let (Some(from), Some(to), Some(on), true) = (from, to, on, problems.is_empty()) else {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something is still to be said before this is kept.",
        )
        .kept("Nothing was signed. What you wrote is still here.");
        fault.problems = problems;
        return Err(fault);
    };
    let monitored = Monitored {
        days: Days { from, to },
        register: None,
        by,
        role,
        on,
        remarks,
        concerns: concerns(office, from, to)?,
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

/// How often a log of these very days was looked through, for the paper: who, when and what they remarked.
pub(super) fn of_days(
    office: &Office,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Monitored>, Fault> {
    let days = Days { from, to };
    let all = all(office)?.into_iter().map(|(_, _, one)| one);
    Ok(all.filter(|one| one.days == days).collect())
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

/// How many concerns there were on some days.
fn concerns(office: &Office, from: NaiveDate, to: NaiveDate) -> Result<u64, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let zone = office.around.zone;
    let after = to.succ_opt().and_then(|day| start_of(day, zone));
    let found = room.concern_facets(
        start_of(from, zone).unwrap_or(i64::MIN),
        after.unwrap_or(i64::MAX),
    )?;
    Ok(found.len() as u64)
}
