//! Lists of concerns: what was reported and sent on, how each was dealt with, those filed under some categories.

use domain::concern::{Concern, ERROR};
use domain::room::Room as RoomKind;
use guidance::AskedList;
use vault::ask::{ConcernLine, ConcernQuery};

use super::initials::short;
use super::list::{List, Row};
use super::settled::Settled;
use crate::concern::{first_words, start_of, status_title};
use crate::report::log::actions;
use crate::report::roll::Roll;
use crate::wire::Fault;
use crate::{Office, say, words};

/// Lines are fetched so many at a time.
const AT_A_TIME: u32 = 500;
/// The most rows of one list.
const MOST: usize = 20_000;
/// The local authority's designated officer (vocabulary `external_body`).
const LADO: &str = "lado";

/// A concern with what is known of it.
pub(super) struct Dealt {
    /// As lists have it.
    pub(super) line: ConcernLine,
    /// As it stands.
    pub(super) concern: Concern,
}

/// The concerns of some days that happened at a site, the oldest first; those recorded by mistake are left out.
pub(super) fn read(
    office: &Office,
    kind: RoomKind,
    settled: &Settled,
    pupils: &Roll,
) -> Result<Vec<Dealt>, Fault> {
    let room = office.room(kind).ok_or_else(crate::office::not_a_member)?;
    let zone = office.around.zone;
    let mut query = ConcernQuery {
        from: start_of(settled.days.from, zone),
        to: settled
            .days
            .to
            .succ_opt()
            .and_then(|day| start_of(day, zone)),
        oldest_first: true,
        limit: AT_A_TIME,
        ..ConcernQuery::default()
    };
    let mut lines = Vec::new();
    loop {
        let page = room.concerns(&query)?;
        query.before = page.lines.last().map(|line| line.row);
        lines.extend(page.lines);
        if lines.len() > MOST {
            return Err(Fault::field(
                "from",
                format!("There are more than {MOST} concerns. Choose fewer days"),
            ));
        }
        if !page.more {
            break;
        }
    }
    lines.sort_by_key(|line| (line.occurred.unwrap_or(line.written), line.row));
    let total = lines.len() as u64;
    let mut all = Vec::new();
    for (done, line) in lines.into_iter().enumerate() {
        office
            .watch()
            .step("Reading the records", done as u64, total)?;
        let concern = room.concern(line.id)?;
        let about = concern
            .current()
            .and_then(|version| version.content.about());
        let here = settled.site.as_ref().is_none_or(|site| {
            let at = about.and_then(|person| pupils.site(person.pupil?));
            at == Some(site.as_str())
        });
        if here && concern.standing().status != ERROR {
            all.push(Dealt { line, concern });
        }
    }
    Ok(all)
}

/// Every concern that reached the lead, what was sent on to whom, and how it was resolved.
pub(super) fn reported(
    office: &Office,
    asked: &'static AskedList,
    all: &[Dealt],
    names: bool,
) -> List {
    let mut list = List::new(
        asked,
        &[
            ("Reported", 1.0),
            ("Record", 1.1),
            ("Pupil", 1.2),
            ("What about", 1.8),
            ("Sent on to", 1.8),
            ("How it stands", 1.6),
        ],
    );
    for one in all {
        let sent = one.concern.case.referred().map(|(referral, replies)| {
            let at = referral.what.at.unwrap_or(referral.step.written);
            let on = at.with_timezone(&office.around.zone).date_naive();
            let answered = match replies.is_empty() {
                true => ", no answer yet",
                false => ", answered",
            };
            format!(
                "{}, {}{answered}",
                words::term("external_body", &referral.what.body),
                say::date_and_year(on)
            )
        });
        list.rows.push(row(
            one,
            vec![
                written(office, one),
                one.line.record_no.clone(),
                who(one, names),
                kinds(&one.concern),
                sent.collect::<Vec<_>>().join("\n"),
                outcome(one, names),
            ],
        ));
    }
    let unread = all.iter().filter(|one| one.line.first_read.is_none());
    list.gap(
        unread.count(),
        "One concern has not been read.",
        "{} concerns have not been read.",
    );
    let open = all
        .iter()
        .filter(|one| one.concern.case.unanswered().next().is_some());
    list.gap(
        open.count(),
        "One was sent on and has no answer yet.",
        "{} were sent on and have no answer yet.",
    );
    list
}

/// How each was dealt with: a summary, what was done, what was decided and why, the outcome (KCSIE 2026, paragraph 74).
pub(super) fn handled(asked: &'static AskedList, all: &[Dealt], names: bool) -> List {
    let mut list = List::new(
        asked,
        &[
            ("Record", 1.1),
            ("Pupil", 1.1),
            ("What it was", 2.0),
            ("Followed up", 1.8),
            ("Decided, and why", 2.2),
            ("Outcome", 1.8),
        ],
    );
    for one in all {
        let what = match names {
            true => format!(
                "{}\n{}",
                kinds(&one.concern),
                first_words(&one.line.opening)
            ),
            false => kinds(&one.concern),
        };
        list.rows.push(row(
            one,
            vec![
                one.line.record_no.clone(),
                who(one, names),
                what,
                followed_up(&one.concern),
                decided(&one.concern, names),
                outcome(one, names),
            ],
        ));
    }
    let undecided = all
        .iter()
        .filter(|one| one.concern.case.decided().next().is_none());
    list.gap(
        undecided.count(),
        "One concern has no decision with its reason yet.",
        "{} concerns have no decision with its reason yet.",
    );
    list
}

