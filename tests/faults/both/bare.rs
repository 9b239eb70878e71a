//! A file opened past the vault, with a room's settings and a choice of how it syncs.

use std::path::Path;

use rusqlite::Connection;

use crate::both::plan::Plan;

/// Opens or makes it. `synchronous` is `FULL`, as in a room, or `NORMAL`.
pub fn open(path: &Path, synchronous: &str) -> Connection {
    #[allow(
        clippy::disallowed_methods,
        reason = "a room refuses to sync less, and that it would be noticed is what is tested"
    )]
    let conn = Connection::open(path).unwrap();
    let key = "2a".repeat(32);
    conn.execute_batch(&format!(
        "PRAGMA cipher_memory_security = ON;
         PRAGMA key = \"x'{key}'\";
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = {synchronous};
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA secure_delete = ON;"
    ))
    .unwrap();
    conn
}

/// Makes its one table.
pub fn begin(conn: &Connection) {
    conn.execute_batch(
        "CREATE TABLE said (step INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT",
    )
    .unwrap();
}

/// Writes what a step says.
pub fn write(conn: &Connection, plan: &Plan, step: u64) {
    conn.prepare_cached("INSERT INTO said (step, words) VALUES (?1, ?2)")
        .unwrap()
        .execute((step, words(plan, step)))
        .unwrap();
}

/// The first acknowledged step that is not there as it was written.
pub fn lost(conn: &Connection, plan: &Plan, acknowledged: u64) -> rusqlite::Result<Option<u64>> {
    let mut statement = conn.prepare("SELECT words FROM said WHERE step = ?1")?;
    for step in 0..acknowledged {
        let mut rows = statement.query([step])?;
        let there = match rows.next()? {
            Some(row) => row.get::<_, String>(0)? == words(plan, step),
            None => false,
        };
        if !there {
            return Ok(Some(step));
        }
    }
    Ok(None)
}

fn words(plan: &Plan, step: u64) -> String {
    plan.step(step)
        .iter()
        .map(|said| said.words.as_str())
        .collect()
}
