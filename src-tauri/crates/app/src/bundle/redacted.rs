//! A bundle that does not show everything: what is taken in hand before it is laid out, and the last look before it leaves.

use std::sync::Arc;

use domain::concern::Concern;
use domain::evidence::{LeftOut, Redaction as Kept, Whole};
use domain::id::ChecklistId;
use domain::room::Room as RoomKind;
use papers::LaidOut;
use serde_json::Value;

use super::continuity::{Event, cells};
use super::create::Ready;
use super::exhibits::{Going, number_of};
use super::on_pages::{MOST_HELD, OnPages, text_of};
use super::redacted_picture;
use super::select::Chosen;
use crate::Office;
use crate::guide::{checklist_opened, checklist_stands};
use crate::office::not_a_member;
use crate::redact::{Of, Redaction, kept_passages, kept_pictures};
use crate::wire::{BundleSpec, Fault};

/// So many bundles are looked through for the one of which this is an edition.
pub(super) const LOOKED_THROUGH: u32 = 1_000;

/// Whether the originals of its exhibits go with it.
pub(super) fn originals(spec: &BundleSpec) -> bool {
    let redact = spec.redact.as_ref();
    redact.is_none_or(|redact| {
        redact.originals && redact.passages.is_empty() && redact.pictures.is_empty()
    })
}

/// Takes a redaction in hand, where one is asked for: from now on every paper is looked through with it. What does not go for its sake is
/// named among what is left out.
pub(super) fn begin(
    office: &mut Office,
    spec: &BundleSpec,
    (chosen, going): (&mut Chosen, &[Going]),
) -> Result<Option<Arc<Redaction>>, Fault> {
    let Some(asked) = &spec.redact else {
        return Ok(None);
    };
    let pupils: Vec<_> = chosen.pupils.iter().map(|(id, _)| *id).collect();
    let redaction = Arc::new(Redaction::of(office, asked, (&pupils, &chosen.concerns))?);
    if !originals(spec) && !going.is_empty() {
        let references: Vec<String> = going.iter().map(|one| one.exhibit.reference()).collect();
        chosen.left_out.push(LeftOut {
            what: format!("The originals of exhibits: {}", references.join(", ")),
            why: "Not in this edition: they may say what is removed from it, or name others. Plain texts among them are laid out again, and pictures that were looked at.".to_owned(),
            not_held: false,
            elsewhere: false,
        });
    }
    for (id, list) in of_others(office, &chosen.concerns, &redaction)? {
        chosen.not_shown.insert(id);
        chosen.left_out.push(list);
    }
    office.leaving.no_hashes = !originals(spec);
    office.redaction = Some(redaction.in_hand());
    Ok(Some(redaction))
}

/// Checklists that were filled about a pupil who is a letter: their answers say who that is, line by line.
pub(crate) fn of_others(
    office: &Office,
    concerns: &[Concern],
    redaction: &Redaction,
) -> Result<Vec<(ChecklistId, LeftOut)>, Fault> {
    let mut left_out = Vec::new();
    if !redaction.letters() {
        return Ok(left_out);
    }
    for concern in concerns {
        let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
        for list in room.checklists_of(concern.id)? {
            let (kind, filled, page) = checklist_opened(office, &list.id.to_string())?;
            let pupil = checklist_stands(office, kind, &filled, &page)?.pupil;
            if pupil.is_some_and(|pupil| !redaction.is_about(pupil)) {
                let said = LeftOut {
                    what: format!("Checklist of record {}: {}", number_of(concern), list.title),
                    why: "It was filled about another pupil.".to_owned(),
                    not_held: false,
                    elsewhere: false,
                };
                left_out.push((list.id, said));
            }
        }
    }
    Ok(left_out)
}

/// What of each exhibit can be read, and pictures that whoever makes the bundle looked at, without what is cut out of them. Nothing else of
/// it is shown, whether its original goes or not: a page must not name whom the others leave out. That it was looked at is kept.
pub(super) fn texts(office: &mut Office, ready: &Ready<'_>) -> Result<Vec<OnPages>, Fault> {
    let why = match ready.originals {
        true => {
            "Nothing could be taken out of it, so it is on no page of this edition. The original may name others."
        }
        false => "Not in this edition: nothing could be taken out of it.",
    };
    let mut all = Vec::new();
    let mut left = MOST_HELD;
    for one in &ready.going {
        if let Some(picture) = redacted_picture::shown(office, ready, one, &mut left)? {
            all.push(picture);
            continue;
        }
        all.push(match text_of(office, &one.fact)? {
            None => OnPages::No(why.to_owned()),
            Some(text) => {
                let detail = Some(format!("as a text in redacted bundle {}", ready.number));
                let id = Some(one.fact.id.to_string());
                office.note_look(RoomKind::Pupils, "file", id, detail);
                OnPages::Text(text)
            }
        });
    }
    Ok(all)
}

