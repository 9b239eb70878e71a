//! What the concern says.

use chrono::{DateTime, FixedOffset};
use domain::concern::{OF_CHILD, OF_OTHER, OnlineTrace, PersonIn};

use super::{ACCOUNT, CONCERN, Record, Said, listed, said, together};
use crate::concern::whose_said;
use crate::{say, words};

const NOBODY_SAID: &str = "The concern does not say whose this is";

/// The parts of whoever a referral is about.
pub(super) const OF_CONCERN: [&str; 4] =
    ["adult-subject", "instigator", "suspect-online", "subject"];

/// Children whom the concern names beside the one it is about.
pub(super) fn other_children(record: &Record<'_>) -> Option<Said> {
    let about = record.subject();
    let own = |person: &PersonIn| {
        about.is_some_and(|about| about.name == person.name && about.pupil == person.pupil)
    };
    people(record, |person| person.kind == "pupil" && !own(person))
}

/// Adults whom it names; those alone who have one of some parts in it, where any is given.
pub(super) fn adults(record: &Record<'_>, parts: &[&str]) -> Option<Said> {
    people(record, |person| {
        let part = person.role.as_str();
        match parts.is_empty() {
            true => person.kind == "adult",
            false if person.kind == "adult" => parts.contains(&part),
            // Nobody knows of a stranger online what they are; of whom it is about, that they may be a child.
            false => person.kind != "pupil" && part != "subject" && parts.contains(&part),
        }
    })
}

/// Each with their part in it.
fn people(record: &Record<'_>, wanted: impl Fn(&PersonIn) -> bool) -> Option<Said> {
    let named = record.content()?.people.iter();
    let lines: Vec<String> = named
        .filter(|person| wanted(person))
        .map(|person| {
            let part = match person.role.as_str() {
                "" => String::new(),
                role => words::term("person_role_in_incident", role).to_lowercase(),
            };
            let born = person.date_of_birth.map(super::child::day);
            let born = born.map(|day| format!("born {day}")).unwrap_or_default();
            let class = person.class.clone().unwrap_or_default();
            together([person.name.as_str(), &class, &born, &part])
        })
        .collect();
    listed(CONCERN, lines)
}

/// Which user names an item asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// All.
    Anybody,
    /// All, each with whose it is or that nobody said.
    Said,
    /// The child's own.
    Child,
    /// The other person's.
    Other,
}

/// User names, with where they are used. Capitals stand as they were written. Where an item asks for those of one side, what nobody
/// has said the owner of is no answer: a child’s own must not go as a suspect’s.
pub(super) fn accounts(record: &Record<'_>, whose: Whose) -> Option<Said> {
    let traces = record.content()?.details.online_service.iter();
    let named: Vec<_> = traces.filter(|trace| !trace.user_name.is_empty()).collect();
    // Whose it is stands first: no name can say it of itself.
    let line = |trace: &OnlineTrace, said: &str| {
        let name = together([trace.user_name.as_str(), &trace.service, &trace.address]);
        match said {
            "" => name,
            said => format!("{said}: {name}"),
        }
    };
    let of = |side: &str| -> Vec<String> {
        let own = named.iter().filter(|trace| trace.whose == side);
        own.map(|trace| line(trace, "")).collect()
    };
    let lines = match whose {
        Whose::Anybody => named
            .iter()
            .map(|trace| line(trace, whose_said(&trace.whose).unwrap_or_default()))
            .collect(),
        Whose::Said => named
            .iter()
            .map(|trace| line(trace, whose_said(&trace.whose).unwrap_or(NOBODY_SAID)))
            .collect(),
        Whose::Child => of(OF_CHILD),
        Whose::Other => of(OF_OTHER),
    };
    let unsaid: Vec<&str> = named
        .iter()
        .filter(|trace| trace.whose.is_empty())
        .map(|trace| trace.user_name.as_str())
        .collect();
    let lacks = match whose {
        Whose::Child | Whose::Other if !unsaid.is_empty() => format!(
            "the concern does not say whose {} is; correct it there",
            unsaid.join(", ")
        ),
        Whose::Anybody | Whose::Said | Whose::Child | Whose::Other => String::new(),
    };
    (!lines.is_empty() || !lacks.is_empty()).then_some(Said {
        lines,
        from: CONCERN,
        lacks,
    })
}

/// Apps, sites and games, each once.
pub(super) fn services(record: &Record<'_>) -> Option<Said> {
    let mut found: Vec<String> = Vec::new();
    for trace in &record.content()?.details.online_service {
        if !trace.service.is_empty() && !found.contains(&trace.service) {
            found.push(trace.service.clone());
        }
    }
    listed(CONCERN, found)
}

/// Web addresses, as text.
pub(super) fn addresses(record: &Record<'_>) -> Option<Said> {
    let traces = record.content()?.details.online_service.iter();
    let lines = traces.map(|trace| trace.address.clone());
    listed(CONCERN, lines.filter(|line| !line.is_empty()).collect())
}

