//! Whole files or none: a file is written beside its name, made durable, and put in its place.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError};

use crate::KeysError;

/// What the name of a half-written file ends with.
const HALF: &str = ".half";

/// Puts a file in its place, over an older one. Readable by this user only.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), KeysError> {
    let put = || {
        let mut half = half_written(path, bytes)?;
        for pause in RETRIES {
            match half.persist(path) {
                Ok(_) => return Ok(()),
                Err(PersistError { error, file }) if may_pass(&error) => {
                    std::thread::sleep(pause);
                    half = file;
                }
                Err(refused) => return Err(refused.error),
            }
        }
        half.persist(path)
            .map(drop)
            .map_err(|refused| refused.error)
    };
    put()
        .and_then(|()| make_names_durable(path))
        .map_err(KeysError::writing)
}

/// Puts a file in its place unless one is there already; says whether it did.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, KeysError> {
    let put = || {
        half_written(path, bytes)?
            .persist_noclobber(path)
            .map_err(|refused| refused.error)?;
        make_names_durable(path)
    };
    match put() {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(KeysError::writing(error)),
    }
}

/// Reads a file of at most `most` bytes; `None` when there is none. A longer file reads as empty:
/// it is not one of ours.
pub(crate) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, KeysError> {
    let take = || {
        let mut bytes = Vec::new();
        // A pipe or a link in the place of a file would make the reader wait, or read something else.
        if !std::fs::symlink_metadata(path)?.is_file() {
            return Ok(bytes);
        }
        let read = File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if u64::try_from(read).unwrap_or(u64::MAX) > most {
            bytes.clear();
        }
        Ok(bytes)
    };
    absent_as_none(take()).map_err(KeysError::reading)
}

/// Removes a file; one that is not there is no error.
pub(crate) fn remove(path: &Path) -> Result<(), KeysError> {
    absent_as_none(std::fs::remove_file(path))
        .and_then(|_| make_names_durable(path))
        .map_err(KeysError::writing)
}

/// Removes what an interrupted write of this file has left behind: it may hold what was to be replaced.
pub(crate) fn sweep(path: &Path) {
    let begins = half_name(path);
    let Ok(names) = std::fs::read_dir(folder_of(path)) else {
        return;
    };
    for name in names.flatten().map(|entry| entry.file_name()) {
        let bytes = name.as_encoded_bytes();
        if bytes.starts_with(begins.as_encoded_bytes()) && bytes.ends_with(HALF.as_bytes()) {
            // One that stays is no harm the caller could mend.
            let _ = std::fs::remove_file(folder_of(path).join(name));
        }
    }
}

fn absent_as_none<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn half_written(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut half = Builder::new()
        .prefix(&half_name(path))
        .suffix(HALF)
        .tempfile_in(folder_of(path))?;
    half.write_all(bytes)?;
    half.as_file().sync_all()?;
    Ok(half)
}

/// What the names of a file's half-written selves begin with.
fn half_name(path: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push("-");
    name
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

// A renamed file survives a power cut only when its folder is synced too.
#[cfg(unix)]
fn make_names_durable(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

#[cfg(not(unix))]
fn make_names_durable(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Anti-virus programs on Windows hold a file they have just seen; it passes within a moment.
const RETRIES: [std::time::Duration; 5] = [
    std::time::Duration::from_millis(5),
    std::time::Duration::from_millis(20),
    std::time::Duration::from_millis(60),
    std::time::Duration::from_millis(200),
    std::time::Duration::from_millis(500),
];

fn may_pass(error: &io::Error) -> bool {
    // Access denied, sharing violation, lock violation.
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}
