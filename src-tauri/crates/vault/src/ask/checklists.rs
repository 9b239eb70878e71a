//! Checklists that somebody fills.

use domain::checklist::Filled;
use domain::id::{ChecklistId, ConcernId};
use rusqlite::{Params, Row};

use crate::VaultError;
use crate::project::load_checklist;
use crate::room::Room;

/// A checklist as a list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct ChecklistLine {
    /// Which.
    pub id: ChecklistId,
    /// The concern it is about.
    pub concern: Option<ConcernId>,
    /// Its name in the guidance.
    pub list: String,
    /// What it is called.
    pub title: String,
    /// It is neither sent nor put away.
    pub open: bool,
    /// When it was sent or done with, milliseconds.
    pub sent: Option<i64>,
    /// When somebody last did anything in it, milliseconds.
    pub last: i64,
    /// Who that was.
    pub who: String,
}

impl std::fmt::Debug for ChecklistLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ChecklistLine({})", self.id)
    }
}

const LINE: &str = "id, concern, list, title, open, sent, last, who";

fn read(row: &Row<'_>) -> rusqlite::Result<ChecklistLine> {
    Ok(ChecklistLine {
        id: ChecklistId(row.get(0)?),
        concern: row.get::<_, Option<[u8; 16]>>(1)?.map(ConcernId),
        list: row.get(2)?,
        title: row.get(3)?,
        open: row.get(4)?,
        sent: row.get(5)?,
        last: row.get(6)?,
        who: row.get(7)?,
    })
}

impl Room {
    /// Checklists that are neither sent nor put away, the latest first.
    pub fn open_checklists(&self, limit: u32) -> Result<Vec<ChecklistLine>, VaultError> {
        self.checklists(
            &format!("SELECT {LINE} FROM checklist WHERE open = 1 ORDER BY last DESC LIMIT ?1"),
            [limit],
        )
    }

    /// Every checklist about a concern, the oldest first.
    pub fn checklists_of(&self, concern: ConcernId) -> Result<Vec<ChecklistLine>, VaultError> {
        self.checklists(
            &format!("SELECT {LINE} FROM checklist WHERE concern = ?1 ORDER BY begun"),
            [concern.0],
        )
    }

    /// One checklist in full: every entry about it is verified as it is read.
    pub fn filled_checklist(&self, id: ChecklistId) -> Result<Filled, VaultError> {
        load_checklist(&self.conn, &id.0)?.ok_or(VaultError::NotFound)
    }

    fn checklists(&self, sql: &str, bound: impl Params) -> Result<Vec<ChecklistLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let lines = statement.query_map(bound, read)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
