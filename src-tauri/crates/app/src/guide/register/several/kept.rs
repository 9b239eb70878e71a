//! What somebody has typed into a form for several people and not signed: theirs alone, through a lock and a flat battery.

use vault::locker::LockerId;

use super::super::need;
use super::{is_empty, register_of};
use crate::Office;
use crate::concern::Kept;
use crate::wire::{Fault, KeptDraft, SeveralForm};

/// Keeps it as it stands, in the place of what was kept before of the same agreement. Where nothing is typed, nothing is kept.
pub fn keep_several(office: &mut Office, form: SeveralForm) -> Result<KeptDraft, Fault> {
    need(office, &register_of(office, form.agreement.as_deref())?.0)?;
    let id = id_of(form.agreement.as_deref());
    let kept = KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    };
    if is_empty(&form) {
        office.sitting()?.locker.remove(id)?;
        return Ok(kept);
    }
    let at = (office.around.now)().timestamp_millis();
    let form = Box::new(form);
    office.keep(id, &Kept::Several { at, form })?;
    Ok(kept)
}

/// What was kept, and when, in milliseconds.
pub(super) fn kept(office: &Office, agreement: Option<&str>) -> Option<(i64, SeveralForm)> {
    match office.kept(id_of(agreement)) {
        Ok(Kept::Several { at, form }) => Some((at, *form)),
        Ok(_) | Err(_) => None,
    }
}

/// It is signed now.
pub(super) fn forget(office: &Office, agreement: Option<&str>) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(agreement));
    }
}

fn id_of(agreement: Option<&str>) -> LockerId {
    LockerId::of(
        b"strongroom-several-draft/v1\n",
        &[agreement.unwrap_or_default()],
    )
}
