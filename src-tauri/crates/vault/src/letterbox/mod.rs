//! Where reports wait for somebody who may read them.
//!
//! Anyone may post into a room they cannot read. The `keys` crate seals the report to the room; here it is only kept,
//! until a member of the room has entered it. The bytes of version 1, big-endian, frozen for good:
//!
//! ```text
//! 0   8   magic "SR-POST\n"
//! 8   4   version, 1
//! 12  4   length of the sealed bytes
//! 16  32  SHA-256 of the four bytes of the length and the sealed bytes
//! 48  …   sealed bytes
//!     …   zeros, until the file's length is a power of two from 4,096
//! ```
//!
//! The hash finds a damaged post on a laptop that cannot open it, while the one that posted may still be asked. Whether
//! the post was forged, only whoever opens it can tell.
//!
//! The file is `letterbox/<32 hex>.post` with a random name. Neither name nor size tells which room it is for, and its day
//! does not tell when somebody posted.

use std::path::PathBuf;

use history::Hash;
use rand_core::CryptoRngCore;

use crate::folder::{
    FolderError, VaultFolder, forget_times, hex_name, hex_names, make_folder, read_whole,
    remove_file, write_whole,
};

/// The most a post may hold: a whole entry with its header and its largest parts, sealed.
pub const MAX_POST_BYTES: usize = 4 * 1024 * 1024 - BEFORE;

const MAGIC: &[u8; 8] = b"SR-POST\n";
const VERSION: u32 = 1;
const BEFORE: usize = MAGIC.len() + 4 + 4 + 32;
const SMALLEST: usize = 4096;
const MAX_FILE: u64 = (BEFORE + MAX_POST_BYTES) as u64;

/// Names one waiting post; random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostId(pub [u8; 16]);

impl std::fmt::Display for PostId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&history::to_hex(&self.0))
    }
}

impl std::fmt::Debug for PostId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PostId({self})")
    }
}

/// Why a post could not be put in or taken out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterboxError {
    /// No such post waits here.
    #[error("this report is not in the letterbox")]
    Missing,
    /// The file was cut, grown or changed.
    #[error("a report in the letterbox is damaged")]
    Damaged,
    /// Written by a later version of the program.
    #[error("a report in the letterbox is of version {version}, and this program knows version 1")]
    Newer {
        /// The version it names.
        version: u32,
    },
    /// More than a post may hold.
    #[error("this report is too large to post")]
    TooBig,
    /// The disk refused.
    #[error(transparent)]
    Folder(FolderError),
}

impl From<FolderError> for LetterboxError {
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

/// Puts sealed bytes in; when this returns they survive a power cut.
pub fn post(
    folder: &VaultFolder,
    sealed: &[u8],
    rng: &mut dyn CryptoRngCore,
) -> Result<PostId, LetterboxError> {
    let bytes = wrap(sealed)?;
    let mut id = [0; 16];
    rng.fill_bytes(&mut id);
    make_folder(&folder.letterbox())?;
    let path = file(folder, PostId(id));
    write_whole(&path, &bytes)?;
    forget_times(&path);
    forget_times(&folder.letterbox());
    Ok(PostId(id))
}

/// Lists what waits, sorted by name, which is no order of time.
pub fn list(folder: &VaultFolder) -> Result<Vec<PostId>, LetterboxError> {
    Ok(hex_names(&folder.letterbox(), "", ".post")?
        .into_iter()
        .map(PostId)
        .collect())
}

/// Gives the sealed bytes of one post; it stays where it is.
pub fn read(folder: &VaultFolder, id: PostId) -> Result<Vec<u8>, LetterboxError> {
    let bytes = read_whole(&file(folder, id), MAX_FILE)?.ok_or(LetterboxError::Damaged)?;
    unwrap(&bytes).map(<[u8]>::to_vec)
}

/// Takes a post out for good, once it has been entered; `false` when it was not there.
pub fn take_away(folder: &VaultFolder, id: PostId) -> Result<bool, LetterboxError> {
    let was_there = remove_file(&file(folder, id))?;
    forget_times(&folder.letterbox());
    Ok(was_there)
}

/// The file of one post.
pub fn file(folder: &VaultFolder, id: PostId) -> PathBuf {
    hex_name(&folder.letterbox(), "", &id.0, ".post")
}

fn wrap(sealed: &[u8]) -> Result<Vec<u8>, LetterboxError> {
    let length = u32::try_from(sealed.len()).map_err(|_| LetterboxError::TooBig)?;
    if sealed.len() > MAX_POST_BYTES {
        return Err(LetterboxError::TooBig);
    }
    let length = length.to_be_bytes();
    let hash = Hash::of(&[&length, sealed]);
    let mut bytes = [
        MAGIC.as_slice(),
        &VERSION.to_be_bytes(),
        &length,
        &hash.0,
        sealed,
    ]
    .concat();
    bytes.resize(padded(bytes.len()), 0);
    Ok(bytes)
}

fn unwrap(file: &[u8]) -> Result<&[u8], LetterboxError> {
    let damaged = LetterboxError::Damaged;
    let rest = file.strip_prefix(MAGIC).ok_or(damaged.clone())?;
    let (version, rest) = rest.split_first_chunk::<4>().ok_or(damaged.clone())?;
    match u32::from_be_bytes(*version) {
        0 => return Err(damaged),
        VERSION => {}
        version => return Err(LetterboxError::Newer { version }),
    }
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(damaged.clone())?;
    let (hash, rest) = rest.split_first_chunk::<32>().ok_or(damaged.clone())?;
    let count = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| damaged.clone())?;
    let (sealed, padding) = rest.split_at_checked(count).ok_or(damaged.clone())?;
    let fits = file.len() == padded(BEFORE + count) && padding.iter().all(|byte| *byte == 0);
    if !fits || Hash::of(&[length, sealed]).0 != *hash {
        return Err(damaged);
    }
    Ok(sealed)
}

fn padded(length: usize) -> usize {
    length.next_power_of_two().max(SMALLEST)
}

#[cfg(test)]
mod tests;
