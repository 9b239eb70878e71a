//! What a concern is to somebody with an account: who took it on, and who was to be told.

use std::collections::BTreeMap;

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
    // Whoever is asked again is asked anew: a look from before that says nothing.
    let mut asked: BTreeMap<[u8; 16], i64> = BTreeMap::new();
    let written = first.step.written.timestamp_millis();
    for person in details.alerted.iter().filter_map(|id| person(id)) {
        asked.entry(person).or_insert(i64::MIN);
    }
    for kept in &concern.case.told {
        let at = kept.step.written.timestamp_millis();
        for person in kept.what.people.iter().filter_map(|id| person(id)) {
            let latest = asked.entry(person).or_insert(at);
            *latest = at.max(*latest);
        }
    }
    for (person, since) in asked {
        // Its writer needs no telling of what they wrote themselves.
        let wrote = person == first.step.author.person.0 && since <= written;
        let knows = wrote || has_opened(conn, concern, &person, since)?;
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

fn has_opened(
    conn: &Connection,
    concern: &Concern,
    person: &[u8; 16],
    since: i64,
) -> Result<bool, VaultError> {
    let found = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM looked WHERE what = 'concern' AND id = ?1 AND person = ?2 AND at >= ?3)",
        )?
        .query_row((concern.id.to_string(), person, since), |row| row.get(0))?;
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
