//! What was being added to a concern and is not signed yet: kept for its writer alone, through locks and crashes.

use domain::id::ConcernId;
use vault::locker::LockerId;

use crate::Office;
use crate::concern::{Kept, row};
use crate::wire::{AdditionDraft, CaseForm, Fault, KeptDraft};

/// Keeps an addition as it stands, in place of what was kept of the same kind about the same concern.
pub fn keep_addition(office: &mut Office, form: AdditionDraft) -> Result<KeptDraft, Fault> {
    let concern: ConcernId = form
        .concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room_of_concern(concern)?;
    let id = id_of(&form.concern, &form.what, form.entry.as_deref());
    let at = (office.around.now)().timestamp_millis();
    office.keep(id, &Kept::Addition { at, form })?;
    Ok(KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    })
}

/// Where what a form was made of is kept.
pub(super) fn of_form(concern: &str, form: &CaseForm) -> LockerId {
    let (what, entry) = match form {
        CaseForm::Taken { .. } => ("taken", None),
        CaseForm::Action { .. } => ("action", None),
        CaseForm::ActionEnd { entry, .. } => ("action_end", Some(entry)),
        CaseForm::Decision { .. } => ("decision", None),
        CaseForm::Referral { .. } => ("referral", None),
        CaseForm::Reply { entry, .. } => ("reply", Some(entry)),
        CaseForm::Withheld { entry, .. } => ("withheld", entry.as_ref()),
        CaseForm::Held { entry, .. } => ("held", entry.as_ref()),
        CaseForm::Passed { entry, .. } => ("passed", Some(entry)),
        CaseForm::Standing { .. } => ("standing", None),
        CaseForm::Significance { entry, .. } => ("significance", Some(entry)),
        CaseForm::Response { row, .. } => ("response", Some(row)),
        CaseForm::Struck { entry, .. } => ("struck", Some(entry)),
        CaseForm::ForPupil { pupil, .. } => ("for_pupil", Some(pupil)),
        CaseForm::Told { .. } => ("told", None),
        CaseForm::Escalated { entry, .. } => ("escalated", Some(entry)),
    };
    id_of(concern, what, entry.map(String::as_str))
}

/// After signing: what was typed stands in the record.
pub(super) fn forget(office: &Office, draft: LockerId) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(draft);
    }
}

/// Who the concern is about, for a list of drafts; nothing when it may not be read any more.
pub(crate) fn title_of(office: &Office, form: &AdditionDraft) -> Option<String> {
    let concern = form.concern.parse().ok()?;
    let kind = office.room_of_concern(concern).ok()?;
    let room = office.room(kind)?;
    let shown = row(office, kind, room, &room.concern_line(concern).ok()?);
    Some([shown.about, shown.record_no].join(", "))
}

fn id_of(concern: &str, what: &str, entry: Option<&str>) -> LockerId {
    let parts = [concern, what, entry.unwrap_or_default()];
    LockerId::of(b"strongroom-addition-draft/v1\n", &parts)
}
