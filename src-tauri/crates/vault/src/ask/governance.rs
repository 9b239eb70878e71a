//! What was told to governors and the head.

use serde::de::DeserializeOwned;

use crate::VaultError;
use crate::entry::entries_of;
use crate::room::Room;

/// Something that was told.
#[derive(Clone, PartialEq, Eq)]
pub struct Told<T> {
    /// Which.
    pub id: [u8; 16],
    /// When it was written, milliseconds.
    pub at: i64,
    /// Who wrote it.
    pub who: String,
    /// What it says.
    pub said: T,
}

impl<T> std::fmt::Debug for Told<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Told")
    }
}

impl Room {
    /// Everything of one kind that was told, the latest first. What cannot be read is left out.
    pub fn told<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<Told<T>>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, at, who, said FROM governance WHERE kind = ?1 ORDER BY at DESC, id",
        )?;
        let lines = statement.query_map([kind], |row| {
            let said = serde_json::from_str(row.get_ref(3)?.as_str()?).ok();
            let told = |said| {
                Ok::<_, rusqlite::Error>(Told {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    who: row.get(2)?,
                    said,
                })
            };
            said.map(told).transpose()
        })?;
        Ok(lines
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// One of them, with its entries verified as they are read.
    pub fn told_one<T: DeserializeOwned>(
        &self,
        kind: &str,
        id: [u8; 16],
    ) -> Result<Told<T>, VaultError> {
        for stored in entries_of(&self.conn, &id)? {
            stored.verify()?;
        }
        let mut all = self.told(kind)?.into_iter();
        all.find(|told| told.id == id).ok_or(VaultError::NotFound)
    }
}
