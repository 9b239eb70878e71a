//! Files that are written for somebody: whole or not at all, never over another without being told to.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::stop::{Spot, Stop, of_disk};

/// A place for a file that is not written yet. Asking for it early means that nothing else is begun in vain.
pub struct Place {
    path: PathBuf,
    option: &'static str,
    force: bool,
    temp: PathBuf,
    file: Option<File>,
}

/// Whether a file may be written there: nothing stands in its place, or it may be replaced; its folder is there.
pub fn may_write(path: &Path, option: &'static str, force: bool) -> Result<PathBuf, Stop> {
    let refuse = |say: &str| Err(Stop::at(vec![Spot::file(path, option, say)]));
    // A plain name has no folder to sync or to put a half-written file into, so it is made whole here.
    let whole = std::path::absolute(path)
        .map_err(|_| Stop::wrong_use(format!("{option}: this is not the name of a file.")))?;
    if whole.is_dir() {
        return refuse("This is a folder. Give the name of a file.");
    }
    if whole.metadata().is_ok_and(|there| !there.is_file()) {
        return refuse("This is not a file. Give the name of a file.");
    }
    if whole.symlink_metadata().is_ok() && !force {
        return refuse(
            "There is a file of this name already. Choose another name, or give --force.",
        );
    }
    match whole.parent() {
        Some(parent) if parent.is_dir() => Ok(whole),
        _ => refuse("There is no such folder."),
    }
}

impl Place {
    /// Takes the place: an empty file beside it shows that there can be one.
    pub fn take(path: &Path, option: &'static str, force: bool) -> Result<Self, Stop> {
        let path = may_write(path, option, force)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let temp = path.with_file_name(format!(".{name}-{}.half", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options
            .open(&temp)
            .map_err(|error| failed(&path, option, &error))?;
        Ok(Self {
            path,
            option,
            force,
            temp,
            file: Some(file),
        })
    }

    /// Writes the file, readable by its owner alone. When this returns it is there, and survives a power cut.
    pub fn write(mut self, bytes: &[u8]) -> Result<PathBuf, Stop> {
        let mut write = || {
            if let Some(mut file) = self.file.take() {
                file.write_all(bytes)?;
                file.sync_all()?;
            }
            if self.force {
                std::fs::rename(&self.temp, &self.path)?;
            } else {
                put(&self.temp, &self.path)?;
            }
            sync_folder(&self.path)
        };
        match write() {
            Ok(()) => Ok(self.path.clone()),
            Err(error) => Err(failed(&self.path, self.option, &error)),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.file = None;
        // It is gone by then when the file was written.
        let _ = std::fs::remove_file(&self.temp);
    }
}

/// Gives a file its name, unless something has that name: a rename would silently replace it.
fn put(temp: &Path, path: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(temp, path) {
        Ok(()) => std::fs::remove_file(temp),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Sticks and some shares know no links.
        Err(_) if path.symlink_metadata().is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => std::fs::rename(temp, path),
    }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(parent) => File::open(parent)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}

fn failed(path: &Path, option: &str, error: &std::io::Error) -> Stop {
    let say = of_disk(error, "This file could not be written.");
    Stop::at(vec![Spot::file(path, option, say)])
}
