//! The vault's folder: where its files stand, how a whole file is written, and who has it open.
//!
//! ```text
//! people.slots.*            who may open it (the `keys` crate's own files)
//! room-<16 hex>.db          one encrypted database per room
//! blobs/<2 hex>/<64 hex>    attachments, named by the hash of their encrypted bytes
//! lockers/<16 hex>/…        one person's drafts and own copies
//! letterbox/<32 hex>.post   sealed reports waiting for a room's member
//! backups/                  whole copies; while a backup is made, one room's copy
//! vault.lock, vault.held    who has it open
//! vault.begun               a first run is under way
//! ballast                   space to give back when the disk is full
//! ```
//!
//! Names tell nothing: neither which room, nor which person, nor how the content is called.

mod ballast;
mod files;
mod lock;
mod place;
#[cfg(test)]
pub(crate) mod testkit;
mod whole;

use std::io;

pub use ballast::BALLAST_BYTES;
pub(crate) use files::{forget_times, hex_name, hex_names};
pub use files::{make_folder, move_folder, read_whole, remove_file, sync_folder};
pub use lock::Lock;
pub use place::VaultFolder;
pub use whole::{WholeFile, half_written, write_whole};

/// Why the disk did not do what was asked. Names no file: a path may hold a person's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FolderError {
    /// No room left on the disk, or the person's quota is used up.
    #[error("the disk is full")]
    DiskFull,
    /// The disk or the folder may be read but not written.
    #[error("the folder may not be written to")]
    ReadOnly,
    /// A file or folder is not where it should be.
    #[error("a file or folder of the vault is missing")]
    Missing,
    /// Another program, or another window of this one, has the vault open.
    #[error("the vault is already open")]
    InUse {
        /// When it was opened, RFC 3339, where that can be told.
        since: Option<String>,
        /// The process that has it, where that can be told.
        process: Option<u32>,
    },
    /// Anything else the disk said.
    #[error("the disk refused ({kind}, code {code:?})")]
    Other {
        /// The sort of refusal.
        kind: io::ErrorKind,
        /// The operating system's own number for it.
        code: Option<i32>,
    },
}

// Built from kind and number only, because the text of an `io::Error` may carry a path.
impl From<io::Error> for FolderError {
    fn from(error: io::Error) -> Self {
        let kind = error.kind();
        if matches!(
            kind,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        ) {
            Self::DiskFull
        } else if matches!(
            kind,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
        ) {
            Self::ReadOnly
        } else if matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
            Self::Missing
        } else {
            Self::Other {
                kind,
                code: error.raw_os_error(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_disks_refusals_are_told_apart() {
        let told = |kind: io::ErrorKind| FolderError::from(io::Error::from(kind));

        assert_eq!(told(io::ErrorKind::StorageFull), FolderError::DiskFull);
        assert_eq!(told(io::ErrorKind::QuotaExceeded), FolderError::DiskFull);
        assert_eq!(
            told(io::ErrorKind::ReadOnlyFilesystem),
            FolderError::ReadOnly
        );
        assert_eq!(told(io::ErrorKind::PermissionDenied), FolderError::ReadOnly);
        assert_eq!(told(io::ErrorKind::NotFound), FolderError::Missing);
        assert!(matches!(
            told(io::ErrorKind::BrokenPipe),
            FolderError::Other { code: None, .. }
        ));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_device_is_known_by_its_own_number() {
        use std::io::Write;
        let mut full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();

        let refused = full.write_all(b"x").map_err(FolderError::from);

        assert_eq!(refused, Err(FolderError::DiskFull));
    }

    #[test]
    fn a_path_never_gets_into_the_message() {
        let error = FolderError::from(io::Error::other("/schools/somebody/Vault/room.db"));

        let said = format!("{error} {error:?}");

        assert!(!said.contains("somebody"));
    }
}
