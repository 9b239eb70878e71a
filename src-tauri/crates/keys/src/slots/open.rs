//! Opening with a password.

use super::document::{Kind, Person, Slot};
use super::slot::Opener;
use super::{Opened, Slots};
use crate::{Cost, DeviceSecret, KeysError};

impl Slots {
    /// Opens the vault for a user with their password. Costs one run of Argon2id, also for a user nobody
    /// knows, and never tells which part was wrong.
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`], [`KeysError::NoMemory`].
    pub fn open_with_password(
        &self,
        user: &str,
        password: &str,
        device: &DeviceSecret,
    ) -> Result<Opened, KeysError> {
        self.open_as(user, device, &Opener::Password(password, device))
    }

    pub(super) fn open_as(
        &self,
        user: &str,
        device: &DeviceSecret,
        opener: &Opener,
    ) -> Result<Opened, KeysError> {
        let person = self.find_user(user, device);
        let slot = person.and_then(|person| person.slot(opener.kind()));
        let (salt, cost) = match slot {
            Some(slot) => (slot.salt.0, slot.cost),
            None => ([0; 16], self.usual_cost(opener.kind())),
        };

        let stretched = opener.stretch(self.vault(), &salt, cost)?;
        let open = |(person, slot): (&Person, &Slot)| stretched.open(self.vault(), person.id, slot);
        person.zip(slot).and_then(open).ok_or(KeysError::DidNotOpen)
    }

    /// What an attempt costs when there is no slot to say so: as much as for others.
    fn usual_cost(&self, kind: Kind) -> Cost {
        self.open_accounts()
            .find_map(|person| person.slot(kind))
            .map_or(Cost::FLOOR, |slot| slot.cost)
    }
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;
    use crate::slots::{Enrolment, VaultKey};
    use crate::stretch::RUNS;
    use crate::{Card, InvitationCode, PersonId, PersonKeys, RecoveryWords, VaultId};

    fn runs_of<T>(work: impl FnOnce() -> T) -> u32 {
        let before = RUNS.get();
        work();
        RUNS.get() - before
    }

    #[test]
    fn every_attempt_costs_one_run_whoever_it_is_for() {
        let device = DeviceSecret::absent();
        let mut slots = Slots::create(VaultId([1; 16]));
        for user in ["asha", "ben"] {
            let newcomer = Enrolment {
                keys: &PersonKeys::generate(PersonId::random(&mut OsRng), &mut OsRng),
                card: &Card {
                    user: user.to_owned(),
                    name: String::new(),
                    role: String::new(),
                },
                vault_key: &VaultKey::generate(&mut OsRng),
                password: "right",
                cost: Cost::FLOOR,
            };
            slots.enrol(&newcomer, &device, &mut OsRng).unwrap();
        }
        let code = InvitationCode::generate(&mut OsRng);
        let words = RecoveryWords::generate(&mut OsRng);

        assert_eq!(
            runs_of(|| slots.open_with_password("asha", "right", &device)),
            1
        );
        assert_eq!(
            runs_of(|| slots.open_with_password("asha", "wrong", &device)),
            1
        );
        assert_eq!(
            runs_of(|| slots.open_with_password("nobody", "right", &device)),
            1
        );
        assert_eq!(runs_of(|| slots.accept("asha", &code, &device)), 1);
        assert_eq!(runs_of(|| slots.accept("nobody", &code, &device)), 1);
        assert_eq!(runs_of(|| slots.open_with_words(&words)), 1);
    }
}
