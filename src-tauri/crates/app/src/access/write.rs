//! Writing a sheet: a new one, one in the place of another, one struck; each signed, each with its reason.

use domain::access::{ASKED, Access, Ending, Extension, Named, PART_REQUEST, Pause, Search, Thing};
use domain::concern::PART_REASON;
use domain::id::{AccessId, PupilId};
use domain::room::Room as RoomKind;
use history::{Hash, PublicKey};
use rand_core::RngCore;
use serde::Serialize;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::sheets::{Sheet, Typed, read_asked};
use super::{decide, kept, may, missing, opened, readable, release, request_of};
use crate::Office;
use crate::reason::SHORTEST_REASON;
use crate::wire::{AccessForm, AccessSheet, Done, Fault, FaultKind, Topic};

/// Signs a sheet. When this returns it is on the disk. Gives the request's id.
pub fn write_access(office: &mut Office, form: AccessForm) -> Result<Done<String>, Fault> {
    may(office)?;
    let id = match form.sheet {
        AccessSheet::Request => asked(office, &form)?,
        AccessSheet::Pause => thing::<Pause>(office, &form, |access| &access.pauses)?,
        AccessSheet::Extension => thing::<Extension>(office, &form, |access| &access.extensions)?,
        AccessSheet::Search => thing::<Search>(office, &form, |access| &access.searches)?,
        AccessSheet::Named => thing::<Named>(office, &form, |access| &access.named)?,
        AccessSheet::Ending => thing::<Ending>(office, &form, |access| &access.endings)?,
        AccessSheet::Decision => decide::decide(office, &form)?,
        AccessSheet::Release => release::release(office, &form)?,
    };
    kept::forget(office, &form);
    Ok(Done {
        value: id,
        touched: vec![Topic::Concerns],
    })
}

/// The request that a sheet is about.
pub(super) fn about(office: &Office, form: &AccessForm) -> Result<(AccessId, Access), Fault> {
    let (id, access) = opened(office, form.request.as_deref().ok_or_else(missing)?)?;
    readable(&access)?;
    Ok((id, access))
}

/// An entry of one part about a request.
pub(super) fn entry<T: Serialize>(
    (kind, part): (&'static str, &'static str),
    (id, pupil): (AccessId, PupilId),
    what: &T,
    (supersedes, reason): (Vec<[u8; 32]>, &str),
) -> Result<NewEntry, Fault> {
    let content = serde_json::to_vec(what).map_err(|_| Fault::stopped())?;
    let mut parts = vec![(part, Zeroizing::new(content))];
    if !reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    Ok(NewEntry {
        kind,
        subjects: vec![id.0, pupil.0],
        supersedes,
        happened: None,
        parts,
        blobs: Vec::new(),
    })
}

/// What was opened still stands there.
pub(super) fn as_opened(heads: &[[u8; 32]], base: &[String]) -> Result<(), Fault> {
    let same = heads.len() == base.len()
        && heads
            .iter()
            .all(|entry| base.contains(&history::to_hex(entry)));
    if same {
        Ok(())
    } else {
        Err(Fault::changed_since())
    }
}

/// Why something is written in the place of another.
pub(super) fn reason(form: &AccessForm, same: bool) -> Result<String, Fault> {
    if same {
        return Err(Fault::new(
            FaultKind::Refused,
            "Nothing is different from what stands there.",
        )
        .kept("Nothing was signed."));
    }
    let reason = form.reason.trim();
    if reason.chars().count() < SHORTEST_REASON {
        return Err(Fault::field("reason", "Say why, in a sentence"));
    }
    Ok(reason.to_owned())
}

fn thing<T: Sheet>(
    office: &mut Office,
    form: &AccessForm,
    among: fn(&Access) -> &Vec<Thing<T>>,
) -> Result<String, Fault> {
    let (id, access) = about(office, form)?;
    let before = match form.thing.as_deref() {
        Some(key) => {
            let mut all = among(&access).iter();
            Some(all.find(|thing| thing.key == key).ok_or_else(missing)?)
        }
        None => None,
    };
    let heads = before
        .map(|thing| thing.of.head_entries())
        .unwrap_or_default();
    as_opened(&heads, &form.base)?;
    let last = before.and_then(Thing::last).map(|kept| &kept.what);
    let mut what = match (form.strike, last) {
        (true, Some(last)) => last.clone(),
        (true, None) => return Err(missing()),
        (false, _) => {
            let mut typed = Typed::of(form, office.around.local().date_naive());
            let read = T::read(&mut typed);
            typed.settle(read)?
        }
    };
    what.put(before.map(|thing| thing.key.clone()), form.strike);
    let reason = match last {
        Some(last) => {
            let mut stood = last.clone();
            stood.put(before.map(|thing| thing.key.clone()), last.is_struck());
            reason(form, heads.len() < 2 && stood == what)?
        }
        None => String::new(),
    };
    let pupil = request_of(&access)?.pupil;
    let entry = entry((T::KIND, T::PART), (id, pupil), &what, (heads, &reason))?;
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(id.to_string())
}

fn asked(office: &mut Office, form: &AccessForm) -> Result<String, Fault> {
    let mut typed = Typed::of(form, office.around.local().date_naive());
    let (id, request, heads, reason) = match form.request {
        Some(_) => {
            let (id, access) = about(office, form)?;
            let heads = access.asked.head_entries();
            as_opened(&heads, &form.base)?;
            let stood = request_of(&access)?;
            let read = read_asked(&mut typed, stood.number.clone(), stood.pupil);
            let read = typed.settle(read)?;
            let reason = reason(form, heads.len() < 2 && *stood == read)?;
            (id, read, heads, reason)
        }
        None => {
            let pupil = form.pupil.as_deref().ok_or_else(missing)?;
            let pupil = pupil.parse().map_err(|_| missing())?;
            let whole = office.whole_pupil(pupil)?;
            let number = next_number(office)?;
            let read = read_asked(&mut typed, number, whole.id);
            let read = typed.settle(read)?;
            let mut id = [0; 16];
            office.around.rng.fill_bytes(&mut id);
            (AccessId(id), read, Vec::new(), String::new())
        }
    };
    let entry = entry(
        (ASKED, PART_REQUEST),
        (id, request.pupil),
        &request,
        (heads, &reason),
    )?;
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(id.to_string())
}

/// `MV-26-ABC-S1`: as records are numbered, with a count of its own for each writer.
fn next_number(office: &Office) -> Result<String, Fault> {
    let writer = PublicKey(office.sitting()?.writer.public());
    let count = may(office)?.access_requests_by(&writer)?.saturating_add(1);
    let record = office.next_number(RoomKind::Pupils)?;
    let before = record
        .rsplit_once('-')
        .map_or(record.as_str(), |(before, _)| before);
    Ok(format!("{before}-S{count}"))
}

/// A fingerprint of a set, by which is noticed that it is not the one that was looked at.
pub(super) fn root(text: &str) -> String {
    Hash::of(&[text.as_bytes()]).to_string()
}
