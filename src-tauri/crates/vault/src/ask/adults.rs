//! Lists of adults and one adult.

use domain::id::AdultId;
use domain::person::{Adult, Person};
use rusqlite::Row;

use super::concerns::{ConcernLine, LINE, read_line};
use super::find::{name_question, sound_question};
use crate::VaultError;
use crate::project::load_adult;
use crate::room::Room;

/// An adult as a list shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct AdultLine {
    /// Which.
    pub id: AdultId,
    /// What is known.
    pub facts: Adult,
    /// How many versions hold at once.
    pub heads: u32,
    /// How many concerns of this room name them.
    pub concerns: u32,
}

impl std::fmt::Debug for AdultLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AdultLine({})", self.id)
    }
}

/// Some adults by name.
#[derive(Debug, Clone, Default)]
pub struct AdultPage {
    /// The lines.
    pub lines: Vec<AdultLine>,
    /// How many there are in all.
    pub total: u64,
}

/// An adult who was found.
#[derive(Debug, Clone)]
pub struct AdultHit {
    /// The adult.
    pub line: AdultLine,
    /// Found by how the name sounds, not by how it is written.
    pub by_sound: bool,
}

const ADULT: &str = "adult.id, adult.facts, adult.heads,
    (SELECT count(*) FROM concern_adult WHERE concern_adult.adult = adult.id)";

fn read(row: &Row<'_>) -> rusqlite::Result<AdultLine> {
    let facts: String = row.get(1)?;
    Ok(AdultLine {
        id: AdultId(row.get(0)?),
        facts: serde_json::from_str(&facts).unwrap_or_default(),
        heads: row.get(2)?,
        concerns: row.get(3)?,
    })
}

impl Room {
    /// Adults by name, from place `skip` on.
    pub fn adults(&self, skip: u32, limit: u32) -> Result<AdultPage, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {ADULT} FROM adult ORDER BY sort, n LIMIT ?1 OFFSET ?2"
        ))?;
        let lines = statement
            .query_map((limit, skip), read)?
            .collect::<Result<_, _>>()?;
        let total = self
            .conn
            .prepare_cached("SELECT count(*) FROM adult")?
            .query_row([], |row| row.get(0))?;
        Ok(AdultPage { lines, total })
    }

    /// Adults so named, or of such an organisation, or with such a number; then those whose names sound like it.
    pub fn find_adults(&self, typed: &str, limit: u32) -> Result<Vec<AdultHit>, VaultError> {
        let mut hits: Vec<AdultHit> = Vec::new();
        let names = name_question("names", typed.split_whitespace());
        for (question, by_sound) in [(names, false), (sound_question(typed), true)] {
            let Some(question) = question else { continue };
            let mut statement = self.conn.prepare_cached(&format!(
                "SELECT {ADULT} FROM adult_words JOIN adult ON adult.n = adult_words.rowid
                  WHERE adult_words MATCH ?1
                  ORDER BY adult.sort, adult.n
                  LIMIT ?2"
            ))?;
            for line in statement.query_map((question, limit), read)? {
                let line = line?;
                let known = hits.iter().any(|hit| hit.line.id == line.id);
                if !known && hits.len() < limit as usize {
                    hits.push(AdultHit { line, by_sound });
                }
            }
        }
        Ok(hits)
    }

    /// One adult in full: every entry about them is verified as it is read.
    pub fn adult(&self, id: AdultId) -> Result<Person, VaultError> {
        load_adult(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    /// An adult's line.
    pub fn adult_line(&self, id: AdultId) -> Result<AdultLine, VaultError> {
        Ok(self
            .conn
            .prepare_cached(&format!("SELECT {ADULT} FROM adult WHERE id = ?1"))?
            .query_row([id.0], read)?)
    }

    /// The newest concerns of this room that name an adult in any version.
    pub fn concerns_naming(
        &self,
        adult: AdultId,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE} FROM concern_adult JOIN concern ON concern.row = concern_adult.row
              WHERE concern_adult.adult = ?1
              ORDER BY concern_adult.row DESC
              LIMIT ?2"
        ))?;
        let lines = statement.query_map((adult.0, limit), read_line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