/// What was seen, heard or said; with the child's own words under it where the form has one field for both.
pub(super) fn account(record: &Record<'_>, with_words: bool) -> Option<Said> {
    let content = record.content()?;
    let corrected = record
        .concern
        .as_ref()
        .is_some_and(|concern| concern.versions.len() > 1);
    let from = if corrected { CONCERN } else { ACCOUNT };
    let mut text = content.account.clone();
    if with_words && !content.childs_words.is_empty() {
        text.push_str(&format!(
            "\n\nThe child\u{2019}s exact words: \u{201c}{}\u{201d}",
            content.childs_words
        ));
    }
    said(from, text)
}

pub(super) fn childs_words(record: &Record<'_>) -> Option<Said> {
    let words = &record.content()?.childs_words;
    match words.as_str() {
        "" => None,
        words => said(CONCERN, format!("\u{201c}{words}\u{201d}")),
    }
}

pub(super) fn happened(record: &Record<'_>) -> Option<Said> {
    let details = &record.content()?.details;
    said(
        CONCERN,
        moment(record, details.occurred_at?, details.occurred_about),
    )
}

/// When somebody at the school first learnt of it. When it was written down says nothing of that: clocks of the law run from the
/// one and not from the other.
pub(super) fn first_knew(record: &Record<'_>) -> Option<Said> {
    let at = record.content()?.details.noticed_at?;
    said(CONCERN, moment(record, at, false))
}

pub(super) fn when_and_where(record: &Record<'_>) -> Option<Said> {
    let details = &record.content()?.details;
    let at = details.occurred_at;
    let at = at.map(|at| moment(record, at, details.occurred_about));
    let place = match details.location.as_str() {
        "" => String::new(),
        id => words::term("incident_location", id),
    };
    said(
        CONCERN,
        together([at.unwrap_or_default().as_str(), &place, &details.room]),
    )
}

pub(super) fn came_to_light(record: &Record<'_>) -> Option<Said> {
    let how = match record.content()?.details.identified_how.as_str() {
        "" => String::new(),
        id => words::term("identified_how", id),
    };
    let first = &record.concern.as_ref()?.first()?.step;
    let by = format!("recorded by {}", first.author.name);
    let at = first_knew(record).map(|said| said.lines.concat());
    match how.as_str() {
        "" => None,
        how => said(CONCERN, together([how, &by, &at.unwrap_or_default()])),
    }
}

/// Categories, by id.
pub(super) fn harm(record: &Record<'_>) -> Option<Said> {
    listed(CONCERN, record.content()?.details.categories.clone())
}

/// Marked as immediate danger. That nobody marked it says nothing.
pub(super) fn danger(record: &Record<'_>) -> Option<Said> {
    match record.content()?.details.urgency.as_str() {
        "immediate" => said(CONCERN, "yes"),
        _ => None,
    }
}

/// The device, and the one that was not taken in.
pub(super) fn device(record: &Record<'_>) -> Option<Said> {
    let mut lines = vec![record.content()?.details.device_number.clone()];
    for kept in record.concern.as_ref()?.case.items() {
        let item = &kept.what;
        let isolated = match item.isolated.as_str() {
            "yes" => "isolated",
            "no" => "not isolated",
            _ => "",
        };
        lines.push(together([
            item.make.as_str(),
            &item.serial,
            &item.kept_at,
            &item.held_by,
            isolated,
            &item.isolated_note,
        ]));
    }
    lines.retain(|line| !line.is_empty());
    said(CONCERN, lines.join("\n"))
}

/// Files of the record by name, the handwritten page, and what was not taken in, each with where it is.
pub(super) fn evidence(record: &Record<'_>) -> Option<Said> {
    let concern = record.concern.as_ref()?;
    let mut lines: Vec<String> = concern
        .files
        .iter()
        // One that was put out of sight is not offered to anybody.
        .filter(|(_, _, step)| concern.hidden(step).is_none())
        .map(|(file, author, _)| format!("{}, in the record, added by {}", file.name, author.name))
        .collect();
    let kept_at = &record.content()?.details.paper_kept_at;
    if !kept_at.is_empty() {
        lines.push(format!("Handwritten notes, {kept_at}"));
    }
    for kept in concern.case.items() {
        lines.push(together([
            kept.what.what.as_str(),
            &kept.what.kept_at,
            &kept.what.held_by,
        ]));
    }
    said(CONCERN, lines.join("\n"))
}

/// `10 November 2026, about 20:30`; the day alone where no more is known.
pub(super) fn moment(record: &Record<'_>, at: DateTime<FixedOffset>, about: bool) -> String {
    let at = at.with_timezone(&record.office.around.zone);
    let day = super::child::day(at.date_naive());
    match (say::is_whole_day(at), about) {
        (true, _) => day,
        (false, true) => format!("{day}, about {}", at.format("%H:%M")),
        (false, false) => format!("{day}, {}", at.format("%H:%M")),
    }
}
