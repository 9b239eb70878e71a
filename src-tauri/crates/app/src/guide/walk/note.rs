//! What somebody has typed at a step of a walk, kept for them alone until that step is signed: neither a lock nor going
//! elsewhere takes any of it.

use guidance::Flow;
use vault::locker::LockerId;

use crate::Office;
use crate::concern::Kept;
use crate::wire::{Fault, StepDraft, Unsigned};

/// Where the reason of an early end is kept, among the steps of the flowchart: none has this name.
pub(super) const END: &str = "";

/// Keeps it as it stands, in the place of what was kept before for this step, or for the end where no step is named. Where
/// nothing is typed, nothing is kept.
pub fn keep_walk_note(
    office: &mut Office,
    walk: &str,
    node: &str,
    draft: StepDraft,
) -> Result<(), Fault> {
    if draft.note.trim().is_empty() {
        forget(office, walk, node);
        return Ok(());
    }
    let before = kept(office, walk)?
        .into_iter()
        .find(|(_, at, _)| at == node);
    let id = before.map_or_else(|| LockerId::draw(&mut *office.around.rng), |(id, ..)| id);
    let kept = Kept::WalkNote {
        walk: walk.to_owned(),
        node: node.to_owned(),
        draft,
    };
    office.keep(id, &kept)
}

/// What was typed at the step a walk stands at, and what was typed elsewhere in it and never signed.
pub(super) fn unsigned(
    office: &Office,
    walk: &str,
    at: Option<&str>,
    flow: &Flow,
) -> Result<(StepDraft, Vec<Unsigned>), Fault> {
    let mut typed = StepDraft::default();
    let mut elsewhere = Vec::new();
    for (_, node, draft) in kept(office, walk)? {
        if at == Some(node.as_str()) {
            typed = draft;
            continue;
        }
        let title = flow.node(&node).map(|node| node.title.clone());
        elsewhere.push(Unsigned {
            title: title.unwrap_or_default(),
            ends: node == END,
            node,
            note: draft.note,
        });
    }
    Ok((typed, elsewhere))
}

/// The step is signed, or nothing is typed any more.
pub(super) fn forget(office: &Office, walk: &str, node: &str) {
    let all = kept(office, walk).unwrap_or_default();
    for (id, ..) in all.into_iter().filter(|(_, at, _)| at == node) {
        if let Ok(sitting) = office.sitting() {
            // What stays behind by a full disk is offered again; nothing is lost.
            let _ = sitting.locker.remove(id);
        }
    }
}

fn kept(office: &Office, of: &str) -> Result<Vec<(LockerId, String, StepDraft)>, Fault> {
    let all = office.all_kept()?.into_iter();
    let found = all.filter_map(|(id, kept)| match kept {
        Kept::WalkNote { walk, node, draft } if walk == of => Some((id, node, draft)),
        Kept::WalkNote { .. }
        | Kept::AnswerNote { .. }
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
