//! What the vault itself needs of whoever is in: one calm sentence each.

use domain::room::Room as RoomKind;

use crate::concern::together;
use crate::office::DirectoryPerson;
use crate::rights::{Right, may};
use crate::wire::{Duty, Fault};
use crate::{Office, say};

const DAY_MS: i64 = 86_400_000;
/// A good backup is not older than this.
const BACKUP_DAYS: i64 = 7;
/// A policy's review is pointed out so long before.
const POLICY_DAYS: u64 = 30;
/// An invitation that nobody took up is pointed out after this.
const INVITED_DAYS: i64 = 3;

/// Duties of whoever is in, the weightiest first. A school to practise in asks for nothing.
pub(crate) fn duties(office: &Office) -> Result<Vec<Duty>, Fault> {
    let sitting = office.sitting()?;
    if sitting.settings.practice {
        return Ok(Vec::new());
    }
    let manages = may(sitting.role(), Right::Settings);
    let reads = may(sitting.role(), Right::AllPupilRecords);
    let all = [
        rehearse(office)?,
        (manages || reads)
            .then(|| backup(office))
            .transpose()?
            .flatten(),
        reads.then(|| policies(office)).transpose()?.flatten(),
        reads.then(|| pupil_list(office)).transpose()?.flatten(),
        manages.then(|| invite(office)).transpose()?.flatten(),
        manages.then(|| invited(office)).transpose()?.flatten(),
        manages.then(|| dormant(office)).transpose()?.flatten(),
    ];
    let mut all: Vec<Duty> = all.into_iter().flatten().collect();
    if reads {
        let late = crate::guide::registers_late(office)?.into_iter();
        all.extend(late.map(|(register, say)| Duty {
            kind: "register",
            register: Some(register),
            say,
        }));
    }
    Ok(all)
}

fn rehearse(office: &Office) -> Result<Option<Duty>, Fault> {
    let sitting = office.sitting()?;
    let own = sitting
        .directory
        .person(&sitting.opened.keys.id().to_string());
    let due = own.is_some_and(|own| !own.rehearsed);
    Ok(due.then(|| Duty {
        kind: "rehearse",
        register: None,
        say: "Your recovery kit has not been tried yet. Try it once while you still have your password."
            .to_owned(),
    }))
}

fn backup(office: &Office) -> Result<Option<Duty>, Fault> {
    let last = office.sitting()?.directory.face.last_backup;
    let today = office.around.local().date_naive();
    let say = match last {
        None => "There is no backup yet. Make one onto a stick or disk that is not kept with this laptop.".to_owned(),
        Some(at) if days_since(office, at) > BACKUP_DAYS => format!(
            "The last good backup was made {}. Make a new one today.",
            say::since(at, office.around.zone, today)
        ),
        Some(_) => return Ok(None),
    };
    Ok(Some(Duty {
        kind: "backup",
        register: None,
        say,
    }))
}

/// Policies whose review has come or comes within a month.
fn policies(office: &Office) -> Result<Option<Duty>, Fault> {
    let today = office.around.local().date_naive();
    let soon = today + chrono::Days::new(POLICY_DAYS);
    let due = office.sitting()?.settings.policies.iter();
    let names: Vec<String> = due
        .filter(|policy| policy.review.is_some_and(|day| day <= soon))
        .map(|policy| match policy.review {
            Some(day) if day < today => {
                format!("{} (was due {})", policy.name, say::date(day, today))
            }
            Some(day) => format!("{} (by {})", policy.name, say::date(day, today)),
            None => policy.name.clone(),
        })
        .collect();
    Ok((!names.is_empty()).then(|| Duty {
        kind: "policy",
        register: None,
        say: format!("To be reviewed: {}.", together(&names)),
    }))
}

fn pupil_list(office: &Office) -> Result<Option<Duty>, Fault> {
    let none = match office.room(RoomKind::Pupils) {
        Some(room) => !room.has_pupils()?,
        None => false,
    };
    Ok(none.then(|| Duty {
        kind: "pupil_list",
        register: None,
        say: "There are no pupils here yet. Bring in the school\u{2019}s list, so that names can be chosen and not typed."
            .to_owned(),
    }))
}

fn invite(office: &Office) -> Result<Option<Duty>, Fault> {
    let sitting = office.sitting()?;
    let own = sitting.opened.keys.id().to_string();
    let mut others = open(office)?.into_iter().filter(|person| person.id != own);
    Ok(others.next().is_none().then(|| Duty {
        kind: "invite",
        register: None,
        say: "Nobody else has an account yet. Ask a deputy to join, so that somebody can read this when you are away."
            .to_owned(),
    }))
}

fn invited(office: &Office) -> Result<Option<Duty>, Fault> {
    let waiting = |person: &&DirectoryPerson| {
        // A list of an earlier program does not say since when: then it is long enough.
        let long = |at| (office.around.now)().timestamp_millis() - at > INVITED_DAYS * DAY_MS;
        person.joined.is_none() && person.invited.is_none_or(long)
    };
    let names: Vec<String> = open(office)?
        .into_iter()
        .filter(waiting)
        .map(|person| person.name.clone())
        .collect();
    let (was, has) = one_or_more(&names, ("was", "has"), ("were", "have"));
    Ok((!names.is_empty()).then(|| Duty {
        kind: "invited",
        register: None,
        say: format!(
            "{} {was} asked to join more than three days ago and {has} not done so yet.",
            together(&names)
        ),
    }))
}

fn dormant(office: &Office) -> Result<Option<Duty>, Fault> {
    let mut names = Vec::new();
    for person in open(office)? {
        let shown = office.person(person)?;
        if shown.dormant {
            names.push(shown.name);
        }
    }
    let days = office.sitting()?.settings.dormant_after_days;
    let (has, account) = one_or_more(&names, ("has", "the account"), ("have", "those accounts"));
    Ok((!names.is_empty()).then(|| Duty {
        kind: "dormant",
        register: None,
        say: format!(
            "{} {has} not opened the records for {days} days. Close {account} if nobody needs {}.",
            together(&names),
            if names.len() == 1 { "it" } else { "them" }
        ),
    }))
}

/// Accounts that are not closed, those of people who have not joined yet among them.
fn open(office: &Office) -> Result<Vec<&DirectoryPerson>, Fault> {
    let people = &office.sitting()?.directory.people;
    Ok(people
        .iter()
        .filter(|person| person.closed.is_none())
        .collect())
}

fn days_since(office: &Office, at: i64) -> i64 {
    ((office.around.now)().timestamp_millis() - at) / DAY_MS
}

fn one_or_more<'a>(
    names: &[String],
    one: (&'a str, &'a str),
    more: (&'a str, &'a str),
) -> (&'a str, &'a str) {
    if names.len() == 1 { one } else { more }
}
