//! Putting a checklist that was begun alone to the concern it is about.

use domain::checklist::PUT;
use domain::id::ChecklistId;

use super::super::about::put;
use super::goes_on;
use super::send::referral;
use crate::Office;
use crate::wire::{Done, DueForm, Fault, SentForm, Topic};

/// Puts it there. One that has gone to another body is a referral of the concern from then on, as it was signed; by when it is
/// answered was not asked then. When this returns it is on the disk.
pub fn put_checklist(office: &mut Office, id: &str, concern: &str) -> Result<Done<()>, Fault> {
    let (kind, mut filled, page) = goes_on(office, id)?;
    let ChecklistId(own) = filled.id;
    let about = (own, filled.begun.what.concern);
    let (entry, concern) = put(office, kind, about, concern, PUT)?;
    let mut entries = vec![entry];
    filled.begun.what.concern = Some(concern);
    if let Some(kept) = &filled.sent {
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
    office.write(kind, entries)?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}
