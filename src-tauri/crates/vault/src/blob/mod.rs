//! Attachments: files of any size to 8 GiB, encrypted, written and read in bounded memory.
//!
//! A blob is durable before the entry that names it is written, so an entry never points at nothing. Its key stands in
//! the entry's part and nowhere else: destroying the part destroys the file.
//!
//! The bytes of version 1, big-endian, frozen for good:
//!
//! ```text
//! 0   8   magic "SR-BLOB\n"
//! 8   4   version, 1
//! 12  16  nonce prefix, random
//! 28  …   chunks: each 65,536 bytes of content (the last 1 to 65,536; 0 only in an empty file)
//!         under XChaCha20-Poly1305, followed by its 16-byte tag
//! ```
//!
//! - key: 32 random bytes, for this file only
//! - nonce of chunk *i*: nonce prefix, then *i* as 8 bytes, counting from 0
//! - associated data of chunk *i*: `"strongroom-blob/v1\n"`, *i* as 8 bytes, one byte that is 1 for the last chunk and
//!   0 for every other
//!
//! The file's name is the SHA-256 of all its bytes. A chunk that is changed, moved, repeated, left out or added fails
//! its tag; a file cut at the end of a chunk fails because the chunk that now ends it is not marked as the last.

mod carry;
#[cfg(test)]
mod large;
mod piece;
mod read;
mod seal;
mod write;

use std::io;

use crate::folder::FolderError;

pub use carry::{SealedBlob, SealedHash, list, open_sealed, remove, take_sealed, verify};
pub use read::BlobReader;
pub use write::{BlobMade, BlobWriter};

/// The largest content of one file: 8 GiB.
pub const MAX_BLOB_BYTES: u64 = 8 * 1024 * 1024 * 1024;

/// Why an attachment could not be kept or given back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BlobError {
    /// It is not on this laptop.
    #[error("the attached file is not here")]
    Missing,
    /// It has not the length the record says: cut short, or grown.
    #[error("the attached file is {have} bytes long and should be {want}")]
    WrongLength {
        /// Encrypted bytes on the disk.
        have: u64,
        /// Encrypted bytes the record names.
        want: u64,
    },
    /// A chunk does not pass its tag: changed bytes, or not the key.
    #[error("the attached file is damaged at chunk {chunk}")]
    Damaged {
        /// Which chunk, from 0.
        chunk: u64,
    },
    /// Its encrypted bytes do not have the hash that is its name.
    #[error("the attached file is not the one that was recorded")]
    WrongHash,
    /// It opened, but to another content than the record says.
    #[error("the attached file opens to another content than was recorded")]
    WrongContent,
    /// Something else stands in its place.
    #[error("this is not an attached file")]
    NotABlob,
    /// Written by a later version of the program.
    #[error("the attached file is of version {version}, and this program knows version 1")]
    Newer {
        /// The version it names.
        version: u32,
    },
    /// More than one file can hold.
    #[error("a file of more than 8 GiB cannot be attached")]
    TooBig,
    /// The person stopped it.
    #[error("stopped")]
    Cancelled,
    /// An earlier write failed, so this file can no longer be finished.
    #[error("the file was given up after an earlier failure")]
    GivenUp,
    /// What was read from, outside the vault, stopped giving.
    #[error("the source could not be read ({0})")]
    Input(io::ErrorKind),
    /// What was written to, outside the vault, refused.
    #[error("the copy could not be written: {0}")]
    Output(FolderError),
    /// The vault's own disk refused.
    #[error(transparent)]
    Folder(FolderError),
}

impl From<FolderError> for BlobError {
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

impl From<io::Error> for BlobError {
    fn from(error: io::Error) -> Self {
        FolderError::from(error).into()
    }
}
