//! What somebody has typed at a step of a walk, kept for them alone until the step is signed: a lock takes none of it.

use vault::locker::LockerId;

use crate::Office;
use crate::concern::Kept;
use crate::wire::Fault;

/// Keeps it as it stands, in the place of what was kept before for this walk. Where nothing is typed, nothing is kept.
pub fn keep_walk_note(
    office: &mut Office,
    walk: &str,
    node: &str,
    note: &str,
) -> Result<(), Fault> {
    if note.trim().is_empty() {
        forget(office, walk);
        return Ok(());
    }
    let before = kept(office, walk)?;
    let id = before.map_or_else(|| LockerId::draw(&mut *office.around.rng), |(id, ..)| id);
    let kept = Kept::WalkNote {
        walk: walk.to_owned(),
        node: node.to_owned(),
        note: note.to_owned(),
    };
    office.keep(id, &kept)
}

/// What was typed at the step a walk stands at and is not signed yet; nothing of a step it has gone on from.
pub(super) fn unsigned(office: &Office, walk: &str, node: &str) -> Result<String, Fault> {
    Ok(kept(office, walk)?
        .filter(|(_, at, _)| at == node)
        .map_or_else(String::new, |(.., note)| note))
}

/// The step is signed, or nothing is typed any more.
pub(super) fn forget(office: &Office, walk: &str) {
    if let Ok(Some((id, ..))) = kept(office, walk)
        && let Ok(sitting) = office.sitting()
    {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id);
    }
}

fn kept(office: &Office, of: &str) -> Result<Option<(LockerId, String, String)>, Fault> {
    let all = office.all_kept()?.into_iter();
    let mut found = all.filter_map(|(id, kept)| match kept {
        Kept::WalkNote { walk, node, note } if walk == of => Some((id, node, note)),
        Kept::WalkNote { .. }
        | Kept::Draft { .. }
        | Kept::Addition { .. }
        | Kept::File(_)
        | Kept::Handover { .. }
        | Kept::OwnCopy { .. } => None,
    });
    Ok(found.next())
}
