//! What stands on a sheet before anything is typed: what was written of it, or what a new one begins with.

use domain::access::{Access, Ending, Thing};
use domain::case::Kept;
use domain::versions::Versions;

use super::decide::{self, decision_facts, decision_fields};
use super::held::AllHeld;
use super::missing;
use super::release::set;
use super::sheets::{Fields, Sheet, asked_facts, asked_fields, fields, iso};
use super::stops::{stops, undecided};
use crate::Office;
use crate::wire::{AccessFact, AccessSheet, AccessVersion, Fault};

/// What stands on a sheet.
#[derive(Default)]
pub(super) struct Stood {
    /// As it is typed.
    pub(super) fields: Fields,
    /// Records it is about.
    pub(super) items: Vec<String>,
    /// What would be signed over.
    pub(super) base: Vec<String>,
    /// Something stands there already.
    pub(super) corrects: bool,
    /// It is struck.
    pub(super) struck: bool,
    /// Everything that was written of it.
    pub(super) versions: Vec<AccessVersion>,
    /// What must be settled first.
    pub(super) stops: Vec<String>,
    /// What it is called by.
    pub(super) thing: Option<String>,
}

/// What a new sheet begins with.
pub(super) fn first(
    office: &Office,
    sheet: AccessSheet,
    held: Option<&AllHeld>,
    (access, pupil): (&Access, domain::id::PupilId),
) -> Result<Fields, Fault> {
    let today = iso(Some(office.around.local().date_naive()));
    let me = office.sitting()?.opened.card.name.clone();
    Ok(match (sheet, held) {
        (AccessSheet::Request, _) => fields([("received", today)]),
        (AccessSheet::Pause, _) => fields([("from", today)]),
        (AccessSheet::Extension, _) => fields([("months", "2".to_owned())]),
        (AccessSheet::Search, _) if !access.searches.is_empty() => {
            fields([("by", me), ("on", today)])
        }
        // The first place is this one.
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

/// Who asks, for what.
pub(super) fn asked(office: &Office, access: &Access) -> Stood {
    Stood {
        fields: access.request().map(asked_fields).unwrap_or_default(),
        base: hex(&access.asked.head_entries()),
        corrects: access.request().is_some(),
        versions: versions(office, &access.asked, asked_facts, |_| false),
        ..Stood::default()
    }
}

/// One thing among others, or a new one.
pub(super) fn of<T: Sheet>(
    office: &Office,
    all: &[Thing<T>],
    key: Option<&str>,
) -> Result<Stood, Fault> {
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
pub(super) fn ending(office: &Office, all: &[Thing<Ending>]) -> Result<Stood, Fault> {
    of(office, all, all.first().map(|thing| thing.key.as_str()))
}

/// What was decided of some records.
pub(super) fn decisions(
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

/// What would go out now.
pub(super) fn release(office: &Office, access: &Access, held: &AllHeld) -> Result<Stood, Fault> {
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
