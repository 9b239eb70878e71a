//! What every account of the vault knows: which rooms there are, where to post into them, who has an account.

use domain::room::Room as RoomKind;
use keys::{PersonId, RoomId};
use serde::{Deserialize, Serialize};

use super::{Office, Sitting};
use crate::wire::{DangerFacts, Fault};

/// Sealed under the vault key. It says that the four rooms exist and how to post into them, never what is in them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Directory {
    /// The format's version.
    pub(crate) version: u32,
    /// The rooms.
    pub(crate) rooms: Vec<RoomEntry>,
    /// Accounts.
    pub(crate) people: Vec<DirectoryPerson>,
    /// What the pre-opening page shows.
    pub(crate) face: Face,
}

/// A room as everybody knows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RoomEntry {
    pub(crate) kind: RoomKind,
    pub(crate) id: String,
    /// Its file's name, which tells nothing.
    pub(crate) file: String,
    /// Where to post; absent while nobody holds the room.
    pub(crate) letterbox: Option<String>,
    /// Who holds it, by id: a writer is told by name whom a concern went to.
    pub(crate) holders: Vec<String>,
}

/// An account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct DirectoryPerson {
    pub(crate) id: String,
    pub(crate) user: String,
    pub(crate) name: String,
    pub(crate) role: String,
    /// When they were asked to join, milliseconds; lists of an earlier program do not say.
    #[serde(default)]
    pub(crate) invited: Option<i64>,
    /// Milliseconds.
    pub(crate) joined: Option<i64>,
    pub(crate) last_opened: Option<i64>,
    pub(crate) closed: Option<i64>,
    /// Their kit has been tried.
    pub(crate) rehearsed: bool,
}

/// What is shown before anybody opens: sealed under the device secret alone.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Face {
    pub(crate) school: String,
    pub(crate) address: String,
    pub(crate) phone: String,
    /// Whom to ring outside the school.
    pub(crate) numbers: Vec<domain::school::Number>,
    /// Who is told about the head: whoever only reports is told by it whom to ring.
    pub(crate) about_head: String,
    pub(crate) leads: Vec<String>,
    pub(crate) practice: bool,
    /// Where a call to 999 is put that is noted before anybody has opened the vault.
    pub(crate) letterbox: Option<String>,
    pub(crate) minimum_password: u32,
    pub(crate) last_opened: Option<i64>,
    pub(crate) last_backup: Option<i64>,
    pub(crate) backups: Vec<BackupNote>,
    /// Where the last one went.
    pub(crate) backup_folder: Option<String>,
}

/// A backup that was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct BackupNote {
    pub(crate) name: String,
    pub(crate) at: i64,
    pub(crate) size: u64,
    pub(crate) checked: bool,
}

impl Face {
    pub(crate) fn danger(&self) -> DangerFacts {
        let some = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        DangerFacts {
            school: some(&self.school),
            address: some(&self.address),
            phone: some(&self.phone),
            leads: self.leads.clone(),
            social_care: [("csc", ""), ("csc-out-of-hours", "out of hours ")]
                .into_iter()
                .filter_map(|(whom, when)| {
                    let known = self.numbers.iter().find(|number| number.whom == whom)?;
                    Some(format!("{when}{}", known.number))
                })
                .collect(),
        }
    }
}

impl Directory {
    pub(crate) fn room(&self, kind: RoomKind) -> Option<&RoomEntry> {
        self.rooms.iter().find(|room| room.kind == kind)
    }

    pub(crate) fn room_mut(&mut self, kind: RoomKind) -> Option<&mut RoomEntry> {
        self.rooms.iter_mut().find(|room| room.kind == kind)
    }

    pub(crate) fn person(&self, id: &str) -> Option<&DirectoryPerson> {
        self.people.iter().find(|person| person.id == id)
    }

    pub(crate) fn person_mut(&mut self, id: PersonId) -> Option<&mut DirectoryPerson> {
        let id = id.to_string();
        self.people.iter_mut().find(|person| person.id == id)
    }

    /// Names of those who hold a room.
    pub(crate) fn holders(&self, kind: RoomKind) -> Vec<String> {
        let ids = self.room(kind).map(|room| room.holders.as_slice());
        ids.unwrap_or_default()
            .iter()
            .filter_map(|id| Some(self.person(id)?.name.clone()))
            .collect()
    }

    /// Leads' names, for the page that says whom to tell.
    pub(crate) fn leads(&self) -> Vec<String> {
        self.people
            .iter()
            .filter(|person| {
                person.closed.is_none() && matches!(person.role.as_str(), "dsl" | "deputy_dsl")
            })
            .map(|person| person.name.clone())
            .collect()
    }
}

impl RoomEntry {
    pub(crate) fn room_id(&self) -> Result<RoomId, Fault> {
        self.id
            .parse()
            .map_err(|_| Fault::stopped().technical("a room's id in the directory cannot be read"))
    }

    pub(crate) fn tag(&self) -> [u8; 8] {
        history::from_hex(&self.file)
            .and_then(|bytes| bytes.try_into().ok())
            .unwrap_or_default()
    }
}

impl Office {
    /// Writes the directory and the pre-opening page, after something in them changed.
    pub(crate) fn write_directory(&mut self) -> Result<(), Fault> {
        let mut slots = self.slots()?;
        let root = self.folder()?.root().to_owned();
        let Some(sitting) = self.sitting.as_mut() else {
            return Err(Fault::stopped());
        };
        seal_directory(&mut slots, sitting, &mut *self.around.rng)?;
        slots.write(&root, &sitting.device, &sitting.opened.vault_key)?;
        Ok(())
    }
}

/// Puts the directory and the page before opening into the slots, which the caller then writes.
pub(crate) fn seal_directory(
    slots: &mut keys::Slots,
    sitting: &mut Sitting,
    rng: &mut dyn rand_core::CryptoRngCore,
) -> Result<(), Fault> {
    sitting.directory.face.leads = sitting.directory.leads();
    sitting.directory.face.letterbox = sitting
        .directory
        .room(domain::room::Room::Pupils)
        .and_then(|room| room.letterbox.clone());
    let directory = serde_json::to_vec(&sitting.directory).map_err(|_| Fault::stopped())?;
    let face = serde_json::to_vec(&sitting.directory.face).map_err(|_| Fault::stopped())?;
    slots.set_directory(&directory, &sitting.opened.vault_key, rng);
    slots.set_face(&face, &sitting.device, rng);
    Ok(())
}
