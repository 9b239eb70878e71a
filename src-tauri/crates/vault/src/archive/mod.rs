//! A whole backup as one stream: named pieces, each with its hash, and a trailer that says there were no others.
//!
//! Encryption goes around it (`keys`), so that nothing here has to be secret and the container can be read with a
//! program of a hundred lines. The bytes of version 1, big-endian, frozen for good:
//!
//! ```text
//! magic "SR-ARCH\n", version as 4 bytes, 1
//! for each entry:
//!     1 byte, 1
//!     length of the name as 1 byte, name
//!     length of the content as 8 bytes, content
//!     SHA-256 of the content
//! trailer:
//!     1 byte, 0
//!     number of entries as 8 bytes
//!     SHA-256 of "strongroom-archive/v1\n" and, for each entry, the length of the name as 1 byte, the name, the length
//!     of the content as 8 bytes, the SHA-256 of the content
//! nothing after it
//! ```
//!
//! What an archive holds is proved only when its trailer has been read: whoever restores lays the pieces aside first.

mod name;
mod read;
#[cfg(test)]
mod shelf;
mod write;

use std::io;

use sha2::{Digest, Sha256};

use crate::folder::FolderError;

pub use name::EntryName;
pub use read::{ArchiveEntry, ArchiveLimits, ArchiveReader};
pub use write::ArchiveWriter;

const MAGIC: &[u8; 8] = b"SR-ARCH\n";
const VERSION: u32 = 1;
const DOMAIN: &[u8] = b"strongroom-archive/v1\n";
const ENTRY: u8 = 1;
const TRAILER: u8 = 0;
/// How much is moved at a time.
const STEP: usize = 64 * 1024;

/// Why an archive could not be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It does not begin as an archive does.
    #[error("this is not a backup")]
    NotAnArchive,
    /// Written by a later version of the program.
    #[error("the backup is of version {version}, and this program knows version 1")]
    Newer {
        /// The version it names.
        version: u32,
    },
    /// A name that is not allowed: not relative, too deep, or of other letters.
    #[error("the backup holds a name that is not allowed")]
    BadName,
    /// Two entries would stand in one place.
    #[error("the backup holds two things of one name")]
    Twice,
    /// More entries or more bytes than the reader was told to expect.
    #[error("the backup claims more than there can be")]
    TooBig,
    /// It ends before its end.
    #[error("the backup is cut short")]
    Cut,
    /// A content does not have its hash.
    #[error("entry {entry} of the backup is damaged")]
    Damaged {
        /// Which entry, from 0.
        entry: u64,
    },
    /// The trailer does not fit what came before it, or something stands where no entry begins.
    #[error("the backup is not complete as it was written")]
    Incomplete,
    /// Something follows the trailer.
    #[error("something was added to the backup")]
    Appended,
    /// What was being backed up had another length than was said: it changed meanwhile.
    #[error("a file changed while it was backed up")]
    SourceChanged,
    /// An earlier failure left it unusable.
    #[error("the backup was given up after an earlier failure")]
    GivenUp,
    /// What was read from refused.
    #[error("the source could not be read ({0})")]
    Input(io::ErrorKind),
    /// What was written to refused.
    #[error("the backup could not be written: {0}")]
    Output(FolderError),
}

impl ArchiveError {
    fn input(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            Self::Cut
        } else {
            Self::Input(error.kind())
        }
    }

    fn output(error: io::Error) -> Self {
        Self::Output(error.into())
    }
}

/// The hash of hashes as it grows, and how many entries are in it.
struct Seen {
    hash: Sha256,
    count: u64,
}

impl Seen {
    fn nothing() -> Self {
        Self {
            hash: Sha256::new_with_prefix(DOMAIN),
            count: 0,
        }
    }

    fn entry(&mut self, name: &EntryName, len: u64, hash: &[u8; 32]) {
        self.hash.update([name.len_byte()]);
        self.hash.update(name.as_str());
        self.hash.update(len.to_be_bytes());
        self.hash.update(hash);
        self.count += 1;
    }

    fn trailer(self) -> ([u8; 8], [u8; 32]) {
        (self.count.to_be_bytes(), self.hash.finalize().into())
    }
}
