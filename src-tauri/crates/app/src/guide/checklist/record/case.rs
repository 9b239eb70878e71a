//! What was done about the concern since, and what is known from before.

use domain::case::{Kept, Referral};
use domain::concern::ERROR;
use domain::room::Room as RoomKind;
use vault::ask::ConcernLine;

use super::concern::moment;
use super::{CASE, PUPIL, Record, Said, listed, said, together};
use crate::{say, words};

/// The most earlier concerns that are listed.
const EARLIER: usize = 40;

fn referrals<'r>(
    record: &'r Record<'_>,
    bodies: &'r [&str],
) -> impl Iterator<Item = &'r Kept<Referral>> {
    let all = record.concern.iter();
    all.flat_map(|concern| concern.case.referred())
        .map(|(referral, _)| referral)
        .filter(|kept| bodies.contains(&kept.what.body.as_str()))
}

/// When one was told, who took it, their reference.
pub(super) fn told(record: &Record<'_>, bodies: &[&str]) -> Option<Said> {
    let lines = referrals(record, bodies).map(|kept| {
        let made = &kept.what;
        let at = moment(record, made.at.unwrap_or(kept.step.written), false);
        let reference = match made.reference.as_str() {
            "" => String::new(),
            reference => format!("reference {reference}"),
        };
        together([at.as_str(), &made.to, &made.person, &reference])
    });
    said(CASE, lines.collect::<Vec<_>>().join("\n"))
}

/// The number of a call to the police.
pub(super) fn incident_number(record: &Record<'_>) -> Option<Said> {
    let numbers = referrals(record, &["police-999", "police-101"]);
    let numbers: Vec<&str> = numbers
        .map(|kept| kept.what.reference.as_str())
        .filter(|reference| !reference.is_empty())
        .collect();
    said(CASE, numbers.join(", "))
}

/// Who knows already. That no referral is written down does not say that none was made.
pub(super) fn told_already(record: &Record<'_>) -> Option<Said> {
    let any = |bodies: &[&str]| referrals(record, bodies).next().is_some();
    let known = match (any(&["police-999", "police-101"]), any(&["csc"])) {
        (true, true) => "both",
        (true, false) => "police",
        (false, true) => "csc",
        (false, false) => return None,
    };
    said(CASE, known)
}

/// Whether parents were told, by whom; or why not.
pub(super) fn parents(record: &Record<'_>) -> Option<Said> {
    let standing = record.concern.as_ref()?.standing();
    match standing.parents.as_str() {
        "" => None,
        id => {
            let told = words::term("parent_informed", id);
            said(CASE, together([told.as_str(), &standing.parents_note]))
        }
    }
}

/// What was done, oldest first: at once, and since.
pub(super) fn done(record: &Record<'_>) -> Option<Said> {
    let mut lines = Vec::new();
    let at_once = &record.content()?.details.immediate_action;
    if !at_once.is_empty() {
        lines.push(at_once.clone());
    }
    let case = &record.concern.as_ref()?.case;
    for kept in case.taken.iter().filter(|kept| case.stands(kept)) {
        let at = moment(
            record,
            kept.what.at.unwrap_or(kept.step.written),
            kept.what.about,
        );
        lines.push(format!("{at}: {}. {}", kept.what.what, kept.what.words));
    }
    said(CASE, lines.join("\n"))
}

/// Earlier concerns about the child, the newest first, each with the child’s part in it. Those of rooms that fewer people may open
/// are not told here: a referral goes further than its writer. What was written by mistake is no concern.
pub(super) fn history(record: &Record<'_>) -> Option<Said> {
    let child = record.child.as_ref()?;
    let own = record.concern.as_ref().map(|concern| concern.id);
    let (mut all, _) = crate::chronology::everything(record.office, child.id).ok()?;
    let when = |line: &ConcernLine| line.occurred.unwrap_or(line.written);
    let this = all.iter().find(|(_, line)| Some(line.line.id) == own);
    let this = this.map(|(_, line)| when(&line.line));
    all.retain(|(kind, line)| {
        *kind == RoomKind::Pupils
            && Some(line.line.id) != own
            && line.line.status != ERROR
            && this.is_none_or(|this| when(&line.line) <= this)
    });
    all.sort_by_key(|(_, line)| std::cmp::Reverse(when(&line.line)));
    let older = all.len().saturating_sub(EARLIER);
    let lines = all.iter().take(EARLIER).filter_map(|(_, line)| {
        let at = when(&line.line);
        let day = say::at(at, record.office.around.zone)?.date_naive();
        let what = match line.line.category.as_str() {
            "" => "concern".to_owned(),
            category => words::category(category),
        };
        let mut people = line.people.iter();
        let own = people.find(|person| person.pupil == Some(child.id));
        let part = match own.map(|person| person.role.as_str()) {
            None | Some("" | "subject" | "victim") => String::new(),
            Some(role) => format!(
                "named as {}",
                words::term("person_role_in_incident", role).to_lowercase()
            ),
        };
        Some(together([
            super::child::day(day).as_str(),
            &what,
            &line.line.record_no,
            &part,
        ]))
    });
    let mut lines: Vec<String> = lines.collect();
    if older > 0 {
        lines.push(format!("and {older} older"));
    }
    said(PUPIL, lines.join("\n"))
}

/// The level of need, by id.
pub(super) fn level(record: &Record<'_>) -> Option<Said> {
    listed(CASE, vec![record.concern.as_ref()?.standing().level])
}

/// When it went, who took it, their reference.
pub(super) fn sent(record: &Record<'_>) -> Option<Said> {
    let sent = record.sent.as_ref()?;
    let at = sent.at.map(|at| moment(record, at, false));
    let reference = match sent.reference.as_str() {
        "" => String::new(),
        reference => format!("reference {reference}"),
    };
    said(
        CASE,
        together([at.unwrap_or_default().as_str(), &sent.person, &reference]),
    )
}
