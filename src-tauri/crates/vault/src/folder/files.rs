//! Small things done to single files and folders.

use std::fs::{self, File, FileTimes};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use history::{from_hex, to_hex};

use super::FolderError;
use super::whole::stubbornly;

/// Makes a folder for its owner alone (0700 where the system has modes); one that is there is kept and closed to others.
///
/// The new name is on the disk, not only in memory, when this returns.
pub fn make_folder(dir: &Path) -> Result<(), FolderError> {
    if !dir.is_dir() {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(dir)?;
        if let Some(parent) = dir.parent() {
            sync_folder(parent)?;
        }
    }
    close_to_others(dir)
}

#[cfg(unix)]
fn close_to_others(dir: &Path) -> Result<(), FolderError> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(dir)?.permissions().mode() & 0o777 != 0o700 {
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

// A folder under the person's own profile is closed to other accounts by Windows itself.
#[cfg(not(unix))]
fn close_to_others(_dir: &Path) -> Result<(), FolderError> {
    Ok(())
}

/// Makes the names in a folder durable. Without it a file that was written and synced can be gone after a power cut.
pub fn sync_folder(dir: &Path) -> Result<(), FolderError> {
    #[cfg(unix)]
    {
        use std::io::ErrorKind::{InvalidInput, Unsupported};
        let here = if dir.as_os_str().is_empty() {
            Path::new(".")
        } else {
            dir
        };
        match File::open(here)?.sync_all() {
            // Some network and FUSE file systems have no such operation; there is nothing more that can be done on them.
            Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => {}
            result => result?,
        }
    }
    // Windows has no such call for folders: NTFS writes names to its journal with the rename.
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

/// Reads a file of at most `limit` bytes; `None` when it is larger, before any memory is taken for it.
pub fn read_whole(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, FolderError> {
    // A pipe or a link in the place of a file would make the reader wait, or read something else.
    if !std::fs::symlink_metadata(path)?.is_file() {
        return Err(FolderError::Other {
            kind: std::io::ErrorKind::InvalidData,
            code: None,
        });
    }
    let file = stubbornly(|| File::open(path))?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(None);
    }

    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Gives a folder another name on the same disk; when this returns it survives a power cut.
pub fn move_folder(from: &Path, to: &Path) -> Result<(), FolderError> {
    stubbornly(|| fs::rename(from, to))?;
    sync_folder(to.parent().ok_or(FolderError::Missing)?)
}

/// Removes a file durably; `false` when it was not there.
///
/// What was on the disk may still be found there by a laboratory: only destroying the key destroys the content.
pub fn remove_file(path: &Path) -> Result<bool, FolderError> {
    match stubbornly(|| fs::remove_file(path)).map_err(FolderError::from) {
        Ok(()) => {}
        Err(FolderError::Missing) => return Ok(false),
        Err(error) => return Err(error),
    }
    if let Some(dir) = path.parent() {
        sync_folder(dir)?;
    }
    Ok(true)
}

/// Leaves a file or folder without a day of its own. Where that cannot be done it keeps the one it has: what lies there is
/// safe either way.
pub(crate) fn forget_times(path: &Path) {
    let never = FileTimes::new()
        .set_modified(SystemTime::UNIX_EPOCH)
        .set_accessed(SystemTime::UNIX_EPOCH);
    let _ = File::open(path).and_then(|file| file.set_times(never));
}

/// A path made of a folder, a prefix, bytes in hexadecimal, and a suffix.
pub(crate) fn hex_name(dir: &Path, prefix: &str, bytes: &[u8], suffix: &str) -> PathBuf {
    dir.join(format!("{prefix}{}{suffix}", to_hex(bytes)))
}

/// The names of exactly that form in a folder, sorted; a folder that is not there holds none.
pub(crate) fn hex_names<const N: usize>(
    dir: &Path,
    prefix: &str,
    suffix: &str,
) -> Result<Vec<[u8; N]>, FolderError> {
    let entries = match fs::read_dir(dir).map_err(FolderError::from) {
        Err(FolderError::Missing) => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let bytes: Option<[u8; N]> = name
            .to_str()
            .and_then(|name| name.strip_prefix(prefix)?.strip_suffix(suffix))
            .and_then(from_hex)
            .and_then(|bytes| bytes.try_into().ok());
        names.extend(bytes);
    }
    names.sort_unstable();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::testkit::Place;
    use crate::folder::write_whole;

    #[test]
    fn a_file_above_the_limit_is_not_read() {
        let place = Place::new();
        let path = place.path().join("a");
        write_whole(&path, &[7; 11]).unwrap();

        assert_eq!(read_whole(&path, 10).unwrap(), None);
        assert_eq!(read_whole(&path, 11).unwrap(), Some(vec![7; 11]));
        assert_eq!(
            read_whole(&place.path().join("b"), 11),
            Err(FolderError::Missing)
        );
    }

    #[test]
    fn removing_tells_whether_there_was_anything() {
        let place = Place::new();
        let path = place.path().join("a");
        write_whole(&path, b"x").unwrap();

        assert_eq!(remove_file(&path), Ok(true));
        assert_eq!(remove_file(&path), Ok(false));
    }
}
