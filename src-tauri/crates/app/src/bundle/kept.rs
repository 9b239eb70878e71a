//! What somebody has typed for a bundle that is not made yet: theirs alone, through a lock and a flat battery.

use vault::locker::LockerId;

use crate::Office;
use crate::concern::Kept;
use crate::wire::{BundleSelect, BundleSpec, Fault, KeptDraft};

/// Keeps it as it stands, in the place of what was kept for the same pupils and concerns.
pub fn keep_bundle(office: &mut Office, spec: BundleSpec) -> Result<KeptDraft, Fault> {
    super::create::may(office)?;
    let id = id_of(&spec.select);
    let at = (office.around.now)().timestamp_millis();
    let spec = Box::new(spec);
    office.keep(id, &Kept::Bundle { at, spec })?;
    Ok(KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    })
}

/// It is made now.
pub(super) fn forget(office: &Office, select: &BundleSelect) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(select));
    }
}

/// What is kept, and when it was, in milliseconds. What cannot be read is not offered.
pub(super) fn kept(office: &Office, select: &BundleSelect) -> Option<(i64, BundleSpec)> {
    match office.kept(id_of(select)) {
        Ok(Kept::Bundle { at, spec }) => Some((at, *spec)),
        Ok(_) | Err(_) => None,
    }
}

/// By the pupils and concerns; the days may still change.
fn id_of(select: &BundleSelect) -> LockerId {
    let of = [&select.pupils, &select.concerns].map(|ids| ids.join(","));
    LockerId::of(
        b"strongroom-bundle-draft/v1\n",
        &of.each_ref().map(String::as_str),
    )
}
