//! Schema steps, in order, for good.

use rusqlite::{Connection, TransactionBehavior};

use crate::{VaultError, project};

/// A step that has shipped is never edited.
const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_entries_and_projections.sql"),
    include_str!("../../migrations/0002_today_and_chronology.sql"),
];

/// Brings a file to this program's schema, whole or not at all; a file from a newer program is left untouched.
pub(super) fn bring_up(conn: &mut Connection) -> Result<u32, VaultError> {
    let known = STEPS.len() as u32;
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let Some(missing) = STEPS.get(found as usize..) else {
        return Err(VaultError::Newer { found, known });
    };
    if missing.is_empty() {
        return Ok(0);
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in missing {
        tx.execute_batch(step)?;
    }
    if found > 0 {
        // New tables and columns are filled from the entries with the step that makes them: a program that ends half
        // way through leaves the file as it was, and the next opening does all of it.
        project::every_table(&tx)?;
    }
    tx.pragma_update(None, "user_version", known)?;
    tx.commit()?;
    Ok(known - found)
}
