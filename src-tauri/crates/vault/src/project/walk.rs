//! A walk's line: where it stands, and what it is about.

use domain::id::WalkId;
use domain::step::Step;
use domain::walk::{Walk, fold};
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks the entries about a walk and folds them. `None` if it is not a walk of this room.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Option<Walk>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(id, &entries))
}

fn folded(id: &[u8; 16], entries: &[Stored]) -> Option<Walk> {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(WalkId(*id), &steps)
}

/// Makes the line again.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM walk WHERE id = ?1")?
        .execute([id])?;
    let Some(walk) = folded(id, &entries_of(conn, id)?) else {
        return Ok(());
    };
    let begun = &walk.begun.what;
    let last = walk
        .ended
        .as_ref()
        .map(|kept| &kept.step)
        .or_else(|| walk.taken.last().map(|kept| &kept.step))
        .unwrap_or(&walk.begun.step);
    conn.prepare_cached(
        "INSERT INTO walk (id, concern, flow, number, title, at, steps, begun, last, who)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        id,
        begun.concern.map(|concern| concern.0),
        &begun.flow,
        &begun.number,
        &begun.title,
        &walk.at,
        walk.taken.len(),
        walk.begun.step.written.timestamp_millis(),
        walk.last(),
        &last.author.name,
    ))?;
    Ok(())
}