/// Concerns filed under some categories, and what was done about each.
pub(super) fn filed(
    office: &Office,
    asked: &'static AskedList,
    all: &[Dealt],
    names: bool,
) -> List {
    let mut list = List::new(
        asked,
        &[
            ("Reported", 1.0),
            ("Record", 1.1),
            ("Pupil", 1.2),
            ("What kind", 1.8),
            ("What was done", 2.0),
            ("How it stands", 1.5),
        ],
    );
    let of_these = all.iter().filter(|one| {
        let current = one.concern.current();
        current.is_some_and(|version| {
            let mut filed = version.content.details.categories.iter();
            filed.any(|id| asked.categories.contains(id))
        })
    });
    for one in of_these {
        list.rows.push(row(
            one,
            vec![
                written(office, one),
                one.line.record_no.clone(),
                who(one, names),
                kinds(&one.concern),
                actions(&one.concern),
                outcome(one, names),
            ],
        ));
    }
    list
}

/// Concerns of a room about adults that went to the LADO.
pub(super) fn to_the_lado(
    office: &Office,
    asked: &'static AskedList,
    all: &[Dealt],
    names: bool,
) -> List {
    let mut list = List::new(
        asked,
        &[
            ("Record", 1.1),
            ("Adult", 1.2),
            ("Put to the LADO", 1.2),
            ("Answered", 2.0),
            ("How it stands", 1.8),
        ],
    );
    let mut waiting = 0;
    for one in all {
        for (referral, replies) in one.concern.case.referred() {
            if referral.what.body != LADO {
                continue;
            }
            let day = |at: chrono::DateTime<chrono::FixedOffset>| {
                say::date_and_year(at.with_timezone(&office.around.zone).date_naive())
            };
            let answer = match replies.last() {
                None => {
                    waiting += 1;
                    "Not yet".to_owned()
                }
                Some(reply) => {
                    let on = day(reply.what.at.unwrap_or(reply.step.written));
                    match names && !reply.what.words.trim().is_empty() {
                        true => format!("{on}: {}", reply.what.words.trim()),
                        false => on,
                    }
                }
            };
            list.rows.push(row(
                one,
                vec![
                    one.line.record_no.clone(),
                    who(one, names),
                    day(referral.what.at.unwrap_or(referral.step.written)),
                    answer,
                    outcome(one, names),
                ],
            ));
        }
    }
    list.gap(waiting, "One has no answer yet.", "{} have no answer yet.");
    list
}

fn row(one: &Dealt, cells: Vec<String>) -> Row {
    Row {
        cells,
        concern: Some(one.line.id),
        pupil: None,
    }
}

fn written(office: &Office, one: &Dealt) -> String {
    let at = say::at(one.line.written, office.around.zone);
    at.map(|at| say::date_and_year(at.date_naive()))
        .unwrap_or_default()
}

/// Whom it is about, with how many others.
fn who(one: &Dealt, names: bool) -> String {
    let ConcernLine { about, class, .. } = &one.line;
    let said = match (names, class.is_empty()) {
        (true, true) => about.clone(),
        (true, false) => format!("{about}, {class}"),
        (false, _) => short(about, class),
    };
    match one.line.others {
        0 => said,
        1 => format!("{said}, and 1 more"),
        more => format!("{said}, and {more} more"),
    }
}

fn kinds(concern: &Concern) -> String {
    let filed = concern
        .current()
        .map(|version| version.content.details.categories.as_slice())
        .unwrap_or_default();
    let mut said: Vec<String> = filed.iter().map(|id| words::category(id)).collect();
    said.dedup();
    match said.is_empty() {
        true => "Not sorted yet".to_owned(),
        false => said.join("; "),
    }
}

/// To whom it went and how many steps were taken; what was decided has a column of its own.
fn followed_up(concern: &Concern) -> String {
    let case = &concern.case;
    let mut said: Vec<String> = case
        .referred()
        .map(|(referral, _)| {
            format!(
                "Sent on: {}",
                words::term("external_body", &referral.what.body)
            )
        })
        .collect();
    let steps = case.taken.iter().filter(|kept| case.stands(kept)).count();
    match steps {
        0 => {}
        1 => said.push("1 step taken".to_owned()),
        _ => said.push(format!("{steps} steps taken")),
    }
    match case.to_do().count() {
        0 => {}
        1 => said.push("1 thing still to do".to_owned()),
        left => said.push(format!("{left} things still to do")),
    }
    said.join("\n")
}

fn decided(concern: &Concern, names: bool) -> String {
    let said = concern.case.decided().map(|kept| {
        let mut said = words::term("decision", &kept.what.decision);
        if kept.what.not_referred {
            said.push_str(", decided not to refer");
        }
        match names {
            true => format!("{said}: {}", kept.what.reason.trim()),
            false => said,
        }
    });
    said.collect::<Vec<_>>().join("\n")
}

fn outcome(one: &Dealt, names: bool) -> String {
    let status = status_title(&one.line);
    let standing = one.concern.standing();
    match names && !standing.conclusion.trim().is_empty() {
        true => format!("{status}\n{}", standing.conclusion.trim()),
        false => status,
    }
}
