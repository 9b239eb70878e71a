//! A pupil's concerns with what a chronology says of each, from the list alone.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::concern::{Content, PersonIn, Version};
use domain::id::{AdultId, ConcernId, PupilId};
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::concerns::{COLUMNS, ConcernLine, LINE, hex_list, read_line};
use super::find::{plain, question};
use crate::VaultError;
use crate::room::Room;

/// The most concerns of one pupil that a chronology reads; the newest ones.
pub const MOST_IN_A_CHRONOLOGY: u32 = 5_000;

/// How many concerns that hold the words of a name are looked at for whether they name a child so.
const MOST_LOOKED_AT: u32 = 2_000;

/// Somebody a concern names, as its line knows them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The pupil's id, when they are on the school's list.
    pub pupil: Option<PupilId>,
    /// The adult's id, when they are on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adult: Option<AdultId>,
    /// Their name as it was, or as it was said.
    pub name: String,
    /// Class then.
    pub class: String,
    /// `pupil`, `adult` or `unknown`.
    pub kind: String,
    /// Their part in what happened (vocabulary `person_role_in_incident`).
    pub role: String,
    /// Only a version before the one that holds names them. A paper prints its words, so their name matters still.
    #[serde(default)]
    pub before: bool,
    /// When the version was written that first names them, in milliseconds.
    #[serde(default)]
    pub at: i64,
}

impl std::fmt::Debug for PersonLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonLine")
    }
}

impl From<&PersonIn> for PersonLine {
    fn from(person: &PersonIn) -> Self {
        Self {
            pupil: person.pupil,
            adult: person.adult,
            name: person.name.clone(),
            class: person.class.clone().unwrap_or_default(),
            kind: person.kind.clone(),
            role: person.role.clone(),
            before: false,
            at: 0,
        }
    }
}

impl PersonLine {
    /// Everybody a concern names, as it stands in the line: by when they were first named, then by their place there, so
    /// that a correction puts nobody before those who were known. What is said of each is what the version that holds
    /// says, where it names them.
    pub(crate) fn all_of(holds: &Content, versions: &[Version]) -> String {
        let mut first: HashMap<Whom<'_>, (i64, usize)> = HashMap::new();
        let mut before = Vec::new();
        // A clock that was behind puts no correction before what it corrects.
        let mut at = i64::MIN;
        let current: HashSet<Whom<'_>> = holds.people.iter().map(whom).collect();
        for version in versions {
            at = at.max(version.step.written.timestamp_millis());
            for (place, person) in version.content.people.iter().enumerate() {
                if let Entry::Vacant(new) = first.entry(whom(person)) {
                    new.insert((at, place));
                    if !current.contains(&whom(person)) {
                        before.push((person, true));
                    }
                }
            }
        }
        let said_since = said_since(versions);
        let holding = holds.people.iter().map(|person| (person, false));
        let mut people: Vec<((i64, usize), Self)> = holding
            .chain(before)
            .map(|(person, before)| {
                let (at, place) = first.get(&whom(person)).copied().unwrap_or((at, 0));
                let mut line = Self::from(person);
                if before && line.pupil.is_none() {
                    line.pupil = said_since.get(person.name.as_str()).copied();
                }
                ((at, place), Self { before, at, ..line })
            })
            .collect();
        people.sort_by_key(|(place, _)| *place);
        let people: Vec<Self> = people.into_iter().map(|(_, person)| person).collect();
        // Plain structs of strings always serialise.
        serde_json::to_string(&people).unwrap_or_else(|_| "[]".to_owned())
    }
}

/// Names of which a reader has said since who they are, as the version says that says so. Nothing is guessed: what only looks
/// alike may be another child, and stays one.
fn said_since(versions: &[Version]) -> HashMap<&str, PupilId> {
    let people = versions.iter().flat_map(|version| &version.content.people);
    people
        .filter(|person| !person.said_as.is_empty())
        .filter_map(|person| Some((person.said_as.as_str(), person.pupil?)))
        .collect()
}

/// Who somebody in a concern is, as far as it says.
type Whom<'a> = (Option<PupilId>, &'a str, &'a str);

fn whom(person: &PersonIn) -> Whom<'_> {
    (person.pupil, &person.name, &person.kind)
}

/// A concern as a pupil's chronology shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct ChronologyLine {
    /// As the list has it.
    pub line: ConcernLine,
    /// How many versions it has.
    pub versions: u32,
    /// First words of the child's own, in the version that holds.
    pub said: String,
    /// Everybody any version names.
    pub people: Vec<PersonLine>,
}

impl std::fmt::Debug for ChronologyLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ChronologyLine({})", self.line.id)
    }
}

/// The words of a name in plain letters, in one order: "Oyelaran, Amara" is Amara Oyelaran.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = plain(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

