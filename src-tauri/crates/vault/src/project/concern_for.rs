//! What a concern is to somebody with an account: who took it on, and who was to be told.

use domain::concern::{Concern, LIVE};
use rusqlite::Connection;

use crate::VaultError;

/// Writes down whom the version that holds is with, and of whom it still asks something.
pub(super) fn project(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM concern_for WHERE row = ?1")?
        .execute([row])?;
    let (Some(first), Some(current)) = (concern.first(), concern.current()) else {
        return Ok(());
    };
    let details = &current.content.details;
    let standing = concern.standing();
    if let Some(person) = standing.owner.as_deref().and_then(person) {
        let live = LIVE.contains(&standing.status.as_str());
        add(conn, row, &person, "taken", live)?;
    }
    let later = concern.case.told.iter().flat_map(|kept| &kept.what.people);
    for person in details
        .alerted
        .iter()
        .chain(later)
        .filter_map(|id| person(id))
    {
        // Its writer needs no telling.
        let knows = person == first.step.author.person.0 || has_opened(conn, concern, &person)?;
        add(conn, row, &person, "told", !knows)?;
    }
    Ok(())
}

/// Somebody opened a concern: whoever was told of it has seen it.
pub(super) fn opened(conn: &Connection, concern: &[u8], person: &[u8]) -> Result<(), VaultError> {
    conn.prepare_cached(
        "UPDATE concern_for SET waits = 0
          WHERE person = ?2 AND how = 'told' AND waits = 1 AND row = (SELECT row FROM concern WHERE id = ?1)",
    )?
    .execute((concern, person))?;
    Ok(())
}

fn has_opened(conn: &Connection, concern: &Concern, person: &[u8; 16]) -> Result<bool, VaultError> {
    let found = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM looked WHERE what = 'concern' AND id = ?1 AND person = ?2)",
        )?
        .query_row((concern.id.to_string(), person), |row| row.get(0))?;
    Ok(found)
}

fn add(
    conn: &Connection,
    row: i64,
    person: &[u8; 16],
    how: &str,
    waits: bool,
) -> Result<(), VaultError> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO concern_for (person, row, how, waits) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute((person, row, how, waits))?;
    Ok(())
}

/// A person's id as it stands in a concern; nothing where it is none.
pub(super) fn person(id: &str) -> Option<[u8; 16]> {
    history::from_hex(id)?.try_into().ok()
}
