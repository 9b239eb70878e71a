//! One signed step in a history.

mod read;
mod verify;
mod write;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::clock::Moment;
use crate::{Hash, Id, PublicKey, Signature};

pub use read::{Envelope, read_envelope, read_header};
pub use verify::{verify_part, verify_signature, verify_signature_by};
pub use write::{Author, Written};

/// The version of the entry format this program writes.
pub const VERSION: u32 = 1;
/// The longest header, in bytes.
pub const MAX_HEADER: usize = 128 * 1024;
/// The longest part, in bytes, salt included. Larger things are blobs.
pub const MAX_PART: u64 = 1024 * 1024;
/// The most parts of one entry.
pub const MAX_PARTS: usize = 32;
/// The most subjects of one entry: a trip or a whole year group in one concern.
pub const MAX_SUBJECTS: usize = 512;
/// The most encrypted files of one entry.
pub const MAX_BLOBS: usize = 64;
/// What stands before a header's hash when it is signed: a signature made for one purpose never fits another.
pub const SIGN_DOMAIN: &[u8] = b"strongroom-entry/v1\n";

/// What is signed: where an entry stands and what hangs beside it. Field order is the format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The format's version.
    pub strongroom: u32,
    /// The room the entry belongs to; an entry copied into another room does not verify there.
    pub room: Id,
    /// Whose log: an Ed25519 key of one person on one installation.
    pub writer: PublicKey,
    /// 1, 2, 3 … within this writer's log in this room.
    pub seq: u64,
    /// Hash of the same writer's previous header in this room; absent for the first.
    pub prev: Option<Hash>,
    /// Newest entries of other writers that this writer took in since its previous entry.
    pub seen: Vec<Hash>,
    /// What it is about, under random ids.
    pub subjects: Vec<Subject>,
    /// Entries whose content this one takes the place of. Empty for something new.
    pub supersedes: Vec<Hash>,
    /// What kind of step, as a dotted word (`concern.recorded`).
    pub kind: String,
    /// The version of that kind.
    pub kind_version: u32,
    /// A reader that does not know this kind must stop showing its subjects rather than show a wrong picture.
    pub critical: bool,
    /// The hybrid clock: the order of the history.
    pub moment: Moment,
    /// What the laptop's clock claimed, RFC 3339 with offset and milliseconds.
    pub written: String,
    /// The time zone's name on that laptop.
    pub zone: String,
    /// What was odd about the clock, if anything.
    pub clock_note: Option<String>,
    /// When what is recorded happened, RFC 3339; absent where that means nothing.
    pub happened: Option<String>,
    /// The program that wrote it.
    pub app: String,
    /// The content, part by part.
    pub parts: Vec<PartHeader>,
    /// Encrypted files that belong to it.
    pub blobs: Vec<BlobHeader>,
}

/// A subject of an entry and the entries about it that this one builds on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// A random id of a pupil or a concern.
    pub id: Id,
    /// The newest entries about it in this room when this one was written.
    pub parents: Vec<Hash>,
}

/// What a header says of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartHeader {
    /// The part's name within its kind.
    pub name: String,
    /// Length of salt and bytes together.
    pub len: u64,
    /// SHA-256 of salt and bytes together.
    pub hash: Hash,
}

/// What a header says of an encrypted file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobHeader {
    /// SHA-256 of the encrypted bytes; also the file's name on disk.
    pub hash: Hash,
    /// Length of the encrypted bytes.
    pub len: u64,
}

/// A part as it is stored: 16 bytes of salt, then the content. Its SHA-256 is in the header.
#[derive(Clone, PartialEq, Eq)]
pub struct Part(Zeroizing<Vec<u8>>);

/// Bytes of salt before a part's content; they stop a short value from being guessed from its hash.
pub const SALT: usize = 16;

impl Part {
    /// Takes stored bytes (salt and content).
    pub fn from_stored(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Salt and content, as stored and hashed.
    pub fn stored(&self) -> &[u8] {
        &self.0
    }

    /// The content alone.
    pub fn content(&self) -> &[u8] {
        self.0.get(SALT..).unwrap_or_default()
    }
}

// Words about a child must not reach a log through `{:?}`.
impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Part({} bytes)", self.0.len())
    }
}

/// An entry as it is stored and carried: exact header bytes, signature, and the parts that are here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The exact bytes that were signed.
    pub header: Vec<u8>,
    /// The writer's signature.
    pub signature: Signature,
    /// One place for each part of the header; `None` where it was withheld or destroyed.
    pub parts: Vec<Option<Part>>,
}

impl Entry {
    /// The entry's name everywhere: SHA-256 of the header's exact bytes.
    pub fn id(&self) -> Hash {
        Hash::of(&[&self.header])
    }
}
