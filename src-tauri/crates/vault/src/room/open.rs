//! The one way a room's file is opened. Each line answers a way in which SQLCipher can silently leave words readable.

use std::io::Read;
use std::path::Path;
use std::sync::Once;

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::FileKey;
use crate::VaultError;
use crate::folder::FolderError;

/// What a file begins with when SQLite wrote it without a key.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";
/// SQLite before this could corrupt a database when a write-ahead log was reset (3.7.0 to 3.51.2).
const SOUND_SQLITE: i32 = 3_051_003;

/// Opens, or with `create` makes, an encrypted file under a raw 32-byte key.
///
/// Afterwards the connection is known to be encrypted, keeps temporary data in memory, syncs every commit, and can
/// neither attach another file nor be told to stop doing these things.
pub fn open_room(path: &Path, key: &FileKey, create: bool) -> Result<Connection, VaultError> {
    let found = path.try_exists().map_err(|_| VaultError::Missing)?;
    if create && found {
        return Err(VaultError::Damaged);
    }
    if !create && !found {
        return Err(VaultError::Missing);
    }
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    if create {
        begin_for_its_owner(path)?;
    }
    be_ready();
    #[allow(clippy::disallowed_methods, reason = "this is the one place")]
    let mut conn = Connection::open_with_flags(path, flags)?;

    conn.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    let hex = Zeroizing::new(history::to_hex(key.bytes()));
    let statement = Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\"; PRAGMA cipher_log_level = NONE;",
        hex.as_str()
    ));
    conn.execute_batch(&statement)?;
    engine_is_fit(&conn)?;
    // Before the first read: otherwise the index of the write-ahead log lies beside the file as a third one, shared.
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE;")?;
    // The first read is where a wrong key shows.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -16000;",
    )?;
    expect(
        &conn,
        "PRAGMA temp_store",
        2,
        "temporary data would go to disk",
    )?;
    expect(
        &conn,
        "PRAGMA synchronous",
        2,
        "commits would not be synced",
    )?;
    if create {
        // A file of no bytes proves nothing: write a page, then look at it.
        conn.execute_batch(
            "PRAGMA user_version = 0; CREATE TABLE made (one INTEGER) STRICT; DROP TABLE made;",
        )?;
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    }
    if begins_plain(path)? {
        return Err(VaultError::NotEncrypted);
    }
    conn.authorizer(Some(allow))?;
    // More than a save needs: a statement that is not at hand is read again each time, which costs more than the save.
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

/// SQLite says that it is ready before SQLCipher is: of two threads that open their first file at the same moment, the second would
/// be told that its key is none. Whoever comes while the first is at it waits here.
fn be_ready() {
    static READY: Once = Once::new();
    READY.call_once(|| {
        #[allow(clippy::disallowed_methods, reason = "nothing is kept in it")]
        let first = Connection::open_in_memory();
        drop(first);
    });
}

/// Refuses what could lead words out of the file.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "three things are refused; everything else is ordinary work"
)]
fn allow(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Attach { .. } | AuthAction::Detach { .. } => Authorization::Deny,
        AuthAction::Pragma {
            pragma_name,
            pragma_value: Some(_),
        } => {
            let name = pragma_name.to_ascii_lowercase();
            let settled = [
                "key",
                "rekey",
                "hexkey",
                "temp_store",
                "synchronous",
                "journal_mode",
                "writable_schema",
                "mmap_size",
            ];
            let cipher = name.starts_with("cipher_") && name != "cipher_integrity_check";
            if settled.contains(&name.as_str()) || cipher {
                Authorization::Deny
            } else {
                Authorization::Allow
            }
        }
        _ => Authorization::Allow,
    }
}

fn engine_is_fit(conn: &Connection) -> Result<(), VaultError> {
    if rusqlite::version_number() < SOUND_SQLITE {
        return Err(VaultError::Engine("an SQLite with a known fault"));
    }
    let cipher: Option<String> = conn
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(VaultError::Engine("no cipher"));
    }
    Ok(())
}

fn expect(
    conn: &Connection,
    pragma: &str,
    value: i64,
    otherwise: &'static str,
) -> Result<(), VaultError> {
    let found: i64 = conn.query_row(pragma, [], |row| row.get(0))?;
    if found == value {
        Ok(())
    } else {
        Err(VaultError::Engine(otherwise))
    }
}

/// Makes the file, empty, readable by its owner alone, before SQLite writes into it or lays another beside it with the
/// same rights.
fn begin_for_its_owner(path: &Path) -> Result<(), VaultError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let made = options.open(path).map(drop).map_err(FolderError::from);
    made.map_err(|error| match error {
        FolderError::DiskFull => VaultError::DiskFull,
        FolderError::ReadOnly => VaultError::ReadOnly,
        FolderError::Missing | FolderError::InUse { .. } | FolderError::Other { .. } => {
            VaultError::Missing
        }
    })
}

fn begins_plain(path: &Path) -> Result<bool, VaultError> {
    let mut first = [0; 16];
    let read = std::fs::File::open(path)
        .and_then(|mut file| file.read(&mut first))
        .map_err(|_| VaultError::Missing)?;
    Ok(read == first.len() && &first == PLAIN)
}
