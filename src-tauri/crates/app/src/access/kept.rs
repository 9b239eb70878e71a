//! What somebody has typed about a request and not signed: theirs alone, through a lock and a flat battery.

use vault::locker::LockerId;

use super::may;
use crate::Office;
use crate::concern::Kept;
use crate::wire::{AccessForm, Fault, KeptDraft};

/// Keeps a sheet as it stands, in the place of what was kept of it before. Where nothing is typed, nothing is kept.
pub fn keep_access(office: &mut Office, form: AccessForm) -> Result<KeptDraft, Fault> {
    may(office)?;
    let id = id_of(&form);
    let kept = KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    };
    let blank = form.fields.values().all(|text| text.trim().is_empty());
    if blank && form.reason.trim().is_empty() && form.papers.is_none() {
        office.sitting()?.locker.remove(id)?;
        return Ok(kept);
    }
    let at = (office.around.now)().timestamp_millis();
    let form = Box::new(form);
    office.keep(id, &Kept::Access { at, form })?;
    Ok(kept)
}

/// It is signed now.
pub(super) fn forget(office: &Office, form: &AccessForm) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(form));
    }
}

/// What is kept of a sheet, and when it was, in milliseconds. What cannot be read is not offered.
pub(super) fn kept(office: &Office, form: &AccessForm) -> Option<(i64, AccessForm)> {
    match office.kept(id_of(form)) {
        Ok(Kept::Access { at, form }) => Some((at, *form)),
        Ok(_) | Err(_) => None,
    }
}

/// By the sheet and what it is about. Somebody else who is named is the same sheet whatever records are chosen on it.
fn id_of(form: &AccessForm) -> LockerId {
    let of = form.request.as_deref().or(form.pupil.as_deref());
    let sheet = format!("{:?}", form.sheet);
    let mut items = form.items.clone();
    items.sort();
    let items = if form.sheet == crate::wire::AccessSheet::Decision {
        items.join(",")
    } else {
        String::new()
    };
    LockerId::of(
        b"strongroom-access-draft/v1\n",
        &[
            of.unwrap_or_default(),
            &sheet,
            form.thing.as_deref().unwrap_or_default(),
            &items,
        ],
    )
}
