//! What this computer keeps of a vault: 32 random bytes, without which a password opens nothing here.
//!
//! It is a second lock, never the only one: an administrator's password reset or a new profile takes it
//! away, and the printed words open the vault without it.

mod file;
mod os;
mod secret;

use std::path::PathBuf;

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use crate::{KeysError, PersonId, VaultId};

pub use secret::DeviceSecret;

/// The longest note a keyring keeps, in bytes. Windows takes 2,560; the rest is room to breathe.
pub const LONGEST_NOTE: usize = 2048;

/// Where this computer keeps its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keyring {
    /// The system's keyring: Secret Service on Linux, Credential Manager on Windows, Keychain on macOS
    /// (the last two are untried).
    Os,
    /// One file of 32 bytes for one vault, readable by this user only. Notes stand beside it.
    File(PathBuf),
    /// Nothing is kept: the password alone opens the vault on this computer, and the seal of the
    /// people file can be made by anybody.
    Absent,
}

impl Keyring {
    /// Gives the secret of a vault.
    ///
    /// # Errors
    /// [`KeysError::NoService`], [`KeysError::Locked`], [`KeysError::SecretMissing`] (the keyring is open and
    /// was reset, or never had it), [`KeysError::KeyringBroken`]; for a file also [`KeysError::Disk`].
    pub fn load(&self, vault: VaultId) -> Result<DeviceSecret, KeysError> {
        match self {
            Self::Os => os::get(&os::secret_of(vault))?
                .ok_or(KeysError::SecretMissing)
                .and_then(|bytes| DeviceSecret::read(&bytes)),
            Self::File(path) => file::get(path)?
                .ok_or(KeysError::SecretMissing)
                .and_then(|bytes| DeviceSecret::read(&bytes)),
            Self::Absent => Ok(DeviceSecret::absent()),
        }
    }

    /// Makes the secret of a vault, reads it back and compares. An existing one is never overwritten.
    ///
    /// Call this before anything is sealed: a keyring that answers "no entry" may still refuse to keep one.
    ///
    /// # Errors
    /// [`KeysError::SecretThere`] besides those of [`Keyring::load`].
    pub fn make(
        &self,
        vault: VaultId,
        rng: &mut dyn CryptoRngCore,
    ) -> Result<DeviceSecret, KeysError> {
        let secret = DeviceSecret::random(rng);
        match self {
            Self::Os => {
                let name = os::secret_of(vault);
                if os::get(&name)?.is_some() {
                    return Err(KeysError::SecretThere);
                }
                os::put(&name, secret.bytes())?;
            }
            Self::File(path) => file::put_new(path, secret.bytes())?,
            Self::Absent => return Ok(DeviceSecret::absent()),
        }

        if self.load(vault)?.bytes() == secret.bytes() {
            Ok(secret)
        } else {
            Err(KeysError::KeyringBroken)
        }
    }

    /// Forgets the secret of a vault. None kept is no error. Notes stay: they are worth nothing to a reader.
    pub fn forget(&self, vault: VaultId) -> Result<(), KeysError> {
        match self {
            Self::Os => os::forget(&os::secret_of(vault)),
            Self::File(path) => file::forget(path),
            Self::Absent => Ok(()),
        }
    }

    /// Keeps a note of at most [`LONGEST_NOTE`] bytes about a person, outside the vault, over the one before.
    /// It is kept as given: seal it first (see [`crate::own_key`]). [`Keyring::Absent`] keeps none.
    pub fn note_put(&self, vault: VaultId, person: PersonId, note: &[u8]) -> Result<(), KeysError> {
        if note.len() > LONGEST_NOTE {
            return Err(KeysError::NoteTooLong);
        }
        match self {
            Self::Os => os::put(&os::note_of(vault, person), note),
            Self::File(path) => file::put(&file::note_of(path, vault, person), note),
            Self::Absent => Ok(()),
        }
    }

    /// Gives the note about a person, or `None` when there is none.
    pub fn note_get(
        &self,
        vault: VaultId,
        person: PersonId,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
        match self {
            Self::Os => os::get(&os::note_of(vault, person)),
            Self::File(path) => file::get(&file::note_of(path, vault, person)),
            Self::Absent => Ok(None),
        }
    }
}
