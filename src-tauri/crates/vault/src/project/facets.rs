//! What reports and charts count of a concern.

use domain::concern::Concern;
use domain::facets::{Facets, Referred};
use rusqlite::Connection;
use serde::Serialize;

use crate::VaultError;

/// Writes down what is counted of the concern of a row, and of its referrals, each at its own moment.
pub(super) fn project(conn: &Connection, row: i64, concern: &Concern) -> Result<(), VaultError> {
    remove(conn, row)?;
    let (Some(facets), Some(first), Some(current)) =
        (Facets::of(concern), concern.first(), concern.current())
    else {
        return Ok(());
    };
    let written = first
        .content
        .details
        .first_written
        .unwrap_or(first.step.written);
    let at = current.content.details.occurred_at.unwrap_or(written);
    put(conn, (at.timestamp_millis(), row, 0), &facets)?;
    for (place, (at, referred)) in Referred::all_of(concern).into_iter().enumerate() {
        put(conn, (at, row, place as i64 + 1), &referred)?;
    }
    Ok(())
}

/// Takes away what is counted of the concern of a row.
pub(super) fn remove(conn: &Connection, row: i64) -> Result<(), VaultError> {
    conn.prepare_cached("DELETE FROM facet WHERE row = ?1")?
        .execute([row])?;
    Ok(())
}

fn put(
    conn: &Connection,
    (at, row, place): (i64, i64, i64),
    what: &impl Serialize,
) -> Result<(), VaultError> {
    // Plain structs of strings, numbers and dates always serialise.
    let facets = serde_json::to_string(what).unwrap_or_default();
    conn.prepare_cached("INSERT INTO facet (at, row, place, facets) VALUES (?1, ?2, ?3, ?4)")?
        .execute((at, row, place, facets))?;
    Ok(())
}
