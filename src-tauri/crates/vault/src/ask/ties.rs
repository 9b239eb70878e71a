//! Who belongs to whom.

use domain::id::{AdultId, PupilId};
use domain::pupil::Tie;
use rusqlite::Row;

use crate::VaultError;
use crate::room::Room;

/// Somebody who belongs to a pupil, as it holds now.
#[derive(Clone, PartialEq, Eq)]
pub struct TieLine {
    /// The entry that says so.
    pub entry: [u8; 32],
    /// Whose page it stands on.
    pub pupil: PupilId,
    /// What it says.
    pub tie: Tie,
}

impl std::fmt::Debug for TieLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TieLine({})", self.pupil)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<TieLine> {
    let tie: String = row.get(2)?;
    Ok(TieLine {
        entry: row.get(0)?,
        pupil: PupilId(row.get(1)?),
        tie: serde_json::from_str(&tie).unwrap_or_default(),
    })
}

impl Room {
    /// Who belongs to a pupil, as was written on their page.
    pub fn ties_of(&self, pupil: PupilId) -> Result<Vec<TieLine>, VaultError> {
        self.ties("pupil", &pupil.0)
    }

    /// Pupils on whose page another child stands.
    pub fn ties_naming_pupil(&self, pupil: PupilId) -> Result<Vec<TieLine>, VaultError> {
        self.ties("whom", &pupil.0)
    }

    /// Pupils on whose page an adult stands, by any of their records.
    pub fn ties_naming(&self, adult: AdultId) -> Result<Vec<TieLine>, VaultError> {
        let mut lines = Vec::new();
        for record in self.records_of(adult)? {
            lines.extend(self.ties("whom", &record.0)?);
        }
        Ok(lines)
    }

    fn ties(&self, column: &str, id: &[u8; 16]) -> Result<Vec<TieLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT entry, pupil, value FROM tie WHERE {column} = ?1 ORDER BY entry"
        ))?;
        let lines = statement.query_map([id], read)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
