//! Lists of adults and one adult.

use domain::id::AdultId;
use domain::person::{Adult, Person};
use rusqlite::Row;

use super::concerns::{ConcernLine, LINE, read_line};
use super::find::{name_question, sound_question};
use super::twice::namesake;
use crate::VaultError;
use crate::project::load_adult;
use crate::room::Room;

/// An adult as a list shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct AdultLine {
    /// The record that stands for all.
    pub id: AdultId,
    /// What is known, from every record of them.
    pub facts: Adult,
    /// How many versions hold at once.
    pub heads: u32,
    /// Somebody else on record has the same name.
    pub namesake: bool,
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

/// What [`read`] reads of an adult.
fn columns(line: &str) -> String {
    let namesake = namesake::<AdultId>(line);
    format!(
        "{line}.id, {line}.facts, {line}.heads, {namesake},
         (SELECT count(*) FROM concern_adult WHERE concern_adult.adult = {line}.id)"
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<AdultLine> {
    let facts: String = row.get(1)?;
    Ok(AdultLine {
        id: AdultId(row.get(0)?),
        facts: serde_json::from_str(&facts).unwrap_or_default(),
        heads: row.get(2)?,
        namesake: row.get(3)?,
        concerns: row.get(4)?,
    })
}

impl Room {
    /// Adults by name, from place `skip` on. One who is in several records stands there once.
    pub fn adults(&self, skip: u32, limit: u32) -> Result<AdultPage, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM adult WHERE kept IS NULL ORDER BY sort, n LIMIT ?1 OFFSET ?2",
            columns("adult")
        ))?;
        let lines = statement.query_map((limit, skip), read)?;
        let lines = lines
            .map(|line| self.whole_line(line?))
            .collect::<Result<_, _>>()?;
        let total = self
            .conn
            .prepare_cached("SELECT count(*) FROM adult WHERE kept IS NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(AdultPage { lines, total })
    }

    /// Adults so named, or of such an organisation, or with such a number; then those whose names sound like it. Found by any
    /// of their records, they stand there by the one that stands for all.
    pub fn find_adults(&self, typed: &str, limit: u32) -> Result<Vec<AdultHit>, VaultError> {
        let mut hits: Vec<AdultHit> = Vec::new();
        let names = name_question("names", typed.split_whitespace());
        for (question, by_sound) in [(names, false), (sound_question(typed), true)] {
            let Some(question) = question else { continue };
            let mut statement = self.conn.prepare_cached(&format!(
                // Whose name it is too is asked of those who are shown, not of everybody who is found.
                "SELECT {}
                   FROM (SELECT stands.n
                           FROM adult_words JOIN adult AS named ON named.n = adult_words.rowid
                           JOIN adult AS stands ON stands.id = ifnull(named.kept, named.id)
                          WHERE adult_words MATCH ?1
                          ORDER BY stands.sort, stands.n
                          LIMIT ?2) AS found
                   JOIN adult AS stands ON stands.n = found.n
                  ORDER BY stands.sort, stands.n",
                columns("stands")
            ))?;
            for line in statement.query_map((question, limit), read)? {
                let line = line?;
                let known = hits.iter().any(|hit| hit.line.id == line.id);
                if !known && hits.len() < limit as usize {
                    let line = self.whole_line(line)?;
                    hits.push(AdultHit { line, by_sound });
                }
            }
        }
        Ok(hits)
    }

    /// Every adult, for comparing them with one another.
    pub fn all_adults(&self) -> Result<Vec<AdultLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM adult WHERE kept IS NULL ORDER BY sort, n",
            columns("adult")
        ))?;
        let lines = statement.query_map([], read)?;
        lines.map(|line| self.whole_line(line?)).collect()
    }

    /// A line with what other records of the same adult say beyond it.
    fn whole_line(&self, line: AdultLine) -> Result<AdultLine, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT facts FROM adult WHERE kept = ?1 ORDER BY id")?;
        let others: Vec<Adult> = statement
            .query_map([line.id.0], |row| row.get::<_, String>(0))?
            .map(|facts| Ok(serde_json::from_str(&facts?).unwrap_or_default()))
            .collect::<Result<_, VaultError>>()?;
        if others.is_empty() {
            return Ok(line);
        }
        // A concern may name both records of them, and is one concern all the same.
        let concerns = self
            .conn
            .prepare_cached(
                "SELECT count(DISTINCT row) FROM concern_adult
                  WHERE adult = ?1 OR adult IN (SELECT id FROM adult WHERE kept = ?1)",
            )?
            .query_row([line.id.0], |row| row.get(0))?;
        Ok(AdultLine {
            facts: line.facts.together_with(&others),
            concerns,
            ..line
        })
    }

    /// One record of an adult in full: every entry about it is verified as it is read.
    pub fn adult(&self, id: AdultId) -> Result<Person, VaultError> {
        load_adult(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    /// An adult's line, by any of their records.
    pub fn adult_line(&self, id: AdultId) -> Result<AdultLine, VaultError> {
        let stands = self.stands_for(id)?;
        let line = self
            .conn
            .prepare_cached(&format!(
                "SELECT {} FROM adult WHERE id = ?1",
                columns("adult")
            ))?
            .query_row([stands.0], read)?;
        self.whole_line(line)
    }

    /// The newest concerns of this room that name an adult in any version, by any of their records.
    pub fn concerns_naming(
        &self,
        adult: AdultId,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        let stands = self.stands_for(adult)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}
               FROM (SELECT DISTINCT row FROM concern_adult
                      WHERE adult = ?1 OR adult IN (SELECT id FROM adult WHERE kept = ?1)
                      ORDER BY row DESC LIMIT ?2) AS naming
               JOIN concern ON concern.row = naming.row
              ORDER BY naming.row DESC"
        ))?;
        let lines = statement.query_map((stands.0, limit), read_line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
