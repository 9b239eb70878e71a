//! A register's line as it holds.

use domain::register::{Entered, fold};
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks everything that was written of a line.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Entered, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(&entries))
}

fn folded(entries: &[Stored]) -> Entered {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(&steps)
}

/// Makes the line again.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM register_line WHERE id = ?1")?
        .execute([id])?;
    let entered = folded(&entries_of(conn, id)?);
    let (Some(first), Some(last)) = (entered.first(), entered.last()) else {
        return Ok(());
    };
    let Ok(line) = serde_json::to_string(&last.what) else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO register_line (id, register, concern, at, who, line, struck, reason, versions, heads)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        id,
        &first.what.register,
        last.what.concern.map(|concern| concern.0),
        first.step.written.timestamp_millis(),
        &first.step.author.name,
        line,
        last.what.struck,
        &last.reason,
        entered.versions.len(),
        entered.heads.len(),
    ))?;
    Ok(())
}
