//! Requests to see what is held about a pupil: written down, worked on under their clock, decided record by record, answered.

mod clock;
mod decide;
mod edition;
mod edition_details;
mod edition_files;
mod held;
mod kept;
mod letter;
mod list;
mod release;
mod schedule;
mod sheet;
mod sheets;
mod show;
mod stood;
mod stops;
mod went;
mod write;

use domain::access::{Access, Request};
use domain::id::AccessId;
use domain::room::Room as RoomKind;
use vault::Room;

pub use kept::keep_access;
pub use list::access_requests;
pub use sheet::access_sheet;
pub use show::access_request;
pub use went::{access_papers, access_papers_name, preview_access};
pub use write::write_access;

pub(crate) use list::{open_requests, requests_of};
pub(crate) use schedule::lay_out as lay_out_schedule;
pub(crate) use went::lay_out_trial;

use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, FaultKind};

/// Whoever is in reads every record about pupils: nobody else can say what of a file may be given. Gives the room it lies in.
fn may(office: &Office) -> Result<&Room, Fault> {
    need(office, Right::AllPupilRecords)?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)
}

fn missing() -> Fault {
    Fault::from(vault::VaultError::NotFound)
}

/// A request with all that was written about it. Every entry is verified as it is read.
fn opened(office: &Office, id: &str) -> Result<(AccessId, Access), Fault> {
    let id: AccessId = id.parse().map_err(|_| missing())?;
    Ok((id, may(office)?.access_request(id)?))
}

fn request_of(access: &Access) -> Result<&Request, Fault> {
    access.request().ok_or_else(missing)
}

/// This version can read all of it: what it cannot read may say otherwise.
fn readable(access: &Access) -> Result<(), Fault> {
    if !access.needs_newer {
        return Ok(());
    }
    Err(Fault::new(
        FaultKind::Newer,
        "This request was worked on in a newer Strongroom than this one.",
    )
    .kept("Nothing was changed.")
    .next("Update Strongroom on this laptop, then go on with it."))
}