/// What happened to each exhibit, for an edition without originals: it did not go.
pub(super) fn not_gone(events: Vec<Event>, number: &str) -> Vec<Event> {
    let all = events.into_iter().map(|event| Event {
        // Whoever guesses what was taken out could tell by it.
        sha256: String::new(),
        ..event
    });
    all.map(|event| match event.event {
        "exported" => Event {
            event: "not supplied",
            detail: format!("Named in bundle {number}, an edition without originals"),
            ..event
        },
        _ => event,
    })
    .collect()
}

/// The log as it may be shown.
pub(super) fn log(
    redaction: Option<&Arc<Redaction>>,
    log: Vec<Event>,
) -> Result<Vec<Event>, Fault> {
    let Some(redaction) = redaction else {
        return Ok(log);
    };
    let redactor = redaction.redactor();
    let log: Vec<Event> = log
        .into_iter()
        .map(|event| Event {
            who: redactor.plain(&event.who),
            detail: redactor.plain(&event.detail),
            ..event
        })
        .collect();
    for event in &log {
        let cells = cells(event);
        redaction.search_file(
            "the continuity log",
            cells.iter().map(String::as_str),
            Of::Words,
        )?;
    }
    Ok(log)
}

/// The last look: nothing that was to go stands on any page of a paper.
pub(super) fn search(
    office: &Office,
    redaction: Option<&Arc<Redaction>>,
    (paper, name): (&LaidOut, &str),
) -> Result<(), Fault> {
    match redaction {
        Some(redaction) => redaction.search_paper(paper, name, &office.watch()),
        None => Ok(()),
    }
}

/// The same of everything else that goes, by its name and its words.
pub(super) fn search_beside<'a>(
    redaction: Option<&Arc<Redaction>>,
    names: impl Iterator<Item = &'a str>,
    crate_file: &str,
    facts: &[(&str, String)],
) -> Result<(), Fault> {
    search_names(redaction, names)?;
    let Some(redaction) = redaction else {
        return Ok(());
    };
    let said: Value = serde_json::from_str(crate_file).map_err(|_| Fault::stopped())?;
    let mut texts = Vec::new();
    not_ours(&said, &mut texts);
    redaction.search_file("ro-crate-metadata.json", texts, Of::House)?;
    let facts = facts.iter().map(|(_, said)| said.as_str());
    redaction.search_file("bag-info.txt", facts, Of::House)
}

/// The same of names of files.
pub(super) fn search_names<'a>(
    redaction: Option<&Arc<Redaction>>,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), Fault> {
    match redaction {
        Some(redaction) => redaction.search_file("the name of a file", names, Of::Words),
        None => Ok(()),
    }
}

/// What of the file for programs is not the same in every bundle.
fn not_ours<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    const OURS: [&str; 5] = ["description", "license", "@type", "@context", "conformsTo"];
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(all) => all.iter().for_each(|one| not_ours(one, texts)),
        Value::Object(all) => all
            .iter()
            .filter(|(name, _)| !OURS.contains(&name.as_str()))
            .for_each(|(_, one)| not_ours(one, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What is kept of it in the vault.
pub(super) fn kept(
    office: &Office,
    spec: &BundleSpec,
    chosen: &Chosen,
    redaction: &Redaction,
) -> Result<Option<Kept>, Fault> {
    let Some(asked) = &spec.redact else {
        return Ok(None);
    };
    Ok(Some(Kept {
        letters: asked.letters,
        key: redaction.key(),
        passages: kept_passages(asked),
        pictures: kept_pictures(asked),
        originals: originals(spec),
        of: whole(office, chosen)?,
    }))
}

/// The last bundle of the same records of which nothing was taken out.
fn whole(office: &Office, chosen: &Chosen) -> Result<Option<Whole>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let pupils: Vec<_> = chosen.pupils.iter().map(|(id, _)| *id).collect();
    let mut concerns: Vec<_> = chosen.concerns.iter().map(|concern| concern.id).collect();
    concerns.sort();
    let lines = room.bundles(LOOKED_THROUGH)?.into_iter();
    let same = lines.map(|line| line.made).find(|made| {
        let mut theirs: Vec<_> = made.supplied.iter().filter_map(|one| one.concern).collect();
        theirs.sort();
        theirs.dedup();
        made.redaction.is_none() && made.pupils == pupils && theirs == concerns
    });
    Ok(same.map(|made| Whole {
        number: made.number,
        root: made.root,
    }))
}
