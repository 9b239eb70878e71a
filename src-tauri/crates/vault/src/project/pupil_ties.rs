//! Who belongs to a pupil, beside their own line.

use domain::pupil::Pupil;
use rusqlite::Connection;

use crate::VaultError;

/// Takes away what hung on a pupil.
pub(super) fn clear(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM tie WHERE pupil = ?1")?
        .execute([id])?;
    Ok(())
}

/// Writes down what holds now.
pub(super) fn project(conn: &Connection, pupil: &Pupil) -> Result<(), VaultError> {
    let id = pupil.id.0;
    clear(conn, &id)?;
    for tie in pupil.tied() {
        let Some(whom) = tie.what.whom() else {
            continue;
        };
        conn.prepare_cached(
            "INSERT OR REPLACE INTO tie (entry, pupil, whom, value) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((
            tie.step.entry,
            id,
            whom,
            serde_json::to_string(&tie.what).unwrap_or_default(),
        ))?;
    }
    Ok(())
}
