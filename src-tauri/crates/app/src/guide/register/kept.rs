//! What somebody has typed into a line and not signed: theirs alone, through a lock and a flat battery.

use vault::locker::LockerId;

use super::{known, need};
use crate::Office;
use crate::concern::Kept;
use crate::wire::{Fault, KeptDraft, LineForm};

/// Keeps it as it stands, in the place of what was kept before of the same line. Where nothing is typed, nothing is kept.
pub fn keep_line_draft(office: &mut Office, form: LineForm) -> Result<KeptDraft, Fault> {
    need(office, &*known(office, &form.register)?)?;
    let id = id_of(
        &form.register,
        form.line.as_deref(),
        form.concern.as_deref(),
    );
    let kept = KeptDraft {
        id: id.to_string(),
        kept_at: office.around.local().format("%H:%M").to_string(),
    };
    let mut typed = form.answers.iter().flat_map(|one| &one.lines);
    if typed.all(|text| text.trim().is_empty()) && form.reason.trim().is_empty() {
        office.sitting()?.locker.remove(id)?;
        return Ok(kept);
    }
    let at = (office.around.now)().timestamp_millis();
    let form = Box::new(form);
    office.keep(id, &Kept::RegisterLine { at, form })?;
    Ok(kept)
}

/// It is signed now, or not wanted any more.
pub(super) fn forget(office: &Office, register: &str, line: Option<&str>, concern: Option<&str>) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(register, line, concern));
    }
}

/// What is kept of a line, and when it was, in milliseconds. What cannot be read is not offered.
pub(super) fn kept(
    office: &Office,
    register: &str,
    line: Option<&str>,
    concern: Option<&str>,
) -> Option<(i64, LineForm)> {
    match office.kept(id_of(register, line, concern)) {
        Ok(Kept::RegisterLine { at, form }) => Some((at, *form)),
        Ok(_) | Err(_) => None,
    }
}

/// Everything whoever is in has typed in this register and not signed, the latest first, with when in milliseconds.
pub(super) fn begun(office: &Office, of: &str) -> Result<Vec<(i64, LineForm)>, Fault> {
    let all = office.all_kept()?.into_iter();
    let mut found: Vec<(i64, LineForm)> = all
        .filter_map(|(_, kept)| match kept {
            Kept::RegisterLine { at, form } if form.register == of => Some((at, *form)),
            Kept::RegisterLine { .. }
            | Kept::Report { .. }
            | Kept::Several { .. }
            | Kept::Bundle { .. }
            | Kept::Access { .. }
            | Kept::PageEdit { .. }
            | Kept::AnswerNote { .. }
            | Kept::WalkNote { .. }
            | Kept::Draft { .. }
            | Kept::Addition { .. }
            | Kept::File(_)
            | Kept::Handover { .. }
            | Kept::OwnCopy { .. } => None,
        })
        .collect();
    found.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(found)
}

/// What one is called in a list of drafts: its register, and whom it is about.
pub(crate) fn title_of(office: &Office, form: &LineForm) -> Option<String> {
    let register = known(office, &form.register).ok()?;
    let about = form.concern.as_deref().and_then(|id| id.parse().ok());
    let about = about.and_then(|id| super::show::concern(office, id));
    let about = about.map(|concern| [concern.about, concern.record_no].join(", "));
    Some(match about {
        Some(about) => format!("{}: {about}", register.title),
        None => register.title.clone(),
    })
}

fn id_of(register: &str, line: Option<&str>, concern: Option<&str>) -> LockerId {
    // A line that is there knows its concern.
    let of = line.or(concern).unwrap_or_default();
    LockerId::of(b"strongroom-register-draft/v1\n", &[register, of])
}
