//! What was told to governors, the head and inspectors, a line each.

use domain::governance::{
    INSPECTION_SAMPLE, INSPECTION_SHOWN, LOG_MONITORED, PART_MONITORED, PART_RELEASED, PART_SAMPLE,
    PART_SHEET, PART_SHOWN, REPORT_RELEASED, STAFF_SHEET,
};
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{entries_of, to_step};

/// The part that says what was told; nothing where a newer program wrote it in a way of its own.
pub(crate) fn part_told(step: &Step) -> Option<&'static str> {
    match (step.kind.as_str(), step.kind_version) {
        (REPORT_RELEASED, 1) => Some(PART_RELEASED),
        (STAFF_SHEET, 1) => Some(PART_SHEET),
        (LOG_MONITORED, 1) => Some(PART_MONITORED),
        (INSPECTION_SHOWN, 1) => Some(PART_SHOWN),
        (INSPECTION_SAMPLE, 1) => Some(PART_SAMPLE),
        _ => None,
    }
}

/// Makes the line again. The first entry says it, and nothing takes its place. One that cannot be read has a line that says nothing:
/// that something was told must be known where later reports are held against it.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM governance WHERE id = ?1")?
        .execute([id])?;
    conn.prepare_cached("DELETE FROM file WHERE concern = ?1")?
        .execute([id])?;
    let entries = entries_of(conn, id)?;
    let Some(step) = entries.first().map(to_step) else {
        return Ok(());
    };
    let said = part_told(&step).map(|part| step.text(part));
    conn.prepare_cached(
        "INSERT INTO governance (id, kind, at, who, said) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        id,
        &step.kind,
        step.written.timestamp_millis(),
        &step.author.name,
        said.unwrap_or_default(),
    ))?;
    files(conn, id, &step)
}

/// Counts what is kept with it among the files of the room, so that it is carried and checked like every other. Its entry has several:
/// each goes by the beginning of its own hash.
fn files(conn: &Connection, id: &[u8; 16], step: &Step) -> Result<(), VaultError> {
    for (blob, size) in &step.blobs {
        let Some(file) = blob.first_chunk::<16>() else {
            continue;
        };
        conn.prepare_cached(
            "INSERT OR REPLACE INTO file (id, concern, name, size, blob) VALUES (?1, ?2, '', ?3, ?4)",
        )?
        .execute((file, id, size, blob))?;
    }
    Ok(())
}
