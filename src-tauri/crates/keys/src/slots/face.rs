//! What the list keeps for its callers: a face for the page before opening, a directory for after.

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::{Slots, VaultKey};
use crate::derive::Key;
use crate::envelope::Envelope;
use crate::{DeviceSecret, KeysError};

const FACE: &str = "strongroom/face/v1";
const DIRECTORY: &str = "strongroom/directory/v1";

impl Slots {
    /// What the page before opening may show on this computer (the school's name), or `None` when nothing
    /// was set.
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`] when it was set with another device secret.
    pub fn face(&self, device: &DeviceSecret) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
        let key = device.key(self.vault(), FACE);
        self.look(self.document.face.as_ref(), &key, FACE)
    }

    /// Sets what the page before opening may show on this computer.
    pub fn set_face(&mut self, face: &[u8], device: &DeviceSecret, rng: &mut dyn CryptoRngCore) {
        let key = device.key(self.vault(), FACE);
        self.document.face = Some(Envelope::seal(&key, &self.about(FACE), face, rng));
    }

    /// What everybody with an account may read (who is who), or `None` when nothing was set.
    ///
    /// # Errors
    /// [`KeysError::DidNotOpen`] when it was set with another vault key.
    pub fn directory(&self, vault_key: &VaultKey) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
        let key = vault_key.key(self.vault(), DIRECTORY);
        self.look(self.document.directory.as_ref(), &key, DIRECTORY)
    }

    /// Sets what everybody with an account may read.
    pub fn set_directory(
        &mut self,
        directory: &[u8],
        vault_key: &VaultKey,
        rng: &mut dyn CryptoRngCore,
    ) {
        let key = vault_key.key(self.vault(), DIRECTORY);
        let sealed = Envelope::seal(&key, &self.about(DIRECTORY), directory, rng);
        self.document.directory = Some(sealed);
    }

    fn look(
        &self,
        envelope: Option<&Envelope>,
        key: &Key,
        purpose: &str,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
        envelope
            .map(|envelope| {
                envelope
                    .open(key, &self.about(purpose))
                    .ok_or(KeysError::DidNotOpen)
            })
            .transpose()
    }

    fn about(&self, purpose: &str) -> Vec<u8> {
        [purpose.as_bytes(), b"\n", &self.vault().0].concat()
    }
}
