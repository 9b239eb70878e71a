//! What a slot gives.

use std::fmt;

use rand_core::CryptoRngCore;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::derive::{self, Key};
use crate::{Cost, PersonKeys, VaultId};

/// Who a person is to the vault, known only once one of their slots is open.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Card {
    /// What they type to be found.
    pub user: String,
    /// Their name as others read it.
    pub name: String,
    /// Their role, by its id.
    pub role: String,
}

/// 32 bytes shared by everybody with an account: vouches for the list, opens the directory.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct VaultKey([u8; 32]);

/// A person with the vault open. Wiped when dropped.
pub struct Opened {
    /// Their own keys.
    pub keys: PersonKeys,
    /// The key everybody with an account shares.
    pub vault_key: VaultKey,
    /// Who they are.
    pub card: Card,
    /// What opening this slot cost.
    pub cost: Cost,
}

impl VaultKey {
    /// Draws the key of a new vault.
    pub fn generate(rng: &mut dyn CryptoRngCore) -> Self {
        let mut key = Self([0; 32]);
        rng.fill_bytes(&mut key.0);
        key
    }

    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(*bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn key(&self, vault: VaultId, purpose: &str) -> Key {
        derive::key(&[&self.0], &vault.0, &[purpose.as_bytes()])
    }
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Card(..)")
    }
}

impl fmt::Debug for VaultKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VaultKey(..)")
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({}, ..)", self.keys.id())
    }
}
