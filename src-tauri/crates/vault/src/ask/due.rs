//! What is due, in the order of its clock: from an index that is already in that order.

use rusqlite::named_params;

use super::concerns::{COLUMNS, ConcernLine, LINE, read_line};
use crate::VaultError;
use crate::room::Room;

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// Something to do.
    Action,
    /// An answer from outside the school.
    Reply,
    /// Somebody looks at the concern again.
    Review,
}

/// Something that is due, with its concern.
#[derive(Clone, PartialEq, Eq)]
pub struct DueLine {
    /// When, milliseconds since 1970; of a whole day its last minute.
    pub at: i64,
    /// What kind.
    pub kind: DueKind,
    /// Whose it is.
    pub owner: Option<[u8; 16]>,
    /// What is to be done, who is to answer, or which decision is looked at again; nothing of the concern itself.
    pub what: String,
    /// Only the day was meant.
    pub whole_day: bool,
    /// By which clock it was counted; empty where nobody counted.
    pub unit: String,
    /// The same in words, with the rule it follows.
    pub rule: String,
    /// The concern it belongs to.
    pub concern: ConcernLine,
}

impl std::fmt::Debug for DueLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DueLine({:?})", self.kind)
    }
}

impl Room {
    /// What is due at or after one moment and before another (milliseconds), the soonest first.
    pub fn due_between(&self, from: i64, to: i64, limit: u32) -> Result<Vec<DueLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, due.at, due.thing, due.owner, due.what, due.whole_day,
                    due.unit, due.rule
               FROM due JOIN concern ON concern.row = due.row
              WHERE due.at >= :from AND due.at < :to
              ORDER BY due.at
              LIMIT :limit"
        ))?;
        let lines = statement.query_map(
            named_params! { ":from": from, ":to": to, ":limit": limit },
            |row| {
                let kind: String = row.get(COLUMNS + 1)?;
                Ok(DueLine {
                    concern: read_line(row)?,
                    at: row.get(COLUMNS)?,
                    kind: match kind.as_str() {
                        "reply" => DueKind::Reply,
                        "review" => DueKind::Review,
                        _ => DueKind::Action,
                    },
                    owner: row.get(COLUMNS + 2)?,
                    what: row.get(COLUMNS + 3)?,
                    whole_day: row.get(COLUMNS + 4)?,
                    unit: row.get(COLUMNS + 5)?,
                    rule: row.get(COLUMNS + 6)?,
                })
            },
        )?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// How much is due in that time.
    pub fn count_due_between(&self, from: i64, to: i64) -> Result<u64, VaultError> {
        let count = self
            .conn
            .prepare_cached("SELECT count(*) FROM due WHERE at >= ?1 AND at < ?2")?
            .query_row((from, to), |row| row.get(0))?;
        Ok(count)
    }
}
