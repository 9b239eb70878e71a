//! What goes out: the decided set, recorded with the state in which each record went, so that it can be shown to be that for good.

use domain::access::{
    Access, ENDED, Ending, Looked, Outcome, PART_ENDING, PART_RELEASE, PrintedThen, RELEASED,
    Reason, Release, Released, exemption,
};
use domain::look::Look;
use domain::room::Room as RoomKind;

use papers::Printed;

use super::held::{AllHeld, Held, held};
use super::request_of;
use super::sheets::{Typed, on};
use super::stops::{Stands, stands, stops, undecided};
use super::write::{about, entry, root};
use crate::Office;
use crate::paper::printed;
use crate::wire::{AccessForm, Fault, FaultKind};

/// The most concerns that one entry can name beside the request and the pupil.
const MOST: usize = 400;

/// The decided set as it stands now: what would go out, with nothing yet of when and how.
pub(super) fn set(office: &Office, access: &Access, held: &AllHeld) -> Result<Release, Fault> {
    let request = request_of(access)?.clone();
    let facts = office.pupil_facts(request.pupil)?;
    let set: Vec<Released> = held
        .all
        .iter()
        .filter_map(|one| match stands(access, one) {
            Stands::Decided(kept) => Some(released(one, &kept.what)),
            Stands::Open | Stands::Differs | Stands::Changed(_) => None,
        })
        .collect();
    let searched = access
        .searches
        .iter()
        .filter_map(|thing| Some(&thing.last()?.what))
        .filter(|search| !search.struck)
        .map(|search| Looked {
            place: search.place.clone(),
            said: format!(
                "{}, {}. Words: {}. Found: {}",
                search.by,
                on(search.on),
                search.words,
                search.found
            ),
        })
        .collect();
    let number = u32::try_from(access.releases.len()).unwrap_or(u32::MAX);
    let mut release = Release {
        number: number.saturating_add(1),
        pupil: facts.map(|facts| facts.name()).unwrap_or_default(),
        on: office.around.local().date_naive(),
        to: request.who.clone(),
        how: String::new(),
        open: u32::try_from(undecided(access, held)).unwrap_or(u32::MAX),
        rest: String::new(),
        set,
        searched,
        root: String::new(),
        printed: PrintedThen::default(),
        papers: None,
        request,
    };
    release.root = root(&release.as_text());
    Ok(release)
}

fn released(held: &Held, decision: &domain::access::Decision) -> Released {
    let reasons = decision.exemptions.iter().map(|code| {
        let known = exemption(code);
        Reason {
            code: code.clone(),
            plain: known.map_or_else(String::new, |one| one.plain.to_owned()),
            law: known.map_or_else(String::new, |one| one.law.to_owned()),
        }
    });
    Released {
        item: held.item,
        what: held.what.clone(),
        outcome: decision.outcome,
        reasons: reasons.collect(),
        note: decision.note.clone(),
        unsaid: decision.unsaid,
        state: held.state.clone(),
        last: held.last.clone(),
        sha256: held.sha256.clone(),
    }
}

/// Signs what goes out. That each record of which something goes was taken out is kept with it, and where nothing is open the request
/// ends: all in one step.
pub(super) fn release(office: &mut Office, form: &AccessForm) -> Result<String, Fault> {
    let (id, access) = about(office, form)?;
    let pupil = request_of(&access)?.pupil;
    let held = held(office, pupil)?;
    let stops = stops(&access, &held);
    if let Some(first) = stops.first() {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Nothing can go out yet: something is to be settled first.",
        )
        .kept("Nothing was released.")
        .next(first.clone());
        if stops.len() > 1 {
            fault = fault.next(format!("{first} There is more: it stands on the page."));
        }
        return Err(fault);
    }
    let decided = set(office, &access, &held)?;
    if form.base != [decided.root.clone()] {
        return Err(Fault::changed_since());
    }
    let mut typed = Typed::of(form, office.around.local().date_naive());
    let rest = typed.words("rest");
    if decided.open > 0 && rest.is_empty() {
        typed.refuse(
            "rest",
            "Some records are still to be decided. Decide, or say why they follow later",
        );
    }
    if decided.set.is_empty() {
        typed.refuse(
            "rest",
            "Nothing is decided yet, so there is nothing to answer with",
        );
    }
    let read = Release {
        on: typed.past_needed("on", "Say which day it went"),
        to: typed.needed("to", "Say to whom it went"),
        how: typed.needed(
            "how",
            "Say how it went, and how you made sure it reached nobody else",
        ),
        rest: if decided.open > 0 {
            rest
        } else {
            String::new()
        },
        ..decided
    };
    let mut release = typed.settle(read)?;
    let purpose = purpose(&release);
    let now = printed(office, &[RoomKind::Pupils], &purpose, None)?;
    release.printed = then(office, now);
    // Laid out before anything is signed: what cannot be made is said while everything can still be put right.
    let kept = form.papers.as_ref();
    let kept = kept.map(|redact| super::went::keep(office, &release, redact));
    let blob = kept.transpose()?.map(|(papers, blob)| {
        release.papers = Some(papers);
        blob
    });
    let went = |one: &&Released| one.outcome != Outcome::Withhold;
    let looks = release.set.iter().filter(went).filter_map(|one| {
        let how = match one.outcome {
            Outcome::Part => "given in part",
            Outcome::Give | Outcome::Withhold => "given",
        };
        look(
            one,
            format!("{how} in answer to {}", release.request.number),
        )
    });
    let looks: Vec<Look> = looks.collect();
    let mut said = entry(
        (RELEASED, PART_RELEASE),
        (id, pupil),
        &release,
        (Vec::new(), ""),
    )?;
    let concerns = release
        .set
        .iter()
        .filter(went)
        .filter_map(|one| match one.item {
            domain::access::Item::Concern(concern) => Some(concern.0),
            domain::access::Item::Details | domain::access::Item::File(_) => None,
        });
    said.subjects.extend(concerns.take(MOST));
    said.blobs.extend(blob);
    let mut entries = vec![said];
    if release.open == 0 {
        let ending = Ending {
            how: "answered".to_owned(),
            why: format!("Release {} answers it.", release.number),
            struck: false,
        };
        let before = access.endings.first();
        let heads = before
            .map(|thing| thing.of.head_entries())
            .unwrap_or_default();
        entries.push(entry(
            (ENDED, PART_ENDING),
            (id, pupil),
            &ending,
            (heads, ""),
        )?);
    }
    let written = office.write_looks(RoomKind::Pupils, looks, entries);
    if let (Err(_), Some((hash, _))) = (&written, blob) {
        // Nothing names it: it would be carried into every backup for good.
        vault::blob::remove(office.folder()?, &hash)?;
    }
    written?;
    Ok(id.to_string())
}

fn look(one: &Released, detail: String) -> Option<Look> {
    match one.item {
        domain::access::Item::Concern(id) => Some(Look {
            what: "concern".to_owned(),
            id: Some(id.to_string()),
            detail: Some(detail),
        }),
        // A file's own looks say who opened it, and nobody did.
        domain::access::Item::File(_) | domain::access::Item::Details => None,
    }
}

/// What the foot of its papers says.
pub(super) fn then(office: &Office, now: Printed) -> PrintedThen {
    PrintedThen {
        school: now.school,
        marking: now.marking,
        by: now.by,
        at: now.at,
        on: Some(office.around.local().date_naive()),
        checkpoint: now.checkpoint,
    }
}

/// What its paper is for.
pub(super) fn purpose(release: &Release) -> String {
    format!(
        "Request for a pupil\u{2019}s file {}",
        release.request.number
    )
}
