//! The secret itself.

use std::fmt;

use rand_core::CryptoRngCore;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::derive::{self, Key};
use crate::{KeysError, VaultId};

/// 32 bytes that this computer keeps for one vault. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DeviceSecret([u8; 32]);

impl DeviceSecret {
    pub(crate) fn random(rng: &mut dyn CryptoRngCore) -> Self {
        let mut secret = Self([0; 32]);
        rng.fill_bytes(&mut secret.0);
        secret
    }

    /// Takes bytes as they were kept: exactly 32.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, KeysError> {
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| KeysError::KeyringBroken)
    }

    /// What stands in for a secret where none is kept: SHA-256 of a fixed text, known to everybody.
    pub(crate) fn absent() -> Self {
        Self(derive::sha256(&[b"strongroom/no-device-secret/v1"]))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key of this computer and vault for one purpose.
    pub(crate) fn key(&self, vault: VaultId, purpose: &str) -> Key {
        derive::key(&[&self.0], &vault.0, &[purpose.as_bytes()])
    }
}

impl fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSecret(..)")
    }
}
