//! Opening one again that was sent or put away: it never went, goes anew, or is wanted after all.

use domain::checklist::{PART_REOPENED, REOPENED, Reopened};
use vault::NewEntry;

use super::answer::entry;
use super::send::reason;
use super::stand::referral_with;
use super::{goes_on, note};
use crate::Office;
use crate::casework::entry_of_form;
use crate::wire::{CaseForm, Done, Fault, Topic};

/// Opens it again, with a reason. How it went before stays to be read. Where it never went, the referral that was signed with it is
/// struck in the same moment; where it had gone, that stands. When this returns it is on the disk.
pub fn reopen_checklist(
    office: &mut Office,
    id: &str,
    went: bool,
    why: &str,
) -> Result<Done<()>, Fault> {
    let (kind, filled, _) = goes_on(office, id)?;
    if filled.is_open() {
        return Err(Fault::changed_since());
    }
    let reopened = Reopened {
        reason: reason(why, "Say why it is opened again, in a sentence")?,
        went,
    };
    let ends = filled.ends().map(|step| step.entry).collect();
    let mut entries = vec![entry(&filled, REOPENED, PART_REOPENED, &reopened, ends)?];
    if !went {
        entries.extend(struck(office, kind, &filled, &reopened.reason)?);
    }
    office.write(kind, entries)?;
    note::forget(office, id, note::REOPEN);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// Strikes the referral that was signed with it, where one stands.
fn struck(
    office: &Office,
    kind: domain::room::Room,
    filled: &domain::checklist::Filled,
    reason: &str,
) -> Result<Option<NewEntry>, Fault> {
    let concern = filled
        .begun
        .what
        .concern
        .and_then(|id| office.room(kind)?.concern(id).ok());
    let (Some(concern), Some(sent)) = (concern, filled.sent.as_ref()) else {
        return Ok(None);
    };
    let Some(referral) =
        referral_with(&concern, filled, sent).filter(|kept| concern.case.stands(kept))
    else {
        return Ok(None);
    };
    let form = CaseForm::Struck {
        entry: history::to_hex(&referral.step.entry),
        struck: true,
        reason: reason.to_owned(),
    };
    entry_of_form(office, kind, &concern, form)
}
