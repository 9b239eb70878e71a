//! Rooms: opened for their members, made by the first rightful one, written into.

use chrono_tz::Tz;
use domain::room::Room as RoomKind;
use history::member::{MEMBER, MEMBER_ADDED, Member};
use history::{Hash, Id, PublicKey};
use keys::{RoomKeys, Slots};
use rand_core::RngCore;
use vault::{FileKey, NewEntry, Pen, Room, Stamp, VaultError};
use zeroize::Zeroizing;

use super::certificate::{certify, code};
use super::{Held, Office, RoomEntry, Sitting};
use crate::Surroundings;
use crate::wire::{Fault, Notice, NoticeKind};

impl Office {
    /// Writes entries into a room this person is a member of. When it returns they are on the disk.
    pub(crate) fn write(&mut self, kind: RoomKind, new: Vec<NewEntry>) -> Result<Vec<Hash>, Fault> {
        let around = &mut self.around;
        let Some(sitting) = self.sitting.as_mut() else {
            return Err(super::locked());
        };
        let stamp = stamp(around, self.bundling, sitting.clock_ms);
        let room = sitting.rooms.get_mut(&kind).ok_or_else(not_a_member)?;
        let codes = room.codes()?;
        let certificate = certify(
            &sitting.opened,
            &sitting.writer,
            code(&sitting.writer.public(), &codes),
        );
        let pen = Pen {
            key: &sitting.writer.key,
            certificate: &certificate,
        };
        let written = match room.write(&pen, &stamp, &mut *around.rng, new.clone()) {
            // The space kept back for this very moment.
            Err(VaultError::DiskFull) if give_space_back(self.held.as_ref()) => {
                room.write(&pen, &stamp, &mut *around.rng, new)?
            }
            written => written?,
        };
        sitting.clock_ms = Some(stamp.now_ms);
        sitting.unnoted = true;
        Ok(written)
    }

    /// Writes a great many entries in one step: all of them or, when `go_on` says no, nothing and `false`.
    pub(crate) fn write_many(
        &mut self,
        kind: RoomKind,
        new: Vec<NewEntry>,
        go_on: &mut dyn FnMut(u64) -> bool,
    ) -> Result<bool, Fault> {
        let around = &mut self.around;
        let Some(sitting) = self.sitting.as_mut() else {
            return Err(super::locked());
        };
        let stamp = stamp(around, self.bundling, sitting.clock_ms);
        let room = sitting.rooms.get_mut(&kind).ok_or_else(not_a_member)?;
        let codes = room.codes()?;
        let certificate = certify(
            &sitting.opened,
            &sitting.writer,
            code(&sitting.writer.public(), &codes),
        );
        let pen = Pen {
            key: &sitting.writer.key,
            certificate: &certificate,
        };
        let written = room.write_many(&pen, &stamp, &mut *around.rng, new, go_on)?;
        sitting.clock_ms = Some(stamp.now_ms);
        sitting.unnoted = true;
        Ok(written)
    }

    /// The next number for a record of this person in a room: prefix, year, code, count.
    pub(crate) fn next_number(&self, kind: RoomKind) -> Result<String, Fault> {
        Ok(self.next_numbers(kind)?.take())
    }

    /// The next numbers, one after the other.
    pub(crate) fn next_numbers(&self, kind: RoomKind) -> Result<Numbers, Fault> {
        let sitting = self.sitting()?;
        let room = sitting.rooms.get(&kind).ok_or_else(not_a_member)?;
        let writer = sitting.writer.public();
        let code = code(&writer, &room.codes()?);
        Ok(Numbers {
            before: format!(
                "{}-{}-{code}",
                sitting.settings.prefix,
                self.around.local().format("%y")
            ),
            count: room.concerns_by(&PublicKey(writer))?,
        })
    }
}

/// Numbers for records of one person in a room.
pub(crate) struct Numbers {
    before: String,
    count: u64,
}

impl Numbers {
    /// The next one.
    pub(crate) fn take(&mut self) -> String {
        self.count += 1;
        format!("{}-{:04}", self.before, self.count)
    }
}

/// Gives the disk the space that was put aside; true if there was some.
pub(crate) fn give_space_back(held: Option<&Held>) -> bool {
    held.is_some_and(|held| held.folder.release_ballast().unwrap_or(false))
}

pub(crate) fn not_a_member() -> Fault {
    Fault::new(
        crate::wire::FaultKind::NotAllowed,
        "This is in a room you are not a member of, or it is not here.",
    )
}

/// An entry with one JSON part and no subject.
pub(crate) fn plain_entry<T: serde::Serialize>(
    kind: &'static str,
    part: &'static str,
    value: &T,
) -> NewEntry {
    NewEntry {
        kind,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(
            part,
            Zeroizing::new(serde_json::to_vec(value).unwrap_or_default()),
        )],
        blobs: Vec::new(),
    }
}

