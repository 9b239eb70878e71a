//! What was told to governors, the head and inspectors, a line each.

use domain::governance::{
    INSPECTION_SAMPLE, INSPECTION_SHOWN, LOG_MONITORED, PART_MONITORED, PART_RELEASED, PART_SAMPLE,
    PART_SHEET, PART_SHOWN, REPORT_RELEASED, STAFF_SHEET,
};
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{entries_of, to_step};

/// Makes the line again. The first entry says it, and nothing takes its place.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM governance WHERE id = ?1")?
        .execute([id])?;
    let entries = entries_of(conn, id)?;
    let Some(step) = entries.first().map(to_step) else {
        return Ok(());
    };
    let part = match (step.kind.as_str(), step.kind_version) {
        (REPORT_RELEASED, 1) => PART_RELEASED,
        (STAFF_SHEET, 1) => PART_SHEET,
        (LOG_MONITORED, 1) => PART_MONITORED,
        (INSPECTION_SHOWN, 1) => PART_SHOWN,
        (INSPECTION_SAMPLE, 1) => PART_SAMPLE,
        _ => return Ok(()),
    };
    conn.prepare_cached(
        "INSERT INTO governance (id, kind, at, who, said) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        id,
        &step.kind,
        step.written.timestamp_millis(),
        &step.author.name,
        step.text(part),
    ))?;
    Ok(())
}
