//! A person's first slots.

use rand_core::CryptoRngCore;

use super::document::{Document, Person};
use super::slot::{Contents, Opener, make};
use super::{Card, Slots, VaultKey};
use crate::hex::Hex;
use crate::{Cost, DeviceSecret, KeysError, PersonKeys, RecoveryWords};

/// Somebody who sits at the keyboard and gets an account.
pub struct Enrolment<'a> {
    /// Their keys, made here and now.
    pub keys: &'a PersonKeys,
    /// Who they are.
    pub card: &'a Card,
    /// The key everybody with an account shares.
    pub vault_key: &'a VaultKey,
    /// The password they chose.
    pub password: &'a str,
    /// What one guess at it shall cost, see [`crate::stretch::calibrate`].
    pub cost: Cost,
}

impl Slots {
    /// Gives a person an account and their printed words. Costs two runs of Argon2id.
    ///
    /// # Errors
    /// [`KeysError::UserTaken`], [`KeysError::CostRefused`], [`KeysError::NoMemory`]; the list is then
    /// unchanged.
    pub fn enrol(
        &mut self,
        newcomer: &Enrolment,
        device: &DeviceSecret,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<RecoveryWords, KeysError> {
        let known = self
            .document
            .people
            .iter()
            .any(|person| person.id == newcomer.keys.id());
        if known || self.find_user(&newcomer.card.user, device).is_some() {
            return Err(KeysError::UserTaken);
        }

        let (person, words) = self.first_slots(newcomer, device, rng)?;
        self.document.people.push(person);
        Ok(words)
    }

    /// A record with password and recovery slot and no rooms.
    pub(super) fn first_slots(
        &self,
        newcomer: &Enrolment,
        device: &DeviceSecret,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(Person, RecoveryWords), KeysError> {
        let contents = Contents {
            keys: newcomer.keys,
            vault_key: newcomer.vault_key,
            card: newcomer.card,
        };
        let words = RecoveryWords::generate(rng);
        let Document { vault, .. } = self.document;

        let by_password = Opener::Password(newcomer.password, device);
        let by_words = Opener::Recovery(&words);
        let slots = vec![
            make(vault, &contents, &by_password, newcomer.cost, rng)?,
            make(vault, &contents, &by_words, Cost::FLOOR, rng)?,
        ];
        let mut person = self.blank(newcomer.keys, newcomer.card, device);
        person.slots = slots;
        Ok((person, words))
    }

    pub(super) fn blank(&self, keys: &PersonKeys, card: &Card, device: &DeviceSecret) -> Person {
        let public = keys.public();
        Person {
            id: public.id,
            user_tag: Hex(self.user_tag(&card.user, device)),
            identity: Hex(public.identity),
            sealing: public.sealing,
            closed: None,
            slots: Vec::new(),
            rooms: Vec::new(),
        }
    }
}
