//! A sheet to be written or put right, with all that was written of it.

use domain::access::{Access, EXEMPTIONS};

use super::held::{AllHeld, held};
use super::kept;
use super::stood::{asked, decisions, ending, first, of, release};
use super::{may, missing, opened, request_of};
use crate::wire::{AccessChoice, AccessExemption, AccessForm, AccessSheet, AccessSheetView, Fault};
use crate::{Office, say};

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
            .extend(first(office, form.sheet, held.as_ref(), (&access, pupil))?);
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
        papers: None,
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
