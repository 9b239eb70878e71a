//! A sheet to be written or put right, with all that was written of it.

use domain::access::{Access, EXEMPTIONS, Ending, Thing};
use domain::case::Kept;
use domain::versions::Versions;

use super::decide::{self, decision_facts, decision_fields};
use super::held::{AllHeld, held};
use super::kept;
use super::release::set;
use super::sheets::{Fields, Sheet, asked_facts, asked_fields, fields, iso};
use super::stops::{stops, undecided};
use super::{may, missing, opened, request_of};
use crate::wire::{
    AccessChoice, AccessExemption, AccessFact, AccessForm, AccessSheet, AccessSheetView,
    AccessVersion, Fault,
};
use crate::{Office, say};

/// What stands on a sheet.
#[derive(Default)]
struct Stood {
    fields: Fields,
    items: Vec<String>,
    base: Vec<String>,
    corrects: bool,
    struck: bool,
    versions: Vec<AccessVersion>,
    stops: Vec<String>,
    thing: Option<String>,
}

/// Opens a sheet that its form names, as it stands or as whoever is in left it.
pub fn access_sheet(office: &Office, form: AccessForm) -> Result<AccessSheetView, Fault> {
    may(office)?;
    let today = office.around.local().date_naive();
    let (access, pupil) = match form.request.as_deref() {
        Some(id) => {
            let (_, access) = opened(office, id)?;
            let pupil = request_of(&access)?.pupil;
            (access, pupil)
        }
        None => {
            let pupil = form.pupil.as_deref().ok_or_else(missing)?;
            let pupil = pupil.parse().map_err(|_| missing())?;
            (Access::default(), office.whole_pupil(pupil)?.id)
        }
    };
    let held = match form.sheet {
        AccessSheet::Decision | AccessSheet::Named | AccessSheet::Release | AccessSheet::Search => {
            Some(held(office, pupil)?)
        }
        AccessSheet::Request
        | AccessSheet::Pause
        | AccessSheet::Extension
        | AccessSheet::Ending => None,
    };
    let key = form.thing.as_deref();
    let mut stood = match (form.sheet, held.as_ref()) {
        (AccessSheet::Request, _) => asked(office, &access),
        (AccessSheet::Pause, _) => of(office, &access.pauses, key)?,
        (AccessSheet::Extension, _) => of(office, &access.extensions, key)?,
        (AccessSheet::Search, _) => of(office, &access.searches, key)?,
        (AccessSheet::Named, _) => of(office, &access.named, key)?,
        (AccessSheet::Ending, _) => ending(office, &access.endings)?,
        (AccessSheet::Decision, Some(held)) => decisions(office, &access, held, &form.items)?,
        (AccessSheet::Release, Some(held)) => release(office, &access, held)?,
        (AccessSheet::Decision | AccessSheet::Release, None) => return Err(missing()),
    };
    if stood.versions.is_empty() {
        stood
            .fields
            .extend(first(office, form.sheet, held.as_ref(), pupil)?);
        if form.sheet == AccessSheet::Named {
            stood.items.extend(form.items.iter().cloned());
        }
    }
    let fresh = AccessForm {
        sheet: form.sheet,
        request: form.request.clone(),
        pupil: form.pupil.clone(),
        thing: stood.thing.clone().or(form.thing.clone()),
        items: stood.items,
        base: stood.base,
        fields: stood.fields,
        reason: String::new(),
        strike: false,
    };
    let now = fresh.base.clone();
    let kept = kept::kept(office, &fresh).map(|(at, mut form)| {
        if form.sheet == AccessSheet::Release {
            // What goes is never typed: the page shows the set as it is now.
            form.base.clone_from(&now);
        }
        (at, form)
    });
    let overtaken = kept.as_ref().is_some_and(|(_, form)| form.base != now);
    let at = kept.as_ref().map(|(at, _)| *at);
    let form = kept.map_or(fresh, |(_, form)| form);
    let called = |key: &String| {
        let held = held.as_ref()?.all.iter();
        let mut named = held.filter(|one| one.item.to_string() == *key);
        named.next().map(|one| one.what.clone())
    };
    let facts = office.pupil_facts(pupil)?;
    Ok(AccessSheetView {
        number: access
            .request()
            .map(|request| request.number.clone())
            .unwrap_or_default(),
        pupil_name: facts.map(|facts| facts.name()).unwrap_or_default(),
        items: form.items.iter().filter_map(called).collect(),
        choices: match (form.sheet, held.as_ref()) {
            (AccessSheet::Named, Some(held)) => choices(held),
            (_, _) => Vec::new(),
        },
        corrects: stood.corrects,
        struck: stood.struck,
        kept: at.map(|at| say::since(at, office.around.zone, today)),
        overtaken,
        versions: stood.versions,
        stops: stood.stops,
        now,
        exemptions: exemptions(),
        form,
    })
}

fn choices(held: &AllHeld) -> Vec<AccessChoice> {
    held.all
        .iter()
        .map(|one| AccessChoice {
            key: one.item.to_string(),
            what: match one.others.as_slice() {
                [] => one.what.clone(),
                others => format!("{} (names {})", one.what, others.join(", ")),
            },
        })
        .collect()
}

