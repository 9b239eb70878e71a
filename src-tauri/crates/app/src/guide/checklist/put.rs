//! Putting a checklist that was begun alone to the concern it is about.

use domain::checklist::PUT;
use domain::id::ChecklistId;

use super::super::about::{put, written};
use super::goes_on;
use super::send::referral;
use super::stand::referral_with;
use crate::Office;
use crate::wire::{Done, DueForm, Fault, SentForm};

/// Puts it there, or to another with a reason. One that has gone to another body is a referral of the concern from then on, as it was
/// signed; by when it is answered was not asked then. When this returns it is on the disk.
pub fn put_checklist(
    office: &mut Office,
    id: &str,
    concern: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let (kind, mut filled, page) = goes_on(office, id)?;
    let ChecklistId(own) = filled.id;
    let (entry, concern) = put(office, kind, (own, &filled.puts), (concern, reason), PUT)?;
    let known = office
        .room(kind)
        .ok_or_else(Fault::stopped)?
        .concern(concern)?;
    let mut entries: Vec<_> = entry.into_iter().collect();
    filled.begun.what.concern = Some(concern);
    let sent = filled.sent.as_ref();
    if let Some(kept) = sent.filter(|kept| referral_with(&known, &filled, kept).is_none()) {
        let sent = &kept.what;
        let form = SentForm {
            checklist: id.to_owned(),
            how: sent.how.clone(),
            at: sent.at.unwrap_or(kept.step.written).to_rfc3339(),
            person: sent.person.clone(),
            reference: sent.reference.clone(),
            words: sent.words.clone(),
            reply: DueForm::Never,
        };
        entries.extend(referral(office, kind, &filled, &page, &form)?);
    }
    written(office, kind, concern, entries)
}
