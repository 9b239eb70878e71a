//! Lines of the registers.

use domain::id::{ConcernId, LineId};
use domain::register::{Entered, Line};
use rusqlite::{Params, Row};

use crate::VaultError;
use crate::project::load_register_line;
use crate::room::Room;

/// A line as the register shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct RegisterLine {
    /// Which.
    pub id: LineId,
    /// When it was first written, milliseconds.
    pub at: i64,
    /// Who first wrote it.
    pub who: String,
    /// As it holds.
    pub line: Line,
    /// Why it was last corrected or struck.
    pub reason: String,
    /// How often it was written: more than once where it was corrected.
    pub versions: u32,
    /// How many of them hold: more than one where it was corrected on two laptops at once.
    pub heads: u32,
}

impl std::fmt::Debug for RegisterLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RegisterLine({})", self.id)
    }
}

const LINE: &str = "id, at, who, line, reason, versions, heads";

fn read(row: &Row<'_>) -> rusqlite::Result<RegisterLine> {
    let line: String = row.get(3)?;
    Ok(RegisterLine {
        id: LineId(row.get(0)?),
        at: row.get(1)?,
        who: row.get(2)?,
        // Written by the projection from what it had read.
        line: serde_json::from_str(&line).unwrap_or_default(),
        reason: row.get(4)?,
        versions: row.get(5)?,
        heads: row.get(6)?,
    })
}

impl Room {
    /// Lines of a register, the latest first, after one of them where it is given by its time and id; at most so many.
    pub fn register_lines(
        &self,
        register: &str,
        after: Option<(i64, LineId)>,
        limit: u32,
    ) -> Result<Vec<RegisterLine>, VaultError> {
        let (at, id) = after.map_or((i64::MAX, [0; 16]), |(at, id)| (at, id.0));
        self.lines_of_registers(
            &format!(
                "SELECT {LINE} FROM register_line
                 WHERE register = ?1 AND (at < ?2 OR (at = ?2 AND id > ?3))
                 ORDER BY at DESC, id LIMIT ?4"
            ),
            (register, at, id, limit),
        )
    }

    /// Lines of every register that are about a concern, the oldest first.
    pub fn register_lines_of(&self, concern: ConcernId) -> Result<Vec<RegisterLine>, VaultError> {
        self.lines_of_registers(
            &format!("SELECT {LINE} FROM register_line WHERE concern = ?1 ORDER BY at, id"),
            [concern.0],
        )
    }

    /// One line with all that was written of it: every entry is verified as it is read.
    pub fn register_line(&self, id: LineId) -> Result<Entered, VaultError> {
        let entered = load_register_line(&self.conn, &id.0)?;
        if entered.versions.is_empty() && !entered.needs_newer {
            return Err(VaultError::NotFound);
        }
        Ok(entered)
    }

    fn lines_of_registers(
        &self,
        sql: &str,
        bound: impl Params,
    ) -> Result<Vec<RegisterLine>, VaultError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let lines = statement.query_map(bound, read)?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
