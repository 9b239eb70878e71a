//! Concerns that have something in common: how many, and which. Every question walks the index of one thing.

use domain::buildup::{SetAside, Trace, TraceOf};

use super::concerns::{ConcernLine, LINE, read_line};
use crate::VaultError;
use crate::project::row_from;
use crate::room::Room;

/// Something that concerns have in common, and how many have it.
#[derive(Clone, PartialEq, Eq)]
pub struct Gathering {
    /// What.
    pub of: TraceOf,
    /// Which, in the form in which it is compared.
    pub key: String,
    /// How many concerns.
    pub concerns: u32,
    /// The newest of them, by its place in the list.
    pub newest: i64,
}

impl std::fmt::Debug for Gathering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gathering")
    }
}

impl Room {
    /// What concerns written since one moment have, with how many there are since an earlier one (milliseconds).
    pub fn gatherings(&self, since: i64, counted_from: i64) -> Result<Vec<Gathering>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT new.of, new.key,
                    (SELECT count(*) FROM trace
                      WHERE trace.of = new.of AND trace.key = new.key AND trace.row >= ?2),
                    new.newest
               FROM (SELECT of, key, max(row) AS newest FROM trace INDEXED BY trace_by_row
                      WHERE row >= ?1 GROUP BY of, key) AS new",
        )?;
        let mut rows = statement.query((row_from(since), row_from(counted_from)))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let of: String = row.get(0)?;
            if let Some(of) = TraceOf::of_id(&of) {
                all.push(Gathering {
                    of,
                    key: row.get(1)?,
                    concerns: row.get(2)?,
                    newest: row.get(3)?,
                });
            }
        }
        Ok(all)
    }

    /// How many concerns written since a moment have this.
    pub fn count_gathered(&self, of: TraceOf, key: &str, from: i64) -> Result<u32, VaultError> {
        let count = self
            .conn
            .prepare_cached("SELECT count(*) FROM trace WHERE of = ?1 AND key = ?2 AND row >= ?3")?
            .query_row((of.id(), key, row_from(from)), |row| row.get(0))?;
        Ok(count)
    }

    /// Concerns written since a moment that have any of these, newest first.
    pub fn gathered(
        &self,
        of: TraceOf,
        keys: &[String],
        from: i64,
        limit: u32,
    ) -> Result<Vec<ConcernLine>, VaultError> {
        let keys = serde_json::to_string(keys).unwrap_or_default();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}
               FROM (SELECT DISTINCT row FROM trace
                      WHERE of = ?1 AND key IN (SELECT value FROM json_each(?2)) AND row >= ?3
                      ORDER BY row DESC LIMIT ?4) AS about
               JOIN concern ON concern.row = about.row
              ORDER BY about.row DESC"
        ))?;
        let lines = statement.query_map((of.id(), keys, row_from(from), limit), read_line)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// What a concern has that others may have too.
    pub fn traces_of(&self, row: i64) -> Result<Vec<Trace>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT of, key, shown FROM trace WHERE row = ?1 ORDER BY of, key")?;
        let mut rows = statement.query([row])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let of: String = row.get(0)?;
            if let Some(of) = TraceOf::of_id(&of) {
                all.push(Trace {
                    of,
                    key: row.get(1)?,
                    shown: row.get(2)?,
                });
            }
        }
        Ok(all)
    }

    /// What was set aside of one thing.
    pub fn set_aside(&self, sort: &str, key: &str) -> Result<Vec<SetAside>, VaultError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT value FROM set_aside WHERE sort = ?1 AND key = ?2")?;
        let values = statement.query_map((sort, key), |row| row.get::<_, String>(0))?;
        let mut all = Vec::new();
        for value in values {
            all.extend(serde_json::from_str::<SetAside>(&value?).ok());
        }
        Ok(all)
    }
}
