//! What is remembered of the rooms outside their files, so that an old file put back shows.

use domain::look::{ACCOUNT_NOTED, AccountNote, NOTE};
use domain::room::Room as RoomKind;
use keys::{PersonId, Slots, Writer};
use vault::Remembered;
use vault::locker::LockerId;

use super::rooms::plain_entry;
use super::{Office, Sitting};
use crate::wire::{Fault, Notice, NoticeKind};

/// One room: id, entries, last entry.
const ROOM: usize = 16 + 8 + 32;
/// As many rooms as fit into what a keyring keeps; the length is always the same, so that it says nothing.
const ROOMS: usize = 24;
/// Under whose name the computer's own note is kept: nobody's.
const EVERYBODY: PersonId = PersonId([0; 16]);
/// Where the second copy lies, among the person's own things in the folder.
const COPY: LockerId = LockerId([0xff; 8]);

impl Office {
    /// Notes the state of this person's rooms outside them: in the keyring, and among the person's own things. Done
    /// behind the person's work and at every lock, never in the middle of a save, which it would make several times
    /// slower; a room that is ahead of its note is no alarm.
    pub(crate) fn note_state(&mut self) {
        let unnoted = self
            .sitting
            .as_mut()
            .is_some_and(|sitting| std::mem::take(&mut sitting.unnoted));
        if !unnoted {
            return;
        }
        let Ok(slots) = self.slots() else {
            return;
        };
        self.note_list(&slots);
        let vault = slots.vault();
        let Some(sitting) = self.sitting.as_mut() else {
            return;
        };
        let note = encode(sitting);
        let public = sitting.opened.keys.public();
        // A keyring that is away today is noticed at the next opening; the entries themselves are safe.
        if let Ok(sealed) = keys::seal::seal_to(&public.sealing, &note) {
            let _ = self.around.keyring.note_put(vault, public.id, &sealed);
        }
        let _ = sitting.locker.put(COPY, &note, &mut *self.around.rng);
    }

    /// Says when the list of people is older than this computer last saw it: with an old list put back, closed accounts and
    /// old passwords open again. Said at every opening until somebody who looks after accounts has seen it.
    pub(super) fn look_for_old_list(&mut self, slots: &Slots) {
        let noted = self.noted_list(slots.vault());
        let Some(sitting) = self.sitting.as_mut() else {
            return;
        };
        if noted <= slots.counter() {
            return;
        }
        sitting.notices.push(Notice {
            kind: NoticeKind::Rollback,
            say: "The list of people is older than it was. An old copy was put back, so a closed account or an old password may open again."
                .to_owned(),
            next: Some("Look at Vault, People. Close again who should be closed, and change your password.".to_owned()),
        });
        self.note_account("list_put_back", None);
    }

    /// Notes how often the list of people had been written, on this computer and for everybody on it. Never lower than
    /// before, unless somebody who looks after accounts is in: they have been told.
    pub(super) fn note_list(&mut self, slots: &Slots) {
        let seen = self.sitting().is_ok_and(|sitting| {
            crate::rights::may(sitting.role(), crate::rights::Right::Settings)
        });
        let noted = self.noted_list(slots.vault());
        if seen || slots.counter() > noted {
            let counter = slots.counter().to_be_bytes();
            let _ = self
                .around
                .keyring
                .note_put(slots.vault(), EVERYBODY, &counter);
        }
    }

    fn noted_list(&self, vault: keys::VaultId) -> u64 {
        let note = self
            .around
            .keyring
            .note_get(vault, EVERYBODY)
            .ok()
            .flatten();
        note.and_then(|note| Some(u64::from_be_bytes(note.as_slice().try_into().ok()?)))
            .unwrap_or(0)
    }

