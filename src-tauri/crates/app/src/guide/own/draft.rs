//! What somebody changed in a page and has not kept: theirs alone, until it is the school's own or thrown away.

use domain::own_guidance::Sort;
use vault::locker::LockerId;

use super::sort_of;
use crate::Office;
use crate::concern::Kept;
use crate::rights::{Right, need};
use crate::wire::{Fault, PageDraft};

/// Keeps it as it stands, in the place of what was kept before of the same page.
pub fn keep_page_draft(office: &mut Office, draft: PageDraft) -> Result<(), Fault> {
    need(office, Right::Guidance)?;
    let page = match (
        &draft.flow,
        &draft.checklist,
        &draft.matrix,
        &draft.register,
    ) {
        (Some(flow), None, None, None) => (
            Sort::Flow,
            super::super::flow::known(&flow.id)?.id.to_string(),
        ),
        (None, Some(list), None, None) => (
            Sort::Checklist,
            super::super::checklist::known(&list.id)?.id.to_string(),
        ),
        (None, None, Some(table), None) => (
            Sort::Matrix,
            super::super::matrix::known(&table.id)?.id.to_string(),
        ),
        (None, None, None, Some(register)) => {
            super::register::need_change(office, &register.id)?;
            (Sort::Register, register.id.clone())
        }
        _ => return Err(vault::VaultError::NotFound.into()),
    };
    let at = (office.around.now)().timestamp_millis();
    let kept = Kept::PageEdit {
        at,
        draft: Box::new(draft),
    };
    office.keep(id_of(page.0, &page.1), &kept)
}

/// Throws it away.
pub fn drop_page_draft(office: &mut Office, kind: &str, id: &str) -> Result<(), Fault> {
    need(office, Right::Guidance)?;
    forget(office, sort_of(kind)?, id);
    Ok(())
}

/// It is the school's own now, or not wanted any more.
pub(super) fn forget(office: &Office, sort: Sort, id: &str) {
    if let Ok(sitting) = office.sitting() {
        // What stays behind by a full disk is offered again; nothing is lost.
        let _ = sitting.locker.remove(id_of(sort, id));
    }
}

/// What is kept of a page, and when it was, in milliseconds. What cannot be read is not offered.
pub(super) fn kept(office: &Office, sort: Sort, id: &str) -> Option<(i64, PageDraft)> {
    match office.kept(id_of(sort, id)) {
        Ok(Kept::PageEdit { at, draft }) => Some((at, *draft)),
        Ok(_) | Err(_) => None,
    }
}

/// Whether whoever is in has changed a page and not kept it.
pub(crate) fn changing(office: &Office, sort: Sort, id: &str) -> bool {
    kept(office, sort, id).is_some()
}

fn id_of(sort: Sort, page: &str) -> LockerId {
    let sort = match sort {
        Sort::Flow => "flow",
        Sort::Checklist => "checklist",
        Sort::Matrix => "matrix",
        Sort::Register => "register",
    };
    LockerId::of(b"strongroom-page-draft/v1\n", &[sort, page])
}
