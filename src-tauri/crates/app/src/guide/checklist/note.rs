//! What somebody has typed into an item and not kept yet: for them alone, through a lock and a flat battery.

use vault::locker::LockerId;

use crate::Office;
use crate::concern::Kept;
use crate::wire::Fault;

/// Where what is typed of how it went is kept, why it is put away, and why it is opened again: no item has these names.
pub(super) const SENT: &str = "@sent";
pub(super) const DROP: &str = "@drop";
pub(super) const REOPEN: &str = "@reopen";

/// Keeps it as it stands, in the place of what was kept before for this item. Where nothing is typed, nothing is kept.
pub(super) fn keep(
    office: &mut Office,
    checklist: &str,
    item: &str,
    lines: Vec<String>,
) -> Result<(), Fault> {
    if lines.iter().all(|line| line.trim().is_empty()) {
        forget(office, checklist, item);
        return Ok(());
    }
    let before = kept(office, checklist)?;
    let before = before.into_iter().find(|(_, at, _)| at == item);
    let id = before.map_or_else(|| LockerId::draw(&mut *office.around.rng), |(id, ..)| id);
    let kept = Kept::AnswerNote {
        checklist: checklist.to_owned(),
        item: item.to_owned(),
        lines,
    };
    office.keep(id, &kept)
}

/// The answer is signed, or nothing is typed any more.
pub(super) fn forget(office: &Office, checklist: &str, item: &str) {
    let all = kept(office, checklist).unwrap_or_default();
    for (id, ..) in all.into_iter().filter(|(_, at, _)| at == item) {
        if let Ok(sitting) = office.sitting() {
            // What stays behind by a full disk is offered again; nothing is lost.
            let _ = sitting.locker.remove(id);
        }
    }
}

/// Everything that is typed and not kept, by item.
pub(super) fn kept(
    office: &Office,
    of: &str,
) -> Result<Vec<(LockerId, String, Vec<String>)>, Fault> {
    let all = office.all_kept()?.into_iter();
    let found = all.filter_map(|(id, kept)| match kept {
        Kept::AnswerNote {
            checklist,
            item,
            lines,
        } if checklist == of => Some((id, item, lines)),
        Kept::AnswerNote { .. }
        | Kept::WalkNote { .. }
        | Kept::RegisterLine { .. }
        | Kept::Report { .. }
        | Kept::Several { .. }
        | Kept::Bundle { .. }
        | Kept::Access { .. }
        | Kept::PageEdit { .. }
        | Kept::Draft { .. }
        | Kept::Addition { .. }
        | Kept::File(_)
        | Kept::Handover { .. }
        | Kept::OwnCopy { .. } => None,
    });
    Ok(found.collect())
}
