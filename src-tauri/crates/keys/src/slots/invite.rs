//! An account for somebody who is not at the keyboard yet.

use std::fmt;

use rand_core::CryptoRngCore;

use super::document::Kind;
use super::slot::{Contents, Opener, make};
use super::{Card, Enrolment, Grants, Slots, VaultKey};
use crate::{
    Cost, DeviceSecret, InvitationCode, KeysError, PersonId, PersonKeys, RecoveryWords, RoomId,
    RoomKeys,
};

/// An invitation that was opened with its code. Wiped when dropped.
pub struct Accepted {
    /// Who was invited.
    pub id: PersonId,
    /// Who they are.
    pub card: Card,
    /// The key everybody with an account shares.
    pub vault_key: VaultKey,
    /// The rooms they were granted, to be sealed to their own keys.
    pub grants: Grants,
}

impl Slots {
    /// Makes an account with temporary keys for somebody to take over, and the code for it, which works once
    /// and on this computer. Costs one run of Argon2id at [`Cost::FLOOR`].
    ///
    /// # Errors
    /// [`KeysError::UserTaken`], [`KeysError::NoMemory`]; the list is then unchanged.
    pub fn invite(
        &mut self,
        card: &Card,
        vault_key: &VaultKey,
        rooms: &[(RoomId, RoomKeys)],
        device: &DeviceSecret,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(PersonId, InvitationCode), KeysError> {
        if self.find_user(&card.user, device).is_some() {
            return Err(KeysError::UserTaken);
        }
        let keys = PersonKeys::generate(PersonId::random(rng), rng);
        let code = InvitationCode::generate(rng);
        let contents = Contents {
            keys: &keys,
            vault_key,
            card,
        };
        let opener = Opener::Invitation(&code, device);

        let mut person = self.blank(&keys, card, device);
        person.put(make(self.vault(), &contents, &opener, Cost::FLOOR, rng)?);
        for (room, room_keys) in rooms {
            person.grant(self.vault(), *room, room_keys)?;
        }
        self.document.people.push(person);
        Ok((keys.id(), code))
    }

    /// Opens an invitation with its code. Nothing changes until [`Slots::enrol_accepted`].
    /// Costs one run of Argon2id, also for a user nobody knows.
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`], [`KeysError::NoMemory`].
    pub fn accept(
        &self,
        user: &str,
        code: &InvitationCode,
        device: &DeviceSecret,
    ) -> Result<Accepted, KeysError> {
        let opened = self.open_as(user, device, &Opener::Invitation(code, device))?;
        Ok(Accepted {
            id: opened.keys.id(),
            grants: self.grants(&opened),
            card: opened.card,
            vault_key: opened.vault_key,
        })
    }

    /// Turns an accepted invitation into an account: keys made at the invited person's own keyboard take the
    /// place of the temporary ones, every room is sealed to them, and the code opens nothing any more.
    /// `newcomer.keys` must bear the id of the invitation. Costs two runs of Argon2id.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`] when there is no such invitation (any more), [`KeysError::CostRefused`],
    /// [`KeysError::NoMemory`]; the list is then unchanged.
    pub fn enrol_accepted(
        &mut self,
        accepted: &Accepted,
        keys: &PersonKeys,
        password: &str,
        cost: Cost,
        device: &DeviceSecret,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<RecoveryWords, KeysError> {
        let waiting = self.person(accepted.id)?.slot(Kind::Invitation).is_some();
        if !waiting || keys.id() != accepted.id {
            return Err(KeysError::NoSuchPerson);
        }

        let newcomer = Enrolment {
            keys,
            card: &accepted.card,
            vault_key: &accepted.vault_key,
            password,
            cost,
        };
        let (mut person, words) = self.first_slots(&newcomer, device, rng)?;
        for (room, room_keys) in &accepted.grants.open {
            person.grant(self.vault(), *room, room_keys)?;
        }
        *self.person_mut(accepted.id)? = person;
        Ok(words)
    }
}

impl fmt::Debug for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Accepted({}, ..)", self.id)
    }
}
