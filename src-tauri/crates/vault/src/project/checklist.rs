//! A checklist's line: whether it is open, and what it is about.

use domain::checklist::{Filled, fold};
use domain::id::ChecklistId;
use domain::step::Step;
use rusqlite::Connection;

use crate::VaultError;
use crate::entry::{Stored, entries_of, to_step};

/// Reads and checks the entries about a checklist and folds them. `None` if it is not one of this room.
pub(crate) fn load(conn: &Connection, id: &[u8; 16]) -> Result<Option<Filled>, VaultError> {
    let entries = entries_of(conn, id)?;
    for stored in &entries {
        stored.verify()?;
    }
    Ok(folded(id, &entries))
}

fn folded(id: &[u8; 16], entries: &[Stored]) -> Option<Filled> {
    let steps: Vec<Step> = entries.iter().map(to_step).collect();
    fold(ChecklistId(*id), &steps)
}

/// Makes the line again.
pub(super) fn project(conn: &Connection, id: &[u8; 16]) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM checklist WHERE id = ?1")?
        .execute([id])?;
    let Some(filled) = folded(id, &entries_of(conn, id)?) else {
        return Ok(());
    };
    let begun = &filled.begun;
    let last = filled
        .steps()
        .max_by_key(|step| step.written.timestamp_millis())
        .unwrap_or(&begun.step);
    let sent = filled.sent.as_ref().map(|kept| {
        let at = kept.what.at.unwrap_or(kept.step.written);
        at.timestamp_millis()
    });
    conn.prepare_cached(
        "INSERT INTO checklist (id, concern, list, title, open, sent, begun, last, who)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        id,
        begun.what.concern.map(|concern| concern.0),
        &begun.what.list,
        &begun.what.title,
        filled.is_open(),
        sent,
        begun.step.written.timestamp_millis(),
        last.written.timestamp_millis(),
        &last.author.name,
    ))?;
    Ok(())
}