    /// Compares the rooms with what was noted. An older room is said at once, and its old writer is never used again.
    pub(super) fn look_for_rollback(&mut self, slots: &Slots) -> Result<(), Fault> {
        let keyring = self.around.keyring.clone();
        let sitting = self.sitting()?;
        let id = sitting.opened.keys.id();
        let mut notes: Vec<Vec<u8>> = Vec::new();
        if let Ok(Some(sealed)) = keyring.note_get(slots.vault(), id)
            && let Ok(note) = keys::seal::open_with(sitting.opened.keys.sealing(), &sealed)
        {
            notes.push(note.to_vec());
        }
        if let Ok(note) = sitting.locker.get(COPY) {
            notes.push(note.to_vec());
        }
        let mut found: Vec<(RoomKind, u64, u64)> = Vec::new();
        for (room, remembered) in notes.iter().flat_map(|note| decode(note)) {
            for (kind, open) in &sitting.rooms {
                if open.id().0 == room
                    && let Some(rollback) = open.compare(&remembered)?
                    && !found.iter().any(|(known, ..)| known == kind)
                {
                    found.push((*kind, rollback.had, rollback.has));
                }
            }
        }
        if found.is_empty() {
            return Ok(());
        }
        let root = self.folder()?.root().to_owned();
        Writer::retire(&root, id, &mut *self.around.rng)?;
        let around = &mut self.around;
        let Some(sitting) = self.sitting.as_mut() else {
            return Ok(());
        };
        sitting.writer = Writer::load_or_make(
            &root,
            slots.vault(),
            &sitting.opened.keys,
            &sitting.device,
            &mut *around.rng,
        )?;
        for (kind, had, has) in found {
            let missing = had.saturating_sub(has);
            let sitting = self.sitting_mut()?;
            sitting.notices.push(Notice {
                kind: NoticeKind::Rollback,
                say: if missing > 0 {
                    format!("{}: these records are older than they were. {missing} entries that were here are gone.", kind.title())
                } else {
                    format!("{}: these records are not the ones that were here last time.", kind.title())
                },
                next: Some(
                    "An old copy may have been put back. Do not delete anything. Bring in the newest backup, or ask a colleague whose laptop has the rest."
                        .to_owned(),
                ),
            });
            self.note_in(
                Some(kind),
                "rolled_back",
                Some(format!("had {had}, has {has}")),
            );
        }
        Ok(())
    }

    /// Keeps that something happened to this person's account, where they can write.
    pub(crate) fn note_account(&mut self, event: &str, detail: Option<String>) {
        let kind = self
            .sitting
            .as_ref()
            .and_then(|sitting| sitting.rooms.keys().next().copied());
        self.note_in(kind, event, detail);
    }

    fn note_in(&mut self, kind: Option<RoomKind>, event: &str, detail: Option<String>) {
        let Some(sitting) = &self.sitting else { return };
        let note = AccountNote {
            person: sitting.opened.keys.id().to_string(),
            name: sitting.opened.card.name.clone(),
            role: sitting.opened.card.role.clone(),
            event: event.to_owned(),
            detail,
        };
        let entry = plain_entry(ACCOUNT_NOTED, NOTE, &note);
        // A note that cannot be written (a full disk) does not stop what it is about.
        let _ = match kind {
            Some(kind) => self.write(kind, vec![entry]).map(drop),
            // Whoever reads no records passes it on to those who do.
            None => super::post::pass_on(self, entry),
        };
    }
}

fn encode(sitting: &Sitting) -> Vec<u8> {
    let mut note = Vec::with_capacity(ROOM * ROOMS);
    for room in sitting.rooms.values().take(ROOMS) {
        if let Ok(Some(remembered)) = room.remember() {
            note.extend_from_slice(&room.id().0);
            note.extend_from_slice(&remembered.entries.to_be_bytes());
            note.extend_from_slice(&remembered.last.0);
        }
    }
    note.resize(ROOM * ROOMS, 0);
    note
}

fn decode(note: &[u8]) -> Vec<([u8; 16], Remembered)> {
    note.chunks_exact(ROOM)
        .filter_map(|chunk| {
            let (room, rest) = chunk.split_first_chunk::<16>()?;
            let (entries, last) = rest.split_first_chunk::<8>()?;
            let remembered = Remembered {
                entries: u64::from_be_bytes(*entries),
                last: history::Hash::from_slice(last)?,
            };
            (remembered.entries > 0).then_some((*room, remembered))
        })
        .collect()
}
