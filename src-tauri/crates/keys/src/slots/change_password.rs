//! Another password.

use rand_core::CryptoRngCore;

use super::Slots;
use super::slot::{Contents, Opener, make};
use crate::{Cost, DeviceSecret, KeysError};

impl Slots {
    /// Puts a new password in the place of the old one. Costs two runs of Argon2id. The printed words stay.
    ///
    /// A copy of the folder made before still opens with the old password: say so.
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`] when the old one is wrong; [`KeysError::CostRefused`],
    /// [`KeysError::NoMemory`]. The list is then unchanged.
    pub fn change_password(
        &mut self,
        user: &str,
        old: &str,
        new: &str,
        device: &DeviceSecret,
        cost: Cost,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(), KeysError> {
        let opened = self.open_with_password(user, old, device)?;
        let slot = make(
            self.vault(),
            &Contents::of(&opened),
            &Opener::Password(new, device),
            cost,
            rng,
        )?;
        self.person_mut(opened.keys.id())?.put(slot);
        Ok(())
    }
}
