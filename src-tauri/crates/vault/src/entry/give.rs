//! Giving entries out, exactly as they are kept.

use history::entry::Entry;

use super::read::stored;
use crate::VaultError;
use crate::room::Room;

impl Room {
    /// Entries in order of arrival from place `from` on, at most `limit`, with the parts that are here.
    pub fn entries_from(&self, from: i64, limit: u32) -> Result<Vec<Entry>, VaultError> {
        Ok(stored(&self.conn, from, limit)?
            .into_iter()
            .map(|stored| stored.entry)
            .collect())
    }
}
