//! SQLCipher does not notice an old file put back in place of a newer one. The checkpoint kept outside the file does.

use history::{Hash, PublicKey};

use crate::VaultError;
use crate::room::Room;

/// What was last known of a room, kept outside its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Logs with their length and newest entry.
    pub logs: Vec<(PublicKey, u64, Hash)>,
}

/// The room is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollback {
    /// Whose log is short or different.
    pub writer: PublicKey,
    /// How long it was.
    pub had: u64,
    /// How long it is.
    pub has: u64,
}

impl Room {
    /// What to remember of this room.
    pub fn remember(&self) -> Result<Remembered, VaultError> {
        let logs = self.logs()?.into_iter().map(|log| (log.writer, log.seq, log.head)).collect();
        Ok(Remembered { logs })
    }

    /// Compares the room with what was remembered. A room that is ahead is fine: the last note was not written in time.
    pub fn compare(&self, remembered: &Remembered) -> Result<Vec<Rollback>, VaultError> {
        let mut found = Vec::new();
        let now = self.logs()?;
        for (writer, had, head) in &remembered.logs {
            let log = now.iter().find(|log| log.writer == *writer);
            let has = log.map_or(0, |log| log.seq);
            if has < *had || self.at(writer, *had)? != Some(*head) {
                found.push(Rollback { writer: *writer, had: *had, has });
            }
        }
        Ok(found)
    }

    /// The entry at a place of a log.
    fn at(&self, writer: &PublicKey, seq: u64) -> Result<Option<Hash>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT entry.id FROM entry JOIN log ON log.n = entry.log WHERE log.writer = ?1 AND entry.seq = ?2 ORDER BY entry.n LIMIT 1",
        )?;
        let mut rows = statement.query((writer.0, seq))?;
        Ok(match rows.next()? {
            Some(row) => Some(Hash(row.get(0)?)),
            None => None,
        })
    }
}
