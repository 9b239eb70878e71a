//! Room files have sizes that say little: they grow in steps, and a room nobody holds yet looks like the others.

use std::path::Path;

use rand_core::CryptoRngCore;
use rusqlite::Connection;

use crate::VaultError;
use crate::folder::{self, FolderError};

/// The first step, and what every decoy has.
const FIRST: u64 = 8 * 1024 * 1024;
/// From here on the file grows by this much rather than doubling, for the sake of the disk.
const STEADY: u64 = 64 * 1024 * 1024;

/// SQLCipher 4's page.
const PAGE: u64 = 4096;

/// The size a file that needs `bytes` is brought to.
fn step_for(bytes: u64) -> u64 {
    if bytes <= STEADY {
        bytes.max(FIRST).next_power_of_two()
    } else {
        bytes.div_ceil(STEADY) * STEADY
    }
}

/// Brings the file to its step by filling and freeing pages: later entries use the freed ones, so the size stands still.
pub(super) fn top_up(conn: &Connection) -> Result<(), VaultError> {
    let number = |pragma: &str| conn.query_row(pragma, [], |row| row.get::<_, u64>(0));
    let have = number("PRAGMA page_count")?;
    let used = have - number("PRAGMA freelist_count")?;
    // A file that is nearly full moves to the next step now, not in the middle of somebody's save.
    let wanted = step_for(used * PAGE + FIRST / 8) / PAGE;
    if wanted <= have {
        return Ok(());
    }
    conn.execute_batch("SAVEPOINT pad; CREATE TABLE filler (bytes BLOB) STRICT;")?;
    // One row a page, so that the last step lands exactly; the tree's own pages come with the first few.
    let one_page = |conn: &Connection| {
        conn.prepare_cached("INSERT INTO filler (bytes) VALUES (zeroblob(3900))")?
            .execute([])
    };
    for _ in 0..4 {
        one_page(conn)?;
    }
    loop {
        let missing =
            wanted.saturating_sub(number("PRAGMA page_count")? - number("PRAGMA freelist_count")?);
        match missing {
            0 => break,
            1..=64 => one_page(conn)?,
            more => {
                let bytes = (more - 32).min(1024) * 4_000;
                conn.execute("INSERT INTO filler (bytes) VALUES (zeroblob(?1))", [bytes])?
            }
        };
    }
    conn.execute_batch("DROP TABLE filler; RELEASE pad;")?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Writes the stand-in for a room that nobody on this laptop may hold yet: random bytes of a new room's size.
pub fn make_decoy(path: &Path, rng: &mut dyn CryptoRngCore) -> Result<(), VaultError> {
    let mut bytes = vec![0; FIRST as usize];
    rng.fill_bytes(&mut bytes);
    folder::write_whole(path, &bytes).map_err(|error| match error {
        FolderError::DiskFull => VaultError::DiskFull,
        FolderError::ReadOnly
        | FolderError::Missing
        | FolderError::InUse { .. }
        | FolderError::Other { .. } => VaultError::ReadOnly,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_move_in_steps() {
        assert_eq!(step_for(1), FIRST);
        assert_eq!(step_for(FIRST + 1), 2 * FIRST);
        assert_eq!(step_for(STEADY + 1), 2 * STEADY);
        assert_eq!(step_for(5 * STEADY), 5 * STEADY);
    }
}