/// Reasons for which something may be withheld, as the window shows them.
pub(super) fn exemptions() -> Vec<AccessExemption> {
    EXEMPTIONS
        .iter()
        .map(|one| AccessExemption {
            code: one.code.to_owned(),
            title: one.title.to_owned(),
            plain: one.plain.to_owned(),
            law: one.law.to_owned(),
            mind: one.mind.to_owned(),
            ask: one.ask,
        })
        .collect()
}

/// What a new sheet begins with.
fn first(
    office: &Office,
    sheet: AccessSheet,
    held: Option<&AllHeld>,
    pupil: domain::id::PupilId,
) -> Result<Fields, Fault> {
    let today = iso(Some(office.around.local().date_naive()));
    let me = office.sitting()?.opened.card.name.clone();
    Ok(match (sheet, held) {
        (AccessSheet::Request, _) => fields([("received", today)]),
        (AccessSheet::Pause, _) => fields([("from", today)]),
        (AccessSheet::Extension, _) => fields([("months", "2".to_owned())]),
        (AccessSheet::Search, Some(held)) => {
            let names = office.pupil_facts(pupil)?;
            let names = names.map(|facts| {
                let (name, legal) = (facts.name(), facts.legal_name());
                if name == legal {
                    name
                } else {
                    format!("{name}; {legal}")
                }
            });
            let concerns = held
                .all
                .iter()
                .filter(|one| matches!(one.item, domain::access::Item::Concern(_)))
                .count();
            let files = held.all.len().saturating_sub(concerns + 1);
            fields([
                ("where", "Strongroom, the pupils\u{2019} records".to_owned()),
                ("words", names.unwrap_or_default()),
                ("by", me),
                ("on", today),
                ("found", format!("Concerns: {concerns}. Files: {files}")),
            ])
        }
        (_, _) => Fields::new(),
    })
}

fn versions<T>(
    office: &Office,
    all: &Versions<T>,
    said: impl Fn(&T) -> Vec<AccessFact>,
    struck: impl Fn(&T) -> bool,
) -> Vec<AccessVersion> {
    let one = |(place, kept): (usize, &Kept<T>)| AccessVersion {
        at: office.dated(kept.step.written.timestamp_millis()),
        who: kept.step.author.name.clone(),
        reason: kept.reason.clone(),
        struck: struck(&kept.what),
        holds: all.heads.contains(&place),
        facts: said(&kept.what),
    };
    all.versions.iter().enumerate().rev().map(one).collect()
}

fn hex(heads: &[[u8; 32]]) -> Vec<String> {
    heads.iter().map(|entry| history::to_hex(entry)).collect()
}

fn asked(office: &Office, access: &Access) -> Stood {
    Stood {
        fields: access.request().map(asked_fields).unwrap_or_default(),
        base: hex(&access.asked.head_entries()),
        corrects: access.request().is_some(),
        versions: versions(office, &access.asked, asked_facts, |_| false),
        ..Stood::default()
    }
}

fn of<T: Sheet>(office: &Office, all: &[Thing<T>], key: Option<&str>) -> Result<Stood, Fault> {
    let Some(key) = key else {
        return Ok(Stood::default());
    };
    let thing = all
        .iter()
        .find(|thing| thing.key == key)
        .ok_or_else(missing)?;
    let last = thing.last().ok_or_else(missing)?;
    Ok(Stood {
        fields: last.what.fields(),
        items: last.what.items(),
        base: hex(&thing.of.head_entries()),
        corrects: true,
        struck: last.what.is_struck(),
        versions: versions(office, &thing.of, T::facts, T::is_struck),
        stops: Vec::new(),
        thing: Some(key.to_owned()),
    })
}

/// A request has one ending: what is written of it again takes its place.
fn ending(office: &Office, all: &[Thing<Ending>]) -> Result<Stood, Fault> {
    of(office, all, all.first().map(|thing| thing.key.as_str()))
}

fn decisions(
    office: &Office,
    access: &Access,
    held: &AllHeld,
    items: &[String],
) -> Result<Stood, Fault> {
    let chosen = decide::chosen(held, items)?;
    let before: Vec<_> = chosen
        .iter()
        .filter_map(|one| access.decision(&one.item))
        .collect();
    let shown = match (chosen.len(), before.as_slice()) {
        (1, [thing]) => {
            let last = thing.last();
            let fields = last.map(|kept| decision_fields(&kept.what));
            let versions = versions(office, &thing.of, decision_facts, |_| false);
            (fields.unwrap_or_default(), versions)
        }
        (_, _) => (Fields::new(), Vec::new()),
    };
    Ok(Stood {
        fields: shown.0,
        items: chosen.iter().map(|one| one.item.to_string()).collect(),
        base: decide::base(access, &chosen),
        corrects: !before.is_empty(),
        versions: shown.1,
        ..Stood::default()
    })
}

fn release(office: &Office, access: &Access, held: &AllHeld) -> Result<Stood, Fault> {
    let decided = set(office, access, held)?;
    let mut stops = stops(access, held);
    match undecided(access, held) {
        0 => {}
        1 => stops.push(
            "One record is still to be decided. Decide, or say below why it follows later."
                .to_owned(),
        ),
        many => stops.push(format!(
            "{many} records are still to be decided. Decide, or say below why they follow later."
        )),
    }
    Ok(Stood {
        fields: fields([("on", iso(Some(decided.on))), ("to", decided.to.clone())]),
        base: vec![decided.root],
        stops,
        ..Stood::default()
    })
}
