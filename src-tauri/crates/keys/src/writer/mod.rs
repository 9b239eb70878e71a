//! The key that signs entries: one per person and installation, never exported, never in a backup.
//!
//! A restored or copied vault is a new writer. Whatever happens to the file, the answer is a fresh key and
//! never an error: the record goes on under a new name that the person's identity vouches for.

mod certify;
mod file;

use std::fmt;
use std::path::Path;

use ed25519_dalek::SigningKey;
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use crate::{DeviceSecret, KeysError, PersonId, PersonKeys, VaultId};

pub use certify::{certify_writer, verify_writer};
pub use file::FILE;

/// What signs entries here. Wiped when dropped.
pub struct Writer {
    /// Signs entries (Ed25519).
    pub key: SigningKey,
    /// Made just now: certify it before it signs.
    pub fresh: bool,
}

impl Writer {
    /// Gives the person's writer of this installation, making one when there is none that opens.
    ///
    /// # Errors
    /// [`KeysError::Disk`] when a fresh key cannot be kept.
    pub fn load_or_make(
        folder: &Path,
        vault: VaultId,
        person: &PersonKeys,
        device: &DeviceSecret,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<Self, KeysError> {
        let mut writers = file::read(folder, rng);
        if let Some(key) = writers.open(vault, person, device) {
            return Ok(Self { key, fresh: false });
        }
        let fresh = Self::one_off(rng);
        writers.keep(vault, person, device, &fresh.key, rng);
        writers.write(folder)?;
        Ok(fresh)
    }

    /// Forgets a person's writer, because the vault was seen to be older than it should: an old sequence is
    /// never continued. The next [`Writer::load_or_make`] makes a new one.
    pub fn retire(
        folder: &Path,
        person: PersonId,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<(), KeysError> {
        let mut writers = file::read(folder, rng);
        writers.forget(person);
        writers.write(folder)
    }

    /// A writer for one post into a letterbox, kept nowhere: two posts of one person do not look alike.
    pub fn one_off(rng: &mut dyn CryptoRngCore) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut());
        Self {
            key: SigningKey::from_bytes(&seed),
            fresh: true,
        }
    }

    /// The public half.
    pub fn public(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Writer(..)")
    }
}