fn read(row: &Row<'_>) -> Result<ChronologyLine, VaultError> {
    let people: String = row.get(COLUMNS + 2)?;
    Ok(ChronologyLine {
        line: read_line(row)?,
        versions: row.get(COLUMNS)?,
        said: row.get(COLUMNS + 1)?,
        people: serde_json::from_str(&people).map_err(|_| VaultError::Unreadable {
            table: "concern",
            column: "people",
        })?,
    })
}

fn list(records: &[PupilId]) -> String {
    let ids: Vec<[u8; 16]> = records.iter().map(|id| id.0).collect();
    hex_list(&ids)
}

impl Room {
    /// The newest concerns that name this pupil, under any of their records, in any version, in the order in which they were written, and whether
    /// there are more.
    pub fn chronology_of(
        &self,
        records: &[PupilId],
        most: u32,
    ) -> Result<(Vec<ChronologyLine>, bool), VaultError> {
        let mut rows: Vec<i64> = self
            .conn
            .prepare_cached(
                "SELECT DISTINCT row FROM concern_pupil
                  WHERE pupil IN (SELECT unhex(value) FROM json_each(?1))
                  ORDER BY row DESC
                  LIMIT ?2",
            )?
            .query_map((list(records), i64::from(most) + 1), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let more = rows.len() > most as usize;
        rows.truncate(most as usize);
        // Places first, lines after: SQLite would put whole lines in order, and wipes every page it sorts on.
        let places = serde_json::to_string(&rows).unwrap_or_default();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, versions, said, people FROM concern
              WHERE row IN (SELECT value FROM json_each(?1))"
        ))?;
        let mut found = statement.query([places])?;
        let mut lines = Vec::with_capacity(rows.len());
        while let Some(row) = found.next()? {
            lines.push(read(row)?);
        }
        lines.sort_by_key(|line: &ChronologyLine| line.line.row);
        Ok((lines, more))
    }

    /// The newest concerns that name a child so, the surname first or last, and do not say which child of the list it is.
    /// None of `records` stands in them already, and no reader has said that it is nobody who is on a list.
    pub fn naming_nobody(
        &self,
        name: &str,
        records: &[PupilId],
        limit: usize,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        let words = words_of(name);
        // As written, because the index has other scripts as they are; and in plain letters. The blank at the end says
        // that the last word is whole.
        let ways: Vec<String> = [name.to_owned(), words.join(" ")]
            .iter()
            .map(|way| question(&self.conn, &format!("{way} ")))
            .filter_map(Result::transpose)
            .map(|way| way.map(|way| format!("({way})")))
            .collect::<Result<_, _>>()?;
        if ways.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, versions, said, people
               FROM concern_words JOIN concern ON concern.row = concern_words.rowid
              WHERE concern_words MATCH ?1
                AND NOT EXISTS (SELECT 1 FROM concern_pupil
                                 WHERE concern_pupil.row = concern.row
                                   AND pupil IN (SELECT unhex(value) FROM json_each(?2)))
              ORDER BY concern_words.rowid DESC
              LIMIT ?3"
        ))?;
        let mut rows = statement.query((ways.join(" OR "), list(records), MOST_LOOKED_AT))?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let line = read(row)?;
            let unsaid = |person: &PersonLine| {
                !person.before
                    && person.pupil.is_none()
                    && person.kind != "adult"
                    && words_of(&person.name) == words
            };
            if line.people.iter().any(unsaid) && self.asks_who(line.line.id, &words)? {
                lines.push(line.line);
            }
            if lines.len() >= limit {
                break;
            }
        }
        Ok(lines)
    }

    /// Whether it is still open who somebody of this name in a concern is.
    fn asks_who(&self, id: ConcernId, words: &[String]) -> Result<bool, VaultError> {
        let known = self.concern(id)?;
        let people = known.current().map(|version| &version.content.people);
        let mut so_named = people.into_iter().flatten().filter(|person| {
            person.pupil.is_none() && person.kind != "adult" && words_of(&person.name) == words
        });
        Ok(so_named.any(|person| !known.is_nobody_on_a_list(person)))
    }

    /// Rows of this pupil's concerns that hold all the words, in any order.
    pub fn rows_holding(&self, records: &[PupilId], typed: &str) -> Result<Vec<i64>, VaultError> {
        let Some(question) = question(&self.conn, typed)? else {
            return Ok(Vec::new());
        };
        // The index is walked once and each place looked up among the pupil's few; to ask the index about each of those
        // takes far longer.
        let mut statement = self.conn.prepare_cached(
            "SELECT concern_words.rowid
               FROM concern_words CROSS JOIN concern_pupil
                 ON concern_pupil.pupil IN (SELECT unhex(value) FROM json_each(?1))
                    AND concern_pupil.row = concern_words.rowid
              WHERE concern_words MATCH ?2",
        )?;
        let rows = statement.query_map((list(records), question), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
