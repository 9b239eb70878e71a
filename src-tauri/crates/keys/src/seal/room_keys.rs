//! What opens a room.

use std::fmt;

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::SealingKey;

/// What opens a room on this laptop. Wiped when dropped.
#[derive(Clone)]
pub struct RoomKeys {
    /// The raw key of the room's SQLCipher file.
    pub file_key: Zeroizing<[u8; 32]>,
    /// Opens what was posted into the room. Anybody may seal to its public half.
    pub letterbox: SealingKey,
}

impl RoomKeys {
    /// Draws the keys of a new room: at the keyboard of its first rightful member.
    pub fn generate(rng: &mut dyn CryptoRngCore) -> Self {
        let mut file_key = Zeroizing::new([0; 32]);
        rng.fill_bytes(file_key.as_mut());
        Self {
            file_key,
            letterbox: SealingKey::generate(rng),
        }
    }

    /// What people post to: the letterbox's public half, "age1...".
    pub fn letterbox_public(&self) -> String {
        self.letterbox.public()
    }
}

impl fmt::Debug for RoomKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomKeys(..)")
    }
}