/// Opens every room this person holds. The pupils' room must open; another that does not is said and left alone.
pub(super) fn open_rooms(
    folder: &vault::folder::VaultFolder,
    slots: &Slots,
    sitting: &mut Sitting,
) -> Result<(), Fault> {
    let mut swapped = Vec::new();
    for (id, keys) in slots.grants(&sitting.opened).open {
        let Some(entry) = sitting
            .directory
            .rooms
            .iter()
            .find(|room| room.id == id.to_string())
        else {
            continue;
        };
        let path = folder.room_file(entry.tag());
        match Room::open(&path, Id(id.0), &FileKey::new(*keys.file_key)) {
            // An old list of people may still hold the keys of somebody whom the room itself has removed.
            Ok(room) if was_removed(&room, sitting)? => {
                if entry.kind == RoomKind::Pupils {
                    return Err(account_closed());
                }
            }
            Ok(room) => {
                let kind = entry.kind;
                let own = keys.letterbox_public();
                if entry.letterbox.as_deref() != Some(own.as_str()) {
                    swapped.push((kind, own));
                }
                sitting.rooms.insert(kind, room);
                sitting.room_keys.insert(kind, keys);
            }
            Err(error) if entry.kind == RoomKind::Pupils => return Err(error.into()),
            Err(error) => {
                let fault = Fault::from(error);
                sitting.unopened.push((entry.kind, fault.say.clone()));
                sitting.notices.push(Notice {
                    kind: NoticeKind::Check,
                    say: format!("{}: {}", entry.kind.title(), fault.say),
                    next: fault.next,
                });
            }
        }
    }
    for (kind, own) in swapped {
        sitting.notices.push(Notice {
            kind: NoticeKind::Check,
            say: format!(
                "{}: what was passed on to this room may have been read by somebody else. Its letterbox had been changed, and is right again now.",
                kind.title()
            ),
            next: Some("Ask whoever passed something on lately to tell you in person. Tell whoever looks after the laptop.".to_owned()),
        });
        if let Some(room) = sitting.directory.room_mut(kind) {
            room.letterbox = Some(own);
        }
    }
    Ok(())
}

fn was_removed(room: &Room, sitting: &Sitting) -> Result<bool, Fault> {
    let person = sitting.person();
    let members = room.members()?;
    Ok(members
        .iter()
        .any(|member| member.person == person && member.removed.is_some()))
}

fn account_closed() -> Fault {
    Fault::new(
        crate::wire::FaultKind::NotAllowed,
        "This account was closed, and an older list of people has been put back.",
    )
    .kept("Nothing was opened and nothing was changed.")
    .next("Tell a safeguarding lead, or whoever looks after this laptop.")
}

/// Makes the rooms whose first rightful member this person is, here at their own keyboard. Gives what was made.
pub(super) fn make_rightful_rooms(
    office: &mut Office,
    slots: &mut Slots,
) -> Result<Vec<RoomKind>, Fault> {
    let role = office.sitting()?.role().to_owned();
    let wanted: Vec<RoomEntry> = office
        .sitting()?
        .directory
        .rooms
        .iter()
        .filter(|room| {
            room.letterbox.is_none() && room.kind.rightful_roles().contains(&role.as_str())
        })
        .cloned()
        .collect();
    let mut made = Vec::new();
    for entry in wanted {
        let folder = office.folder()?.clone();
        let keys = RoomKeys::generate(&mut *office.around.rng);
        let mut tag = [0; 8];
        office.around.rng.fill_bytes(&mut tag);
        let id = entry.room_id()?;
        let room = Room::create(
            &folder.room_file(tag),
            Id(id.0),
            &FileKey::new(*keys.file_key),
        )?;
        let decoy = folder.room_file(entry.tag());
        let sitting = office.sitting_mut()?;
        slots.grant(sitting.opened.keys.id(), id, &keys)?;
        let person = sitting.opened.keys.id().to_string();
        if let Some(known) = sitting.directory.room_mut(entry.kind) {
            known.file = history::to_hex(&tag);
            known.letterbox = Some(keys.letterbox_public());
            known.holders = vec![person];
        }
        sitting.rooms.insert(entry.kind, room);
        sitting.room_keys.insert(entry.kind, keys);
        made.push((entry.kind, decoy));
    }
    for (kind, _) in &made {
        let member = own_membership(office.sitting()?);
        office.write(*kind, vec![plain_entry(MEMBER_ADDED, MEMBER, &member)])?;
    }
    // The stand-ins go last: a crash before this leaves one file too many, never one too few.
    let decoys: Vec<_> = made.iter().map(|(_, decoy)| decoy.clone()).collect();
    office.sitting_mut()?.stand_ins = decoys;
    Ok(made.into_iter().map(|(kind, _)| kind).collect())
}

/// This person's membership as it stands in a room.
pub(super) fn own_membership(sitting: &Sitting) -> Member {
    let public = sitting.opened.keys.public();
    let card = &sitting.opened.card;
    Member {
        person: Id(public.id.0),
        name: card.name.clone(),
        user: card.user.clone(),
        role: card.role.clone(),
        identity: PublicKey(public.identity),
        sealing: public.sealing,
    }
}

/// What stands in an entry about the time, in the laptop’s own zone whatever papers are laid out in.
fn stamp(around: &mut Surroundings, own: Option<Tz>, clock_ms: Option<i64>) -> Stamp {
    let zone = around.zone;
    around.zone = own.unwrap_or(zone);
    let stamp = around.vault_stamp(clock_ms);
    around.zone = zone;
    stamp
}
