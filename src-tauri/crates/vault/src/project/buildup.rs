//! What a concern has that others may have too, and which build-ups that rest on it were set aside.

use domain::buildup::traces;
use domain::concern::Concern;
use rusqlite::Connection;

use crate::VaultError;

/// Writes both down again.
pub(super) fn project(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    remove(conn, row)?;
    for trace in traces(concern) {
        conn.prepare_cached("INSERT INTO trace (of, key, row, shown) VALUES (?1, ?2, ?3, ?4)")?
            .execute((trace.of.id(), trace.key, row, trace.shown))?;
    }
    for kept in &concern.case.set_aside {
        // A plain struct of strings always serialises.
        let value = serde_json::to_string(&kept.what).unwrap_or_default();
        conn.prepare_cached(
            "INSERT INTO set_aside (entry, row, sort, key, value) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((kept.step.entry, row, &kept.what.sort, &kept.what.key, value))?;
    }
    Ok(())
}

/// Takes away what hangs on a line.
pub(super) fn remove(conn: &Connection, row: i64) -> Result<(), VaultError> {
    for sql in [
        "DELETE FROM trace WHERE row = ?1",
        "DELETE FROM set_aside WHERE row = ?1",
    ] {
        conn.prepare_cached(sql)?.execute([row])?;
    }
    Ok(())
}
