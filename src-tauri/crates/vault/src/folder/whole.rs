//! A file that is there whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::FolderError;
use super::files::{make_folder, sync_folder};

const PREFIX: &str = ".part-";
const SUFFIX: &str = ".tmp";

/// How long to wait before asking again; the first waits are short, because a scanner mostly lets go at once.
const WAITS_MS: [u64; 9] = [1, 5, 10, 25, 50, 100, 250, 500, 1000];

/// A file being written under a name of its own; it takes its place, durably, with [`WholeFile::finish`].
///
/// Dropped before that, it leaves nothing behind, and whatever stood at the place still stands there.
#[derive(Debug)]
pub struct WholeFile {
    temp: NamedTempFile,
}

impl WholeFile {
    /// Begins a file in the folder it will end in (or above it, on the same disk), readable by its owner alone (0600).
    pub fn begin(dir: &Path) -> Result<Self, FolderError> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        // tempfile makes files 0600 by itself where the system has modes; a narrow umask could take that away again.
        let temp = builder.tempfile_in(dir)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            temp.as_file()
                .set_permissions(fs::Permissions::from_mode(0o600))?;
        }
        Ok(Self { temp })
    }

    /// Where it lies while it is written, so that it can be read back before it takes its place.
    pub fn half(&self) -> &Path {
        self.temp.path()
    }

    /// Brings what was written so far to the disk.
    pub fn settle(&self) -> Result<(), FolderError> {
        Ok(self.temp.as_file().sync_all()?)
    }

    /// Puts the file at its place; when this returns it survives a power cut.
    ///
    /// The order matters: content to the disk, then the name, then the folder that holds the name.
    pub fn finish(self, path: &Path) -> Result<(), FolderError> {
        self.temp.as_file().sync_all()?;
        let dir = path.parent().ok_or(FolderError::Missing)?;
        if !dir.is_dir() {
            make_folder(dir)?;
        }

        let mut waiting = Some(self.temp);
        stubbornly(|| {
            let Some(temp) = waiting.take() else {
                return Ok(());
            };
            temp.persist(path).map(drop).map_err(|refused| {
                waiting = Some(refused.file);
                refused.error
            })
        })?;
        sync_folder(dir)
    }
}

impl Write for WholeFile {
    // Straight to the file: `NamedTempFile` would put the path into the error and hide the system's number.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temp.as_file_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temp.as_file_mut().flush()
    }
}

/// Writes a whole file durably in place of whatever stood there; interrupted at any moment, the old file is kept.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let dir = path.parent().ok_or(FolderError::Missing)?;
    let mut file = WholeFile::begin(dir)?;
    file.write_all(bytes)?;
    file.finish(path)
}

/// Removes half-written files from one folder; gives back how many.
pub(super) fn sweep(dir: &Path) -> Result<usize, FolderError> {
    remove_all(half_written(dir)?)
}

/// Removes the files of one folder whose name is one of these; gives back how many.
pub(super) fn sweep_named(dir: &Path, ours: impl Fn(&str) -> bool) -> Result<usize, FolderError> {
    remove_all(named(dir, ours)?)
}

/// The half-written files of one folder. One of them may be under way; a folder that is not there holds none.
pub fn half_written(dir: &Path) -> Result<Vec<PathBuf>, FolderError> {
    named(dir, |name| {
        name.starts_with(PREFIX) && name.ends_with(SUFFIX)
    })
}

fn named(dir: &Path, ours: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, FolderError> {
    let entries = match fs::read_dir(dir).map_err(FolderError::from) {
        Err(FolderError::Missing) => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(&ours) && entry.file_type()?.is_file() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn remove_all(files: Vec<PathBuf>) -> Result<usize, FolderError> {
    for path in &files {
        stubbornly(|| fs::remove_file(path))?;
    }
    Ok(files.len())
}

/// Does something to a file again, for at most two seconds, while a scanner or an indexer holds it.
///
/// On Windows a just-written file is often held for a moment by anti-virus: access denied (5), sharing violation (32),
/// lock violation (33). Measured by others at 4 % of renames on one school PC.
pub(super) fn stubbornly<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let passing =
        |error: &io::Error| cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33));
    again_while(passing, &WAITS_MS, attempt)
}

fn again_while<T>(
    passing: impl Fn(&io::Error) -> bool,
    waits_ms: &[u64],
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    for wait in waits_ms {
        match attempt() {
            Err(error) if passing(&error) => thread::sleep(Duration::from_millis(*wait)),
            settled => return settled,
        }
    }
    attempt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::testkit::{Place, names_in};

    #[test]
    fn a_whole_file_takes_the_old_ones_place_and_leaves_no_other() {
        let place = Place::new();
        let path = place.path().join("people.slots.a");

        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second, and longer").unwrap();

        assert_eq!(fs::read(&path).unwrap(), b"second, and longer");
        assert_eq!(names_in(place.path()), ["people.slots.a"]);
    }

    #[test]
    fn a_write_that_stops_half_way_keeps_the_old_file() {
        let place = Place::new();
        let path = place.path().join("a");
        write_whole(&path, b"old").unwrap();

        let mut half = WholeFile::begin(place.path()).unwrap();
        half.write_all(b"ne").unwrap();
        assert_eq!(
            names_in(place.path()).len(),
            2,
            "the new one is being written beside the old"
        );
        drop(half);

        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names_in(place.path()), ["a"]);
    }

    #[test]
    fn a_place_that_cannot_be_taken_leaves_no_half_file() {
        let place = Place::new();
        let taken = place.path().join("taken");
        fs::create_dir(&taken).unwrap();

        assert!(write_whole(&taken, b"x").is_err());
        assert_eq!(
            write_whole(&place.path().join("none").join("a"), b"x"),
            Err(FolderError::Missing)
        );

        assert_eq!(names_in(place.path()), ["taken"]);
    }

    #[test]
    fn a_held_file_is_asked_for_again_until_it_is_free() {
        let mut held = 3;

        let done = again_while(
            |error| error.raw_os_error() == Some(32),
            &[0; 9],
            || {
                if held == 0 {
                    return Ok("done");
                }
                held -= 1;
                Err(io::Error::from_raw_os_error(32))
            },
        );

        assert_eq!(done.unwrap(), "done");
    }

    #[test]
    fn asking_again_ends_and_other_refusals_are_not_asked_again() {
        let mut asked = 0;
        let mut ask = |code: i32| {
            asked = 0;
            let result: io::Result<()> = again_while(
                |error| error.raw_os_error() == Some(32),
                &[0; 9],
                || {
                    asked += 1;
                    Err(io::Error::from_raw_os_error(code))
                },
            );
            assert!(result.is_err());
            asked
        };

        assert_eq!(ask(32), 10);
        assert_eq!(ask(28), 1);
    }
}
