//! Walks: begun, taken a step at a time, gone back on, put down and picked up by anybody who may read what it is about.

mod begin;
mod clock;
mod note;
mod put;
mod second;
mod show;
mod step;
mod thread;

use domain::id::WalkId;
use domain::room::Room as RoomKind;
use domain::walk::Walk;
use guidance::Flow;

pub use begin::begin_walk;
pub use note::keep_walk_note;
pub use put::put_walk;
pub use show::{walk, walks};
pub use step::{go_back, stop_walk, take_step};

pub(crate) use show::under_way;
pub(crate) use thread::steps_of_walks;

use crate::Office;
use crate::wire::Fault;

/// The room a walk lies in, for whoever may read it.
pub(crate) fn room_of_walk(office: &Office, id: &str) -> Result<RoomKind, Fault> {
    opened(office, id).map(|(kind, ..)| kind)
}

/// A walk with its room and its flowchart as it was when it began. Every entry about it is verified as it is read.
fn opened(office: &Office, id: &str) -> Result<(RoomKind, Walk, Flow), Fault> {
    let id: WalkId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    for (kind, room) in &office.sitting()?.rooms {
        match room.walk_through(id) {
            Ok(walk) => {
                let flow = guidance::flow_from(&walk.page)
                    .map_err(|error| Fault::stopped().technical(error.to_string()))?;
                return Ok((*kind, walk, flow));
            }
            Err(vault::VaultError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(vault::VaultError::NotFound.into())
}
