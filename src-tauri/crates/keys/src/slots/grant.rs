//! Rooms that people hold.
//!
//! A grant is an `age` file to the person's sealing key. Inside: "strongroom/grant/v1\n", vault (16 bytes),
//! person (16), room (16), the room's file key (32), its letterbox secret (32).

use zeroize::Zeroizing;

use super::document::{Grant, Person};
use super::{Opened, Slots};
use crate::hex::HexBytes;
use crate::{KeysError, PersonId, RoomId, RoomKeys, SealingKey, VaultId, seal};

/// The rooms a person holds.
#[derive(Debug)]
pub struct Grants {
    /// The rooms whose keys opened.
    pub open: Vec<(RoomId, RoomKeys)>,
    /// Rooms whose grant did not open or was made for something else: say so, they may have been put there.
    pub refused: Vec<RoomId>,
}

impl Slots {
    /// Gives a person the keys of a room, in the place of an older grant of it.
    ///
    /// Ask [`Slots::seal_holds`] before: a swapped public key would hand the room to somebody else.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`].
    pub fn grant(
        &mut self,
        person: PersonId,
        room: RoomId,
        keys: &RoomKeys,
    ) -> Result<(), KeysError> {
        let vault = self.vault();
        self.person_mut(person)?.grant(vault, room, keys)
    }

    /// Takes a room from a person. What they had they had: re-key the room.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`].
    pub fn revoke(&mut self, person: PersonId, room: RoomId) -> Result<(), KeysError> {
        self.person_mut(person)?
            .rooms
            .retain(|grant| grant.room != room);
        Ok(())
    }

    /// The rooms this person holds.
    pub fn grants(&self, opened: &Opened) -> Grants {
        let mut grants = Grants {
            open: Vec::new(),
            refused: Vec::new(),
        };
        let Ok(person) = self.person(opened.keys.id()) else {
            return grants;
        };
        for Grant { room, sealed } in &person.rooms {
            match open(
                self.vault(),
                person.id,
                *room,
                opened.keys.sealing(),
                &sealed.0,
            ) {
                Some(keys) => grants.open.push((*room, keys)),
                None => grants.refused.push(*room),
            }
        }
        grants
    }
}

impl Person {
    pub(super) fn grant(
        &mut self,
        vault: VaultId,
        room: RoomId,
        keys: &RoomKeys,
    ) -> Result<(), KeysError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(256));
        bytes.extend_from_slice(&about(vault, self.id, room));
        bytes.extend_from_slice(keys.file_key.as_ref());
        bytes.extend_from_slice(keys.letterbox.secret());

        let sealed = seal::seal_to(&self.sealing, &bytes)?;
        self.rooms.retain(|grant| grant.room != room);
        self.rooms.push(Grant {
            room,
            sealed: HexBytes(sealed),
        });
        Ok(())
    }
}

fn open(
    vault: VaultId,
    person: PersonId,
    room: RoomId,
    key: &SealingKey,
    sealed: &[u8],
) -> Option<RoomKeys> {
    let bytes = seal::open_with(key, sealed).ok()?;
    let rest = bytes.strip_prefix(about(vault, person, room).as_slice())?;
    let (file_key, rest) = rest.split_first_chunk::<32>()?;
    let letterbox: &[u8; 32] = rest.try_into().ok()?;
    Some(RoomKeys {
        file_key: Zeroizing::new(*file_key),
        letterbox: SealingKey::from_secret(letterbox),
    })
}

/// `age` does not say who sealed; the place is said inside, so that a grant fits no other.
fn about(vault: VaultId, person: PersonId, room: RoomId) -> Vec<u8> {
    [
        b"strongroom/grant/v1\n".as_slice(),
        &vault.0,
        &person.0,
        &room.0,
    ]
    .concat()
}
