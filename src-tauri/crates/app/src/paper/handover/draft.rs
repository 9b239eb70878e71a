//! What somebody has typed for a handover sheet, kept for them alone until the sheet was handed out: a lock or a flat
//! battery takes none of it.

use vault::locker::LockerId;

use crate::Office;
use crate::concern::Kept;
use crate::wire::{Fault, HandoverDraft};

/// Keeps it as it stands, in the place of what was kept before. Where nothing is typed, nothing is kept.
pub fn keep_handover(office: &mut Office, draft: HandoverDraft) -> Result<(), Fault> {
    if draft.to.trim().is_empty() && draft.must_know.trim().is_empty() {
        forget(office);
        return Ok(());
    }
    let before = kept(office)?;
    let id = before.map_or_else(|| LockerId::draw(&mut *office.around.rng), |(id, _)| id);
    office.keep(id, &Kept::Handover { form: draft })
}

/// What was typed and not handed out yet.
pub fn kept_handover(office: &Office) -> Result<Option<HandoverDraft>, Fault> {
    Ok(kept(office)?.map(|(_, form)| form))
}

/// The sheet has left, or nothing is on it any more.
pub(in crate::paper) fn forget(office: &Office) {
    if let Ok(Some((id, _))) = kept(office)
        && let Ok(sitting) = office.sitting()
    {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id);
    }
}

fn kept(office: &Office) -> Result<Option<(LockerId, HandoverDraft)>, Fault> {
    let all = office.all_kept()?.into_iter();
    let mut found = all.filter_map(|(id, kept)| match kept {
        Kept::Handover { form } => Some((id, form)),
        Kept::Draft { .. }
        | Kept::Addition { .. }
        | Kept::File(_)
        | Kept::AnswerNote { .. }
        | Kept::WalkNote { .. }
        | Kept::RegisterLine { .. }
        | Kept::Report { .. }
        | Kept::Several { .. }
        | Kept::Bundle { .. }
        | Kept::Access { .. }
        | Kept::PageEdit { .. }
        | Kept::OwnCopy { .. } => None,
    });
    Ok(found.next())
}
