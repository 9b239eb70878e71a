//! A filled checklist, to be read from at a telephone or kept with what was sent.

use domain::checklist::SentAnswer;
use guidance::{Checklist, ItemKind, Needed};
use papers::{Asked, ChecklistFacts, ChecklistPart, LaidOut};

use super::About;
use super::facts::printed;
use crate::Office;
use crate::guide::{Stands, checklist_opened, checklist_stands, needed_now};
use crate::wire::Fault;
use domain::room::Room as RoomKind;

/// What is asked of it.
pub(super) struct Wanted<'a> {
    /// Which.
    pub(super) id: &'a str,
    /// In large type.
    pub(super) large: bool,
    /// What it is printed for.
    pub(super) purpose: &'a str,
}

/// Lays it out, and notes that what it is about was opened for it.
pub(super) fn lay_out(
    office: &mut Office,
    wanted: &Wanted<'_>,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    let (kind, filled, page) = checklist_opened(office, wanted.id)?;
    let concern = filled.begun.what.concern;
    let standing = checklist_stands(office, kind, &filled, &page)?;
    standing.note_looks(office, kind);
    // The words of the child's page are on it: its history is vouched for too.
    let rooms = match standing.pupil {
        Some(_) if kind != RoomKind::Pupils => vec![kind, RoomKind::Pupils],
        _ => vec![kind],
    };
    let printed = printed(office, &rooms, wanted.purpose, None)?;
    let all = standing.all;
    let record_no = concern
        .and_then(|concern| office.room(kind)?.concern_line(concern).ok())
        .map(|line| line.record_no)
        .unwrap_or_default();
    let mut about = Vec::new();
    about.push(match (&filled.sent, &filled.dropped) {
        (Some(kept), _) => {
            let at = kept.what.at.unwrap_or(kept.step.written);
            let reference = match kept.what.reference.as_str() {
                "" => String::new(),
                reference => format!(", reference {reference}"),
            };
            let done = match page.goes_to {
                Some(_) => "Sent",
                None => "Done",
            };
            format!(
                "{done} {}{reference}. Signed by {}.",
                office.full(at),
                kept.step.author.name
            )
        }
        (None, Some(kept)) => format!("Put away unsent: {}", kept.what.reason),
        (None, None) => match page.goes_to {
            Some(_) => "Not sent yet.".to_owned(),
            None => "Not done with yet.".to_owned(),
        },
    });
    about.extend(standing.cautions);
    about.push(format!(
        "Version {} of the checklist. {}",
        page.version, page.note
    ));
    let mut left = all.iter();
    let sections = page.sections.iter().map(|section| ChecklistPart {
        title: section.title.clone(),
        items: left
            .by_ref()
            .take(section.items.len())
            .map(|stands| asked(stands, needed_now(stands.item, &all)))
            .collect(),
    });
    let before = filled.sent_before.iter().map(|kept| ChecklistPart {
        title: format!(
            "As it went {}, before it was opened again",
            office.full(kept.what.at.unwrap_or(kept.step.written))
        ),
        items: kept
            .what
            .answers
            .iter()
            .filter_map(|answer| went(&page, answer))
            .collect(),
    });
    let facts = ChecklistFacts {
        printed,
        title: page.title.clone(),
        record_no: record_no.clone(),
        warnings: page.warnings.clone(),
        about,
        sections: sections.chain(before).collect(),
        large: wanted.large,
    };
    let laid_out = papers::checklist(&facts)?;
    let about = About {
        room: kind,
        what: if concern.is_some() {
            "concern"
        } else {
            "checklist"
        },
        id: concern.map_or_else(|| wanted.id.to_owned(), |concern| concern.to_string()),
        purpose: wanted.purpose.trim().to_owned(),
        concerns: Vec::new(),
        listed: Vec::new(),
    };
    let name = match record_no.as_str() {
        "" => "strongroom-checklist.pdf".to_owned(),
        number => format!("strongroom-{}-checklist.pdf", number.to_lowercase()),
    };
    Ok((laid_out, name, Some(about)))
}

fn asked(stands: &Stands<'_>, needed: bool) -> Asked {
    let part = !stands.lacks.is_empty() && !stands.lines.is_empty();
    let instead = match (stands.unknown, stands.item.required) {
        (true, _) => "Nobody knows.",
        (false, Needed::IfApplicable) if !needed => "\u{2014}",
        (false, Needed::IfApplicable | Needed::Required | Needed::Recommended) => "Not answered.",
    };
    Asked {
        prompt: stands.item.prompt.clone(),
        answer: stands
            .lines
            .iter()
            .cloned()
            .chain(part.then(|| format!("Only part of it: {}.", stands.lacks)))
            .chain(
                stands
                    .beside
                    .iter()
                    .map(|said| format!("Also answered: {said}")),
            )
            .collect(),
        instead: match (part, stands.lacks.as_str()) {
            (false, lacks) if !lacks.is_empty() => format!("Not answered: {lacks}."),
            _ => instead.to_owned(),
        },
        from: stands.from.clone(),
        spelt: matches!(
            stands.item.kind,
            ItemKind::Table | ItemKind::Url | ItemKind::UrlList | ItemKind::Email
        ) && stands.lines.iter().all(|line| line.chars().count() < SPELT),
    }
}

/// The longest line that is read letter by letter, in characters.
const SPELT: usize = 80;

/// An answer as it went with an earlier sending.
fn went(page: &Checklist, answer: &SentAnswer) -> Option<Asked> {
    let instead = match answer.unknown {
        true => "Nobody knew.",
        false => "Not answered.",
    };
    Some(Asked {
        prompt: page.item(&answer.item)?.prompt.clone(),
        answer: answer.lines.clone(),
        instead: instead.to_owned(),
        from: answer.from.clone(),
        spelt: false,
    })
}
