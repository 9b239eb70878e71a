//! What was told to governors, the head and inspectors.

use serde::de::DeserializeOwned;

use crate::VaultError;
use crate::entry::{entries_of, to_step};
use crate::project::part_told;
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

/// Everything of one kind that was told, the latest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AllTold<T> {
    /// What can be read.
    pub read: Vec<Told<T>>,
    /// What cannot, by a newer program or damaged: that it is there is all that is known.
    pub unreadable: Vec<Told<()>>,
}

impl Room {
    /// Everything of one kind that was told and can be read, the latest first: where nothing hangs on what cannot.
    pub fn told<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<Told<T>>, VaultError> {
        Ok(self.all_told(kind)?.read)
    }

    /// Everything of one kind that was told, with what cannot be read.
    pub fn all_told<T: DeserializeOwned>(&self, kind: &str) -> Result<AllTold<T>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, at, who, said FROM governance WHERE kind = ?1 ORDER BY at DESC, id",
        )?;
        let mut rows = statement.query([kind])?;
        let mut all = AllTold {
            read: Vec::new(),
            unreadable: Vec::new(),
        };
        while let Some(row) = rows.next()? {
            let (id, at, who) = (row.get(0)?, row.get(1)?, row.get(2)?);
            match serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?) {
                Ok(said) => all.read.push(Told { id, at, who, said }),
                Err(_) => all.unreadable.push(Told {
                    id,
                    at,
                    who,
                    said: (),
                }),
            }
        }
        Ok(all)
    }

    /// One of them, from its own entry, which is verified as it is read.
    pub fn told_one<T: DeserializeOwned>(
        &self,
        kind: &str,
        id: [u8; 16],
    ) -> Result<Told<T>, VaultError> {
        let entries = entries_of(&self.conn, &id)?;
        for stored in &entries {
            stored.verify()?;
        }
        let step = entries.first().map(to_step).ok_or(VaultError::NotFound)?;
        if step.kind != kind {
            return Err(VaultError::NotFound);
        }
        let said = part_told(&step).and_then(|part| step.json(part));
        Ok(Told {
            id,
            at: step.written.timestamp_millis(),
            who: step.author.name.clone(),
            said: said.ok_or(VaultError::Unreadable {
                table: "governance",
                column: "said",
            })?,
        })
    }
}
