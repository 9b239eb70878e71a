//! One person's small private store on this laptop: drafts, and own copies of what they posted.
//!
//! It is never synced and not part of the record. Each thing is a file of its own, so that keeping one draft can never
//! harm another. The bytes of version 1, big-endian, frozen for good:
//!
//! ```text
//! 0   8   magic "SR-LOCK\n"
//! 8   4   version, 1
//! 12  24  nonce, random
//! 36  …   XChaCha20-Poly1305 of: length as 4 bytes, content, zeros up to the next power of two from 1,024;
//!         then the 16-byte tag
//! ```
//!
//! - associated data: `"strongroom-locker/v1\n"`, the thing's 8-byte id, the person's 16-byte id
//! - file: `lockers/<person>/<id>.locker` with the id in hexadecimal, and for the person the first 8 bytes of SHA-256
//!   over `"strongroom-locker/person/v1\n"` and their id
//!
//! The padding leaves of a content's length only its power of two. What it does not notice is an older file of the same
//! thing put back in its place.

mod keep;
mod seal;

use crate::folder::FolderError;

pub use keep::{Kept, Locker};
pub use seal::MAX_LOCKER_BYTES;

/// Names one thing in a locker; random, so that it says nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockerId(pub [u8; 8]);

impl LockerId {
    /// Draws a new one.
    pub fn draw(rng: &mut dyn rand_core::CryptoRngCore) -> Self {
        let mut id = [0; 8];
        rng.fill_bytes(&mut id);
        Self(id)
    }

    /// The one of a thing there is only one of, such as the draft about one concern: from its kind, which ends in a new
    /// line, and what tells it from others of that kind. The same again gives the same.
    pub fn of(kind: &[u8], parts: &[&str]) -> Self {
        let [a, b, c, d, e, f, g, h, ..] =
            history::Hash::of(&[kind, parts.join("\n").as_bytes()]).0;
        Self([a, b, c, d, e, f, g, h])
    }

    /// Reads the 16 hexadecimal digits it is shown as.
    pub fn read(text: &str) -> Option<Self> {
        history::from_hex(text)?.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for LockerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&history::to_hex(&self.0))
    }
}

impl std::fmt::Debug for LockerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LockerId({self})")
    }
}

/// Why something could not be kept or given back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockerError {
    /// Nothing of that id is kept.
    #[error("nothing is kept under this name")]
    Missing,
    /// The file was changed, or the key is another person's.
    #[error("what is kept here is damaged")]
    Damaged,
    /// Written by a later version of the program.
    #[error("what is kept here is of version {version}, and this program knows version 1")]
    Newer {
        /// The version it names.
        version: u32,
    },
    /// More than one draft can be.
    #[error("this is too large to keep as a draft")]
    TooBig,
    /// The disk refused.
    #[error(transparent)]
    Folder(FolderError),
}

impl From<FolderError> for LockerError {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::Missing => Self::Missing,
            error @ (FolderError::DiskFull
            | FolderError::ReadOnly
            | FolderError::InUse { .. }
            | FolderError::Other { .. }) => Self::Folder(error),
        }
    }
}
