//! Registers: what goes into each, and its lines; written, corrected and struck, each time with who, when and why.

mod agreement;
mod alerts;
mod answers;
mod fill;
mod kept;
mod line;
mod list;
mod rhythm;
mod screen;
mod several;
mod sheet;
mod show;
mod thread;
mod who_read;
mod write;

use std::borrow::Cow;

use domain::id::LineId;
use domain::own_guidance::Sort;
use domain::register::Entered;
use domain::room::Room as RoomKind;
use guidance::{Grant, OWN_REGISTER, Register};

pub use agreement::{agreement, agreements, class_counts, class_lines};
pub use alerts::{preview_alerts, take_alerts};
pub use kept::keep_line_draft;
pub use line::{concern_numbered, register_line};
pub use list::registers;
pub use rhythm::look_through;
pub use screen::screen_alert;
pub use several::{begin_several, keep_several, several_until, write_several};
pub use sheet::{register_sheet, register_sheet_name};
pub use show::register;
pub use who_read::{who_read, who_read_sheet, who_read_sheet_name};
pub use write::write_line;

pub(super) use show::answered_by;

pub(crate) use agreement::one as agreement_named;
pub(crate) use answers::options as field_options;
pub(crate) use kept::title_of as line_title;
pub(crate) use rhythm::{registers_coming, registers_late};
pub(crate) use sheet::{lines_between as register_lines_between, note as line_note};
pub(crate) use thread::steps_of_registers;

use super::own::register_now;
use crate::Office;
use crate::wire::{Fault, FaultKind};

/// A register as it ships; none where it is one of the school's own.
pub(super) fn shipped(id: &str) -> Result<Option<&'static Register>, Fault> {
    let all =
        guidance::registers().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    Ok(all.iter().find(|register| register.id == *id))
}

/// A register by its name, as the school keeps it. Where what the school said of one of ours cannot be read on this laptop, ours is
/// kept all the same: what happened has to be written down, and a line keeps what it has no field for.
fn known(office: &Office, id: &str) -> Result<Cow<'static, Register>, Fault> {
    match (register_now(office, id), shipped(id)?) {
        (Ok(now), _) => Ok(now.page),
        (Err(fault), Some(ours)) if cannot_be_read(&fault) => Ok(Cow::Borrowed(ours)),
        (Err(fault), _) => Err(fault),
    }
}

fn cannot_be_read(fault: &Fault) -> bool {
    matches!(fault.kind, FaultKind::Newer | FaultKind::Damaged)
}

/// The names of all registers: ours in the order of the guidance, then the school's own.
fn ids(office: &Office) -> Result<Vec<String>, Fault> {
    let ours =
        guidance::registers().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let mut all: Vec<String> = ours
        .iter()
        .map(|register| register.id.to_string())
        .collect();
    if let Some(room) = office.room(RoomKind::Pupils) {
        let own = room.own_pages(Sort::Register)?.into_iter();
        all.extend(
            own.map(|(id, _)| id)
                .filter(|id| id.starts_with(OWN_REGISTER)),
        );
    }
    Ok(all)
}

/// Every register that can be read here, as the school keeps it; its own by their titles.
pub(crate) fn registers_named(office: &Office) -> Result<Vec<Cow<'static, Register>>, Fault> {
    let mut all = Vec::new();
    for id in ids(office)? {
        match known(office, &id) {
            Ok(register) => all.push(register),
            Err(fault) if cannot_be_read(&fault) => {}
            Err(fault) => return Err(fault),
        }
    }
    let is_own = |register: &Register| register.id.starts_with(OWN_REGISTER);
    // Ours stand in their own order: the sort is stable.
    all.sort_by_key(|register| {
        let own = is_own(register);
        (own, own.then(|| register.title.to_lowercase()))
    });
    Ok(all)
}

/// Where a line lies that is about no concern: the first of the rooms it may lie in that whoever is in may open. Nothing where they may
/// not keep the register.
fn room_of(office: &Office, register: &Register) -> Result<Option<RoomKind>, Fault> {
    if !guidance::may(office.sitting()?.role(), register.grant()) {
        return Ok(None);
    }
    let rooms: &[RoomKind] = if about_adults(register) {
        &[RoomKind::Staff, RoomKind::Head, RoomKind::LeadTeam]
    } else {
        &[RoomKind::Pupils]
    };
    let mut rooms = rooms.iter().copied();
    Ok(rooms.find(|kind| office.room(*kind).is_some()))
}

/// Its lines never lie among the pupils' records, where every lead reads them.
fn about_adults(register: &Register) -> bool {
    register.grant() == Grant::RestrictedStaff
}

fn need(office: &Office, register: &Register) -> Result<RoomKind, Fault> {
    room_of(office, register)?.ok_or_else(|| {
        Fault::new(
            FaultKind::NotAllowed,
            "Your account does not keep this register.",
        )
        .kept("Nothing was changed.")
    })
}

/// A register that whoever is in keeps, and the room its lines lie in that are about no concern.
pub(crate) fn register_kept(
    office: &Office,
    id: &str,
) -> Result<(Cow<'static, Register>, RoomKind), Fault> {
    let register = known(office, id)?;
    let room = need(office, &register)?;
    Ok((register, room))
}

/// The room a line lies in.
pub(crate) fn line_room(office: &Office, id: &str) -> Result<RoomKind, Fault> {
    Ok(opened(office, id)?.0)
}

/// A line with its room. Every entry about it is verified as it is read.
fn opened(office: &Office, id: &str) -> Result<(RoomKind, LineId, Entered), Fault> {
    let id: LineId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    for (kind, room) in &office.sitting()?.rooms {
        match room.register_line(id) {
            // Of a line, something can always be read: anything else is not one.
            Ok(entered) if entered.versions.is_empty() => {}
            Ok(entered) => return Ok((*kind, id, entered)),
            Err(vault::VaultError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(vault::VaultError::NotFound.into())
}
