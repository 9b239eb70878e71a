//! Where each file of the vault stands.

use std::path::{Path, PathBuf};

use history::to_hex;

use super::files::{hex_names, make_folder};
use super::{FolderError, Lock, whole};

/// What the name of a room's copy ends in.
const COPY: &str = ".db.copy";

/// The folder that is the vault.
///
/// Holds no open file and no secret; take a [`Lock`] before anything is written through it.
#[derive(Clone, PartialEq, Eq)]
pub struct VaultFolder {
    root: PathBuf,
}

// The path often holds the name of the person who is logged in.
impl std::fmt::Debug for VaultFolder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VaultFolder(..)")
    }
}

impl VaultFolder {
    /// Makes the folder and the folders inside it, open to nobody but their owner (0700).
    ///
    /// A folder that is already there is kept with all it holds, and closed to others.
    pub fn create(root: impl Into<PathBuf>) -> Result<Self, FolderError> {
        let folder = Self { root: root.into() };
        for dir in [
            folder.root.clone(),
            folder.blobs(),
            folder.lockers(),
            folder.letterbox(),
            folder.backups(),
        ] {
            make_folder(&dir)?;
        }
        Ok(folder)
    }

    /// Takes a folder that is already there.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self, FolderError> {
        let root = root.into();
        if !std::fs::metadata(&root)?.is_dir() {
            return Err(FolderError::Missing);
        }
        Ok(Self { root })
    }

    /// The folder itself; `people.slots.*` stand directly in it.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The note that a first run is under way. While it is there and the list of people is not, the rooms are nobody's.
    pub fn begun(&self) -> PathBuf {
        self.root.join("vault.begun")
    }

    /// A room's database. The tag is random, drawn when the room is made, and is not the room's id.
    pub fn room_file(&self, tag: [u8; 8]) -> PathBuf {
        self.root.join(format!("room-{}.db", to_hex(&tag)))
    }

    /// The tags of the room databases that are there, sorted.
    pub fn rooms(&self) -> Result<Vec<[u8; 8]>, FolderError> {
        hex_names(&self.root, "room-", ".db")
    }

    /// Where attachments stand.
    pub fn blobs(&self) -> PathBuf {
        self.root.join("blobs")
    }

    /// One attachment, by the SHA-256 of its encrypted bytes.
    pub fn blob_file(&self, hash: &[u8; 32]) -> PathBuf {
        let name = to_hex(hash);
        self.blobs()
            .join(name.get(..2).unwrap_or_default())
            .join(name)
    }

    /// Where everybody's lockers stand.
    pub fn lockers(&self) -> PathBuf {
        self.root.join("lockers")
    }

    /// Where sealed reports wait.
    pub fn letterbox(&self) -> PathBuf {
        self.root.join("letterbox")
    }

    /// Where whole copies stand.
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Bytes free for this person on the disk that holds the vault.
    pub fn space(&self) -> Result<u64, FolderError> {
        Ok(fs4::available_space(&self.root)?)
    }

    /// Where a room's copy lies while a backup is made.
    pub fn room_copy(&self, tag: [u8; 8]) -> PathBuf {
        self.backups().join(format!("room-{}{COPY}", to_hex(&tag)))
    }

    /// Removes half-written files and copies of rooms that a power cut or a killed program left; gives back how many.
    ///
    /// The lock is asked for because another window's half-written file is not a leftover. Call it when the vault is
    /// opened, before anything is written.
    pub fn sweep_temps(&self, _held: &Lock) -> Result<usize, FolderError> {
        let mut swept = 0;
        for dir in [
            self.root.clone(),
            self.blobs(),
            self.letterbox(),
            self.backups(),
        ] {
            swept += whole::sweep(&dir)?;
        }
        for person in hex_names::<8>(&self.lockers(), "", "")? {
            swept += whole::sweep(&self.lockers().join(to_hex(&person)))?;
        }
        // With what SQLite lays beside a database: its journal and write-ahead log.
        swept += whole::sweep_named(&self.backups(), |name| {
            name.starts_with("room-") && name.contains(COPY)
        })?;
        Ok(swept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::testkit::Place;
    use crate::folder::write_whole;

    #[test]
    fn an_absent_folder_is_missing_and_is_not_made_by_looking() {
        let place = Place::new();
        let absent = place.path().join("nothing");

        assert_eq!(
            VaultFolder::open(&absent).unwrap_err(),
            FolderError::Missing
        );

        assert!(!absent.exists());
    }

    #[test]
    fn rooms_are_found_by_their_files_and_nothing_else_is_taken_for_one() {
        let place = Place::new();
        let folder = place.folder();
        for tag in [[9; 8], [1; 8]] {
            write_whole(&folder.room_file(tag), b"").unwrap();
        }
        for other in [
            "room-0101010101010101.db-wal",
            "room-01.db",
            "room-0A01010101010101.db",
            "people.slots.a",
        ] {
            write_whole(&folder.root().join(other), b"").unwrap();
        }

        assert_eq!(folder.rooms().unwrap(), vec![[1; 8], [9; 8]]);
    }

    #[test]
    fn half_written_files_are_swept_wherever_they_lie_and_whole_ones_stay() {
        let place = Place::new();
        let folder = place.folder();
        let locker = folder.lockers().join("0123456789abcdef");
        make_folder(&locker).unwrap();
        let half = [
            folder.root(),
            &folder.blobs(),
            &folder.letterbox(),
            &folder.backups(),
            &locker,
        ]
        .map(|dir| dir.join(".part-x1y2z3.tmp"));
        for path in &half {
            std::fs::write(path, b"half").unwrap();
        }
        let copy = folder.room_copy([7; 8]);
        let beside = folder.backups().join("room-0707070707070707.db.copy-wal");
        for path in [&copy, &beside] {
            std::fs::write(path, b"a room").unwrap();
        }
        let whole = folder.root().join("people.slots.a");
        let backup = folder.backups().join("strongroom-2026-03-04.backup");
        for path in [&whole, &backup] {
            write_whole(path, b"whole").unwrap();
        }
        let lock = Lock::take(&folder, "2026-03-04T08:00:00Z").unwrap();

        assert_eq!(folder.sweep_temps(&lock).unwrap(), half.len() + 2);

        assert!(half.iter().all(|path| !path.exists()));
        assert!(!copy.exists() && !beside.exists());
        assert!(whole.exists() && backup.exists());
    }

    #[test]
    fn free_space_is_told() {
        let place = Place::new();

        assert!(place.folder().space().unwrap() > 0);
    }

    #[cfg(unix)]
    #[test]
    fn folders_and_files_are_their_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let place = Place::new();
        let wide = place.path().join("wide");
        std::fs::create_dir(&wide).unwrap();
        std::fs::set_permissions(&wide, std::fs::Permissions::from_mode(0o755)).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;

        let folder = VaultFolder::create(&wide).unwrap();
        write_whole(&folder.room_file([1; 8]), b"x").unwrap();

        assert_eq!(
            mode(&wide),
            0o700,
            "a folder that was open to others is closed"
        );
        for dir in [
            folder.blobs(),
            folder.lockers(),
            folder.letterbox(),
            folder.backups(),
        ] {
            assert_eq!(mode(&dir), 0o700);
        }
        assert_eq!(mode(&folder.room_file([1; 8])), 0o600);
    }
}
