//! Opening one again that was sent or put away: it never went, went wrong, or is wanted after all.

use domain::checklist::{PART_REOPENED, REOPENED, Reopened};

use super::answer::entry;
use super::send::reason;
use super::{goes_on, note};
use crate::Office;
use crate::wire::{Done, Fault, Topic};

/// Opens it again, with a reason. How it went before stays to be read; its referral stands on the concern until it is struck there.
/// When this returns it is on the disk.
pub fn reopen_checklist(office: &mut Office, id: &str, why: &str) -> Result<Done<()>, Fault> {
    let (kind, filled, _) = goes_on(office, id)?;
    if filled.is_open() {
        return Err(Fault::changed_since());
    }
    let reopened = Reopened {
        reason: reason(why, "Say why it is opened again, in a sentence")?,
    };
    let ends = filled.ends().map(|step| step.entry).collect();
    let entry = entry(&filled, REOPENED, PART_REOPENED, &reopened, ends)?;
    office.write(kind, vec![entry])?;
    note::forget(office, id, note::REOPEN);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}
