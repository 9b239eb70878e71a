//! The printed words: opening, proving, replacing, and setting up again after they were needed.

use rand_core::CryptoRngCore;

use super::document::Kind;
use super::slot::{Contents, Opener, make};
use super::{Opened, Slots};
use crate::hex::Hex;
use crate::{Cost, DeviceSecret, KeysError, PersonId, RecoveryWords};

impl Slots {
    /// Opens the vault with printed words, whoever they belong to. Needs neither password nor keyring.
    /// Costs one run of Argon2id at [`Cost::FLOOR`] for any number of people.
    ///
    /// Afterwards ask [`Slots::vouch_holds`], then set a password with [`Slots::re_seal_after_recovery`].
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`], [`KeysError::NoMemory`].
    pub fn open_with_words(&self, words: &RecoveryWords) -> Result<Opened, KeysError> {
        self.try_words(words, |_| true)?
            .ok_or(KeysError::DidNotOpen)
    }

    /// Whether these are the words that open this person's keys: the rehearsal of the printed kit.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`], [`KeysError::NoMemory`].
    pub fn prove_words(&self, person: PersonId, words: &RecoveryWords) -> Result<bool, KeysError> {
        self.person(person)?;
        Ok(self.try_words(words, |id| id == person)?.is_some())
    }

    /// New printed words; the old ones open nothing any more, except in copies made before.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`], [`KeysError::NoMemory`].
    pub fn replace_recovery(
        &mut self,
        opened: &Opened,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<RecoveryWords, KeysError> {
        let words = RecoveryWords::generate(rng);
        let slot = make(
            self.vault(),
            &Contents::of(opened),
            &Opener::Recovery(&words),
            Cost::FLOOR,
            rng,
        )?;
        self.person_mut(opened.keys.id())?.put(slot);
        Ok(words)
    }

    /// Gives a person who came in with printed words a password on this computer, with its (new) secret.
    ///
    /// With a new device secret everybody else's password has stopped opening: each comes in with their own
    /// words once, and this is called for each. Invitations must be made again; set the face again too.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`], [`KeysError::UserTaken`], [`KeysError::CostRefused`],
    /// [`KeysError::NoMemory`].
    pub fn re_seal_after_recovery(
        &mut self,
        device: &DeviceSecret,
        opened: &Opened,
        new_password: &str,
        cost: Cost,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(), KeysError> {
        let id = opened.keys.id();
        let user_tag = self.user_tag(&opened.card.user, device);
        if self
            .open_accounts()
            .any(|other| other.id != id && other.user_tag.0 == user_tag)
        {
            return Err(KeysError::UserTaken);
        }

        let slot = make(
            self.vault(),
            &Contents::of(opened),
            &Opener::Password(new_password, device),
            cost,
            rng,
        )?;
        let person = self.person_mut(id)?;
        person.put(slot);
        person.user_tag = Hex(user_tag);
        Ok(())
    }

    fn try_words(
        &self,
        words: &RecoveryWords,
        whose: impl Fn(PersonId) -> bool,
    ) -> Result<Option<Opened>, KeysError> {
        let opener = Opener::Recovery(words);
        let stretched = opener.stretch(self.vault(), &[0; 16], Cost::FLOOR)?;
        Ok(self
            .open_accounts()
            .filter(|person| whose(person.id))
            .find_map(|person| {
                stretched.open(self.vault(), person.id, person.slot(Kind::Recovery)?)
            }))
    }
}
