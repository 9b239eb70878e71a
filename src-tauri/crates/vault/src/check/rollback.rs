//! SQLCipher does not notice an old file put back in place of a newer one. What is remembered outside the file does.

use history::Hash;
use rusqlite::OptionalExtension;

use crate::VaultError;
use crate::room::Room;

/// What was last known of a room on this laptop, kept outside its file: small enough for a keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remembered {
    /// How many entries had arrived here.
    pub entries: u64,
    /// The id of the last one.
    pub last: Hash,
}

/// The room is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rollback {
    /// How many entries it had.
    pub had: u64,
    /// How many it has.
    pub has: u64,
}

impl Room {
    /// What to remember of this room; nothing while it is empty.
    pub fn remember(&self) -> Result<Option<Remembered>, VaultError> {
        let last = self
            .conn
            .prepare_cached("SELECT n, id FROM entry ORDER BY n DESC LIMIT 1")?
            .query_row([], |row| {
                Ok(Remembered {
                    entries: row.get(0)?,
                    last: Hash(row.get(1)?),
                })
            })
            .optional()?;
        Ok(last)
    }

    /// Compares the room with what was remembered. A room that is ahead is fine: the last note was not written in time.
    pub fn compare(&self, remembered: &Remembered) -> Result<Option<Rollback>, VaultError> {
        let there: Option<Hash> = self
            .conn
            .prepare_cached("SELECT id FROM entry WHERE n = ?1")?
            .query_row([remembered.entries], |row| row.get(0).map(Hash))
            .optional()?;
        if there == Some(remembered.last) {
            return Ok(None);
        }
        let has = self.entry_counts()?.0;
        Ok(Some(Rollback {
            had: remembered.entries,
            has,
        }))
    }
}
