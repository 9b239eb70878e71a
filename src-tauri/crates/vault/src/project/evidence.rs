//! Exhibits and bundles, a line each.

use domain::evidence::{fold_bundle, fold_exhibit};
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{entries_of, to_step};

fn steps(conn: &Connection, id: &[u8; 16]) -> Result<Vec<Step>, VaultError> {
    Ok(entries_of(conn, id)?.iter().map(to_step).collect())
}

/// Makes an exhibit's line again.
pub(super) fn exhibit(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM exhibit WHERE id = ?1")?
        .execute([id])?;
    let Some(given) = fold_exhibit(&steps(conn, id)?) else {
        return Ok(());
    };
    let Ok(text) = serde_json::to_string(&given.what) else {
        return Ok(());
    };
    let exhibit = &given.what;
    conn.prepare_cached(
        "INSERT INTO exhibit (id, concern, file, producer, initials, number, at, given)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        id,
        exhibit.concern.0,
        exhibit.file.0,
        exhibit.producer.0,
        &exhibit.initials,
        exhibit.number,
        given.step.written.timestamp_millis(),
        text,
    ))?;
    Ok(())
}

/// Makes a bundle's line again.
pub(super) fn bundle(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM bundle WHERE id = ?1")?
        .execute([id])?;
    let entries = entries_of(conn, id)?;
    let Some(made) = fold_bundle(&steps(conn, id)?) else {
        return Ok(());
    };
    let Ok(text) = serde_json::to_string(&made.what) else {
        return Ok(());
    };
    let writer = entries
        .iter()
        .find(|stored| stored.id.0 == made.step.entry)
        .map(|stored| stored.writer.0);
    conn.prepare_cached(
        "INSERT INTO bundle (id, writer, at, who, made) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        id,
        writer.unwrap_or_default(),
        made.step.written.timestamp_millis(),
        &made.step.author.name,
        text,
    ))?;
    Ok(())
}
