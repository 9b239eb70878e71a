//! Why the vault could not do what was asked.

/// Says which thing and where, never what it holds: no variant carries words from a record.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The key does not fit the room's file.
    #[error("the key does not open this room")]
    KeyDoesNotFit,
    /// The room's file is there and cannot be read.
    #[error("the room's file is damaged")]
    Damaged,
    /// The room's file is not there.
    #[error("the room's file is missing")]
    Missing,
    /// The file would have been, or is, readable without a key.
    #[error("the room's file is not encrypted")]
    NotEncrypted,
    /// A newer program has already moved the file on.
    #[error("the room is at schema {found} and this program knows {known}")]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest schema this program reads.
        known: u32,
    },
    /// The SQLite inside this program is one with a known fault, or has no cipher.
    #[error("this build's database engine is not fit: {0}")]
    Engine(&'static str),
    /// There is no room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the disk does not let itself be written.
    #[error("the folder cannot be written")]
    ReadOnly,
    /// What was asked for is not here.
    #[error("there is no such record in this room")]
    NotFound,
    /// An entry failed its check when it was read.
    #[error("entry {0} does not verify")]
    Tampered(String),
    /// A stored value no longer means anything.
    #[error("{table}.{column} holds a value that cannot be read")]
    Unreadable {
        /// Where it is.
        table: &'static str,
        /// Where it is.
        column: &'static str,
    },
    /// The history refused an entry.
    #[error(transparent)]
    History(#[from] history::HistoryError),
    /// The database refused.
    #[error("the room's file could not be read or written")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::NotADatabase) => Self::KeyDoesNotFit,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NotFound,
            _ => Self::Sqlite(error),
        }
    }
}
