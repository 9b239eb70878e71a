//! One program at a time.

use std::fs::{File, OpenOptions};
use std::path::PathBuf;

use super::{FolderError, VaultFolder, read_whole, write_whole};

/// Holds the vault for this program until it is dropped.
///
/// The lock is the operating system's: when the program ends, however it ends, the lock is gone. Nothing has to be
/// cleared away by hand after a crash.
#[derive(Debug)]
pub struct Lock {
    file: File,
    held: PathBuf,
}

impl Lock {
    /// Takes the vault, or tells since when another program has it.
    ///
    /// `since` is the time now, RFC 3339; it and the process id are all that is noted about the holder.
    pub fn take(folder: &VaultFolder, since: &str) -> Result<Self, FolderError> {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(folder.root().join("vault.lock"))?;

        // The holder is noted in a file of its own: on Windows the locked one cannot be read by others.
        let held = folder.root().join("vault.held");
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => {}
            Err(fs4::TryLockError::WouldBlock) => return Err(holder(&held)),
            Err(fs4::TryLockError::Error(error)) => return Err(error.into()),
        }

        // A note that cannot be written (a full disk) is no reason to keep somebody from the record.
        match write_whole(
            &held,
            format!("{}\n{since}\n", std::process::id()).as_bytes(),
        ) {
            Ok(()) | Err(FolderError::DiskFull) => {}
            Err(error) => return Err(error),
        }
        Ok(Self { file, held })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While the lock still holds, so that the next holder's note is never the one removed. `vault.lock` itself stays:
        // removing it could leave two programs each holding a different file of that name.
        let _ = std::fs::remove_file(&self.held);
        // In so many words: a program that is just being started from here shares the file for a moment, and with it a
        // lock that only ends when the last of them closes it.
        let _ = fs4::FileExt::unlock(&self.file);
    }
}

/// Who has it, as far as the note can be read; only a number and a time are ever taken from it.
fn holder(held: &std::path::Path) -> FolderError {
    let note = read_whole(held, 100)
        .ok()
        .flatten()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    let mut lines = note.lines();
    let process = lines.next().and_then(|line| line.parse().ok());
    let since = lines
        .next()
        .filter(|line| {
            line.len() <= 40
                && line
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b"TZ:.+-".contains(&b))
        })
        .filter(|line| !line.is_empty())
        .map(str::to_owned);
    FolderError::InUse { since, process }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::testkit::Place;
    use std::process::{Child, Command, Stdio};
    use std::thread;
    use std::time::Duration;

    const MORNING: &str = "2026-03-04T08:31:00+00:00";

    #[test]
    fn the_second_is_told_since_when_the_vault_is_open() {
        let place = Place::new();
        let _first = Lock::take(&place.folder(), MORNING).unwrap();

        let second = Lock::take(&place.folder(), "2026-03-04T09:00:00Z").unwrap_err();

        assert_eq!(
            second,
            FolderError::InUse {
                since: Some(MORNING.to_owned()),
                process: Some(std::process::id())
            }
        );
    }

    #[test]
    fn a_dropped_lock_is_free_and_its_note_is_gone() {
        let place = Place::new();
        drop(Lock::take(&place.folder(), MORNING).unwrap());

        assert!(!place.folder().root().join("vault.held").exists());

        Lock::take(&place.folder(), MORNING).unwrap();
    }

    #[test]
    fn a_strange_note_is_not_repeated() {
        let place = Place::new();
        let _first = Lock::take(&place.folder(), MORNING).unwrap();
        std::fs::write(
            place.folder().root().join("vault.held"),
            "7\nSomebody's words\n",
        )
        .unwrap();

        let second = Lock::take(&place.folder(), MORNING).unwrap_err();

        assert_eq!(
            second,
            FolderError::InUse {
                since: None,
                process: Some(7)
            }
        );
    }

    #[test]
    fn a_killed_program_leaves_no_lock() {
        let place = Place::new();
        let mut other = another_program_holding(&place);

        let while_alive = Lock::take(&place.folder(), MORNING).unwrap_err();
        other.kill().unwrap();
        other.wait().unwrap();
        let after = Lock::take(&place.folder(), MORNING);

        assert!(
            matches!(while_alive, FolderError::InUse { process: Some(id), .. } if id == other.id())
        );
        after.unwrap();
    }

    fn another_program_holding(place: &Place) -> Child {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "folder::lock::tests::hold_until_killed",
                "--ignored",
            ])
            .env("STRONGROOM_TEST_HOLD", place.folder().root())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..1000 {
            if place.folder().root().join("vault.held").exists() {
                return child;
            }
            thread::sleep(Duration::from_millis(10));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        panic!("the other program did not take the lock");
    }

    #[test]
    #[ignore = "the other program of `a_killed_program_leaves_no_lock`"]
    fn hold_until_killed() {
        let Some(root) = std::env::var_os("STRONGROOM_TEST_HOLD") else {
            return;
        };
        let _lock = Lock::take(&VaultFolder::open(root).unwrap(), MORNING).unwrap();
        thread::sleep(Duration::from_secs(60));
    }
}
