//! The room's own affairs: members, logs, settings, who looked.

use domain::school::Settings;
use history::checkpoint::{Checkpoint, Frontier, LogState};
use history::{Hash, PublicKey};
use rusqlite::OptionalExtension;

use crate::VaultError;
use crate::room::Room;

/// A member of the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    /// The person.
    pub person: [u8; 16],
    /// Name, user name and role when they were added.
    pub name: String,
    /// User name.
    pub user: String,
    /// Role id.
    pub role: String,
    /// Where to seal the room's keys for them.
    pub sealing: String,
    /// When they were added, milliseconds.
    pub added: i64,
    /// When they were removed.
    pub removed: Option<i64>,
}

/// Somebody looked at something.
#[derive(Clone, PartialEq, Eq)]
pub struct LookLine {
    /// Who.
    pub name: String,
    /// The person's id.
    pub person: [u8; 16],
    /// When, milliseconds.
    pub at: i64,
    /// What kind of look.
    pub what: String,
    /// What was searched for, or how.
    pub detail: String,
}

/// Something noted about an account, or a call to 999.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// `account.noted` or `danger.rung`.
    pub kind: String,
    /// When, milliseconds.
    pub at: i64,
    /// Who noted it.
    pub who: String,
    /// The part's JSON.
    pub value: String,
}

/// One writer's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// Whose.
    pub writer: PublicKey,
    /// The person.
    pub person: [u8; 16],
    /// Their name.
    pub name: String,
    /// How many entries.
    pub seq: u64,
    /// The newest one.
    pub head: Hash,
    /// The writer's key was used twice.
    pub forked: bool,
}

impl Room {
    /// Who belongs, and who did.
    pub fn members(&self) -> Result<Vec<MemberLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person, name, user, role, sealing, added, removed FROM member ORDER BY added, person",
        )?;
        let members = statement.query_map([], |row| {
            Ok(MemberLine {
                person: row.get(0)?,
                name: row.get(1)?,
                user: row.get(2)?,
                role: row.get(3)?,
                sealing: row.get(4)?,
                added: row.get(5)?,
                removed: row.get(6)?,
            })
        })?;
        Ok(members.collect::<Result<_, _>>()?)
    }

    /// What the school has set, or what holds until it does.
    pub fn settings(&self) -> Result<Settings, VaultError> {
        let value: Option<String> = self
            .conn
            .prepare_cached("SELECT value FROM setting")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let settings = match value {
            None => Settings::default(),
            Some(value) => serde_json::from_str(&value).map_err(|_| VaultError::Unreadable {
                table: "setting",
                column: "value",
            })?,
        };
        Ok(settings.within_limits())
    }

    /// Who looked at one thing, oldest first.
    pub fn looks_at(&self, what: &str, id: &str) -> Result<Vec<LookLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT name, person, at, what, detail FROM looked WHERE what = ?1 AND id = ?2 ORDER BY at",
        )?;
        let looks = statement.query_map((what, id), |row| {
            Ok(LookLine {
                name: row.get(0)?,
                person: row.get(1)?,
                at: row.get(2)?,
                what: row.get(3)?,
                detail: row.get(4)?,
            })
        })?;
        Ok(looks.collect::<Result<_, _>>()?)
    }

    /// Notes of one kind, newest first.
    pub fn notes(&self, kind: &str, limit: u32) -> Result<Vec<NoteLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT note.kind, note.at, note.who, note.value
               FROM note JOIN entry ON entry.id = note.entry
              WHERE note.kind = ?1
              ORDER BY entry.ms DESC, entry.tick DESC
              LIMIT ?2",
        )?;
        let notes = statement.query_map((kind, limit), |row| {
            Ok(NoteLine {
                kind: row.get(0)?,
                at: row.get(1)?,
                who: row.get(2)?,
                value: row.get(3)?,
            })
        })?;
        Ok(notes.collect::<Result<_, _>>()?)
    }

    /// Every writer's log.
    pub fn logs(&self) -> Result<Vec<LogLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT writer, person, name, seq, head, forked FROM log WHERE seq > 0 ORDER BY writer",
        )?;
        let logs = statement.query_map([], |row| {
            Ok(LogLine {
                writer: PublicKey(row.get(0)?),
                person: row.get(1)?,
                name: row.get(2)?,
                seq: row.get(3)?,
                head: Hash(row.get(4)?),
                forked: row.get(5)?,
            })
        })?;
        Ok(logs.collect::<Result<_, _>>()?)
    }

    /// The room's state as a checkpoint, from what is kept beside each log.
    pub fn checkpoint(&self) -> Result<Checkpoint, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT writer, seq, frontier FROM log WHERE seq > 0")?;
        let mut rows = statement.query([])?;
        let mut logs = Vec::new();
        while let Some(row) = rows.next()? {
            let frontier: Vec<u8> = row.get(2)?;
            let frontier = Frontier::from_bytes(&frontier).ok_or(VaultError::Unreadable {
                table: "log",
                column: "frontier",
            })?;
            logs.push(LogState {
                writer: PublicKey(row.get(0)?),
                seq: row.get(1)?,
                root: frontier.root(),
            });
        }
        Ok(Checkpoint::new(self.id, logs))
    }

    /// How many entries there are, and how many wait for something that has not come.
    pub fn entry_counts(&self) -> Result<(u64, u64), VaultError> {
        let counts = self
            .conn
            .prepare_cached(
                "SELECT ifnull((SELECT max(n) FROM entry), 0), (SELECT count(*) FROM waiting)",
            )?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(counts)
    }
}
