//! A room: one encrypted file with its own key, its own index and its own connection.

mod migrate;
mod open;
mod pad;

use std::path::{Path, PathBuf};

use history::Id;
use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::VaultError;

pub use open::open_room;
pub use pad::make_decoy;

/// The key of a room's file: 32 random bytes, local to this laptop. There is no other kind, so that no string can
/// be taken for a password by mistake.
#[derive(Clone)]
pub struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    /// Takes the 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Nobody but its owner may read the file, also when it is copied out of the vault's folder.
fn for_its_owner_alone(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The folder is closed to others as well; a disk without rights changes nothing.
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// An open room.
pub struct Room {
    pub(crate) conn: Connection,
    pub(crate) id: Id,
    path: PathBuf,
}

impl Room {
    /// Makes a new, empty room file; refuses to touch one that is there.
    pub fn create(path: &Path, id: Id, key: &FileKey) -> Result<Self, VaultError> {
        let mut conn = open_room(path, key, true)?;
        for_its_owner_alone(path);
        migrate::bring_up(&mut conn)?;
        conn.execute("INSERT INTO room (one, id) VALUES (1, ?1)", [id.0])?;
        pad::top_up(&conn)?;
        Ok(Self {
            conn,
            id,
            path: path.to_owned(),
        })
    }

    /// Opens a room file that is there. The time it takes does not grow with what it holds.
    pub fn open(path: &Path, id: Id, key: &FileKey) -> Result<Self, VaultError> {
        let mut conn = open_room(path, key, false)?;
        migrate::bring_up(&mut conn)?;
        let found: [u8; 16] = conn.query_row("SELECT id FROM room", [], |row| row.get(0))?;
        if found != id.0 {
            return Err(VaultError::Damaged);
        }
        Ok(Self {
            conn,
            id,
            path: path.to_owned(),
        })
    }

    /// The room's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Where its file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Closes the room: the write-ahead log goes into the file, the file back to its padded size.
    pub fn close(self) -> Result<(), VaultError> {
        pad::top_up(&self.conn)?;
        self.conn.close().map_err(|(_, error)| error.into())
    }

    /// A consistent copy of the room's file under the same key, made while it is open. `go_on` is asked before every
    /// stretch; false when it said no, and the copy is not whole then.
    pub fn copy_to(
        &self,
        to: &Path,
        key: &FileKey,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<bool, VaultError> {
        let mut copy = open_room(to, key, true)?;
        let backup = rusqlite::backup::Backup::new(&self.conn, &mut copy)?;
        let mut whole = false;
        while !whole && go_on() {
            whole = backup.step(2_000)? == rusqlite::backup::StepResult::Done;
        }
        drop(backup);
        copy.close().map_err(|(_, error)| VaultError::from(error))?;
        Ok(whole)
    }
}
