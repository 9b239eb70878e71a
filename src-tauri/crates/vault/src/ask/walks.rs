//! Walks through flowcharts.

use domain::concern::ERROR;
use domain::id::{ConcernId, WalkId};
use domain::walk::Walk;
use rusqlite::{Params, Row};

use crate::VaultError;
use crate::project::load_walk;
use crate::room::Room;

/// A walk as a list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct WalkLine {
    /// Which.
    pub id: WalkId,
    /// The concern it is about.
    pub concern: Option<ConcernId>,
    /// The flowchart.
    pub flow: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// It has not ended.
    pub open: bool,
    /// How many steps were taken.
    pub steps: u32,
    /// When somebody last did anything in it, milliseconds.
    pub last: i64,
    /// Who that was.
    pub who: String,
}

impl std::fmt::Debug for WalkLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WalkLine({})", self.id)
    }
}

const LINE: &str = "id, concern, flow, number, title, at IS NOT NULL, steps, last, who";

fn read(row: &Row<'_>) -> rusqlite::Result<WalkLine> {
    Ok(WalkLine {
        id: WalkId(row.get(0)?),
        concern: row.get::<_, Option<[u8; 16]>>(1)?.map(ConcernId),
        flow: row.get(2)?,
        number: row.get(3)?,
        title: row.get(4)?,
        open: row.get(5)?,
        steps: row.get(6)?,
        last: row.get(7)?,
        who: row.get(8)?,
    })
}

impl Room {
    /// Walks that have not ended, the latest first.
    pub fn open_walks(&self, limit: u32) -> Result<Vec<WalkLine>, VaultError> {
        self.walks(
            &format!("SELECT {LINE} FROM walk WHERE at IS NOT NULL ORDER BY last DESC LIMIT ?1"),
            [limit],
        )
    }

    /// Every walk about a concern, the oldest first.
    pub fn walks_of(&self, concern: ConcernId) -> Result<Vec<WalkLine>, VaultError> {
        self.walks(
            &format!("SELECT {LINE} FROM walk WHERE concern = ?1 ORDER BY begun"),
            [concern.0],
        )
    }

    /// Concerns about which somebody went through a flowchart, each once with when that first began, milliseconds; the oldest first.
    /// What was recorded by mistake is left out.
    pub fn walked_through(&self, flow: &str) -> Result<Vec<(i64, ConcernId)>, VaultError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT min(walk.begun) AS first, walk.concern
               FROM walk JOIN concern ON concern.id = walk.concern
              WHERE walk.flow = ?1 AND concern.status <> ?2
              GROUP BY walk.concern ORDER BY first",
        )?;
        let begun = statement.query_map((flow, ERROR), |row| {
            Ok((row.get(0)?, ConcernId(row.get(1)?)))
        })?;
        Ok(begun.collect::<Result<_, _>>()?)
    }

    /// One walk in full: every entry about it is verified as it is read.
    pub fn walk_through(&self, id: WalkId) -> Result<Walk, VaultError> {
        load_walk(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    fn walks(&self, sql: &str, bound: impl Params) -> Result<Vec<WalkLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let lines = statement.query_map(bound, read)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
