//! Lists of pupils and one pupil.

use domain::id::PupilId;
use domain::pupil::{Facts, Pupil};
use rusqlite::{OptionalExtension, Row};

use super::twice::namesake;
use crate::VaultError;
use crate::project::load_pupil;
use crate::room::Room;

/// A pupil as a list shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilLine {
    /// Which.
    pub id: PupilId,
    /// What is known.
    pub facts: Facts,
    /// How many versions hold at once.
    pub heads: u32,
    /// Somebody else has the same name.
    pub namesake: bool,
}

impl std::fmt::Debug for PupilLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PupilLine({})", self.id)
    }
}

/// Some pupils in the order of a register.
#[derive(Debug, Clone, Default)]
pub struct PupilPage {
    /// The lines.
    pub lines: Vec<PupilLine>,
    /// How many there are in all.
    pub total: u64,
}

pub(super) fn read_pupil(row: &Row<'_>) -> rusqlite::Result<PupilLine> {
    let facts: String = row.get(1)?;
    Ok(PupilLine {
        id: PupilId(row.get(0)?),
        facts: serde_json::from_str(&facts).unwrap_or_default(),
        heads: row.get(2)?,
        namesake: row.get(3)?,
    })
}

/// What [`read_pupil`] reads of a pupil.
pub(super) fn pupil_columns(line: &str) -> String {
    let namesake = namesake::<PupilId>(line);
    format!("{line}.id, {line}.facts, {line}.heads, {namesake}")
}

impl Room {
    /// Pupils on the roll on a day (ISO), or those who have left by then, from place `skip` on.
    pub fn pupils(
        &self,
        left: bool,
        today: &str,
        skip: u32,
        limit: u32,
    ) -> Result<PupilPage, VaultError> {
        let columns = pupil_columns("pupil");
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {columns} FROM pupil
              WHERE (left IS NOT NULL AND left <= ?2) = ?1 AND kept IS NULL
              ORDER BY sort, n
              LIMIT ?3 OFFSET ?4"
        ))?;
        let lines = statement
            .query_map((left, today, limit, skip), read_pupil)?
            .collect::<Result<_, _>>()?;
        let total = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM pupil WHERE (left IS NOT NULL AND left <= ?2) = ?1 AND kept IS NULL",
            )?
            .query_row((left, today), |row| row.get(0))?;
        Ok(PupilPage { lines, total })
    }

    /// Whether there is a pupil at all, leavers too.
    pub fn has_pupils(&self) -> Result<bool, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM pupil)")?
            .query_row([], |row| row.get(0))?)
    }

    /// One pupil in full: every entry about them is verified as it is read.
    pub fn pupil(&self, id: PupilId) -> Result<Pupil, VaultError> {
        load_pupil(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    /// A pupil's line.
    pub fn pupil_line(&self, id: PupilId) -> Result<PupilLine, VaultError> {
        let columns = pupil_columns("pupil");
        Ok(self
            .conn
            .prepare_cached(&format!("SELECT {columns} FROM pupil WHERE id = ?1"))?
            .query_row([id.0], read_pupil)?)
    }

    /// The pupil with this number, if there is one.
    pub fn pupil_with_upn(&self, upn: &str) -> Result<Option<PupilId>, VaultError> {
        Ok(self
            .conn
            .prepare_cached("SELECT id FROM pupil WHERE upn = ?1")?
            .query_row([upn], |row| row.get(0).map(PupilId))
            .optional()?)
    }

    /// Every pupil, for matching a list against: leavers too.
    pub fn all_pupils(&self) -> Result<Vec<PupilLine>, VaultError> {
        let columns = pupil_columns("pupil");
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {columns} FROM pupil ORDER BY sort, n"))?;
        let lines = statement
            .query_map([], read_pupil)?
            .collect::<Result<_, _>>()?;
        Ok(lines)
    }
}
