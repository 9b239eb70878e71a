//! What a backup is made of, and what is said of one that is not whole.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use vault::folder::{FolderError, VaultFolder};

use crate::wire::{Fault, FaultKind};

/// What a backup begins with.
pub(super) const MAGIC: &[u8] = b"strongroom-backup/v1\n";

/// The entry that holds the hash of the list of people before the sealed part.
pub(super) const HEAD: &str = "head";

pub(super) fn is_hex(name: &str, length: usize) -> bool {
    name.len() == length && history::from_hex(name).is_some()
}

/// Where an entry of a backup belongs; nothing else is ever written by a restore.
pub(super) fn place_of(folder: &VaultFolder, name: &str) -> Option<std::path::PathBuf> {
    let (shelf, file) = name.rsplit_once('/').unwrap_or(("", name));
    match (shelf, file) {
        ("blobs", hash) => {
            let hash: [u8; 32] = history::from_hex(hash)?.try_into().ok()?;
            Some(folder.blob_file(&hash))
        }
        ("letterbox", post) => {
            is_hex(post.strip_suffix(".post")?, 32).then(|| folder.letterbox().join(post))
        }
        ("", room) => {
            let tag = room.strip_suffix("-wal").unwrap_or(room);
            let tag = tag.strip_prefix("room-")?.strip_suffix(".db")?;
            is_hex(tag, 16).then(|| folder.root().join(room))
        }
        (locker, file) => {
            let shelf = locker.strip_prefix("lockers/")?;
            let sound = is_hex(shelf, 16) && is_hex(file.strip_suffix(".locker")?, 16);
            sound.then(|| folder.lockers().join(shelf).join(file))
        }
    }
}

/// What checking a backup found.
#[derive(Debug, Clone, serde::Serialize)]
pub struct BackupChecked {
    /// Files in it.
    pub files: u64,
    /// Bytes of the backup.
    pub bytes: u64,
}

pub(super) fn io(error: std::io::Error) -> Fault {
    FolderError::from(error).into()
}

pub(super) fn not_whole() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "This file is not a whole Strongroom backup.",
    )
    .kept("Nothing was changed.")
    .next("Use the backup before it.")
}

/// What was to go into a backup does not hold.
pub(super) fn damaged() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "The records are damaged, so no backup was made of them.",
    )
    .kept("The records were left exactly as they are, and so were the backups before.")
    .next("Do not delete anything. Open Vault and choose Check everything, and keep the last good backup.")
}

/// The records name an attached file that a backup would not hold.
pub(super) fn file_missing() -> Fault {
    Fault::new(
        FaultKind::Missing,
        "A file that the records name is not here, so the backup is not whole.",
    )
    .kept("The records were left exactly as they are, and so were the backups before.")
    .next("Do not delete anything. Open Vault and choose Check everything, and keep the last good backup.")
}

/// A backup that was written and does not come back the same.
pub(super) fn not_read_back() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "The backup could not be read back, so it was not kept.",
    )
    .kept("The records themselves are kept.")
    .next("Try another disk or stick.")
}

/// What is sealed does not open with a key of these records.
pub(super) fn not_ours(error: keys::KeysError) -> Fault {
    if matches!(error, keys::KeysError::SealBroken) {
        Fault::new(
            FaultKind::Damaged,
            "This backup is of other records, or it is damaged.",
        )
        .kept("Nothing was changed.")
        .next("Use the backup before it.")
    } else {
        error.into()
    }
}

/// A backup with its list of people read and the rest still sealed.
pub(super) struct Backup {
    pub(super) slots: Vec<u8>,
    pub(super) rest: BufReader<File>,
}

pub(super) fn open(path: &Path) -> Result<Backup, Fault> {
    let mut file = BufReader::new(File::open(path).map_err(io)?);
    let mut magic = vec![0; MAGIC.len()];
    let mut length = [0; 8];
    file.read_exact(&mut magic)
        .and_then(|()| file.read_exact(&mut length))
        .map_err(|_| not_whole())?;
    let length = u64::from_be_bytes(length);
    if magic != MAGIC || length > 64 * 1024 * 1024 {
        return Err(not_whole());
    }
    let mut slots = vec![0; usize::try_from(length).map_err(|_| not_whole())?];
    file.read_exact(&mut slots).map_err(|_| not_whole())?;
    Ok(Backup { slots, rest: file })
}

pub(super) fn is_head_of(head: &[u8], slots: &[u8]) -> bool {
    head == history::Hash::of(&[slots]).to_string().as_bytes()
}
