//! Somebody leaves.

use super::Slots;
use crate::{KeysError, PersonId};

impl Slots {
    /// Closes an account: its slots and grants go, its public keys stay, so that what the person signed can
    /// still be checked. `at` is in seconds since 1970. Closing is for good; coming back is a new account.
    ///
    /// What they had they had: re-key the rooms they held.
    ///
    /// # Errors
    /// [`KeysError::NoSuchPerson`], also when it is closed already.
    pub fn close(&mut self, person: PersonId, at: i64) -> Result<(), KeysError> {
        let person = self.person_mut(person)?;
        person.closed = Some(at);
        person.slots.clear();
        person.rooms.clear();
        Ok(())
    }
}
