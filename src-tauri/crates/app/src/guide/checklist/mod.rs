//! Checklists: begun, answered from the record and by whoever knows, sent, and kept as they went.

mod answer;
mod begin;
mod gaps;
mod kinds;
mod note;
mod put;
mod record;
mod reopen;
mod routes;
mod send;
mod show;
mod stand;
mod thread;
mod went;

use domain::checklist::Filled;
use domain::id::ChecklistId;
use domain::room::Room as RoomKind;
use guidance::Checklist;

pub use answer::{answer, keep_answer};
pub use begin::begin_checklist;
pub use put::put_checklist;
pub use reopen::reopen_checklist;
pub use routes::routes;
pub use send::{drop_checklist, sent_checklist};
pub use show::{checklist, checklist_page, checklists};

pub(crate) use gaps::needed_now;
pub(crate) use show::{blank, open_checklists};
pub(crate) use stand::{Stands, stands};
pub(crate) use thread::steps_of_checklists;

use crate::Office;
use crate::wire::{Fault, FaultKind};

/// A checklist of the guidance by its name.
pub(super) fn known(list: &str) -> Result<&'static Checklist, Fault> {
    let all =
        guidance::checklists().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    all.iter()
        .find(|one| one.id == *list)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))
}

/// A checklist with its room and its page as it was when it was begun. Every entry about it is verified as it is read.
pub(crate) fn opened(office: &Office, id: &str) -> Result<(RoomKind, Filled, Checklist), Fault> {
    let id: ChecklistId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    for (kind, room) in &office.sitting()?.rooms {
        match room.filled_checklist(id) {
            Ok(filled) => {
                let page = guidance::checklist_from(&filled.page)
                    .map_err(|error| Fault::stopped().technical(error.to_string()))?;
                return Ok((*kind, filled, page));
            }
            Err(vault::VaultError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(vault::VaultError::NotFound.into())
}

/// One that can be gone on with: what this version cannot read may have ended it.
fn goes_on(office: &Office, id: &str) -> Result<(RoomKind, Filled, Checklist), Fault> {
    let (kind, filled, page) = opened(office, id)?;
    if filled.needs_newer {
        return Err(Fault::new(
            FaultKind::Newer,
            "This checklist was gone on with in a newer Strongroom than this one.",
        )
        .kept("Nothing was changed.")
        .next("Update Strongroom on this laptop, then go on with it."));
    }
    Ok((kind, filled, page))
}
