//! Reading one back.

use std::path::Path;

use vault::archive::{ArchiveLimits, ArchiveReader};

use super::form::{BackupChecked, HEAD, is_head_of, not_ours, not_whole, open, place_of};
use super::pace::{Pace, Paced};
use crate::Office;
use crate::wire::Fault;

/// Reads a backup from end to end as whoever is in: every byte authenticated, every file against its hash.
pub(super) fn check(office: &Office, path: &Path, pace: &Pace) -> Result<BackupChecked, Fault> {
    let sitting = office.sitting()?;
    let backup = open(path)?;
    let rest = Paced {
        inner: backup.rest,
        pace,
    };
    let opened = keys::seal::open_stream(sitting.opened.keys.sealing(), rest).map_err(not_ours)?;
    let folder = office.folder()?;
    let mut archive = ArchiveReader::open(opened, ArchiveLimits::default())?;
    let (mut files, mut rooms, mut tied) = (0, 0, false);
    while let Some(entry) = archive.next_entry()? {
        let name = entry.name().as_str().to_owned();
        if name == HEAD {
            tied = is_head_of(&entry.read(64)?, &backup.slots);
            continue;
        }
        place_of(folder, &name).ok_or_else(not_whole)?;
        rooms += usize::from(name.starts_with("room-") && name.ends_with(".db"));
        entry.copy_to(&mut std::io::sink())?;
        files += 1;
    }
    if !tied || rooms < sitting.directory.rooms.len() {
        return Err(not_whole());
    }
    Ok(BackupChecked {
        files,
        bytes: std::fs::metadata(path).map_err(super::form::io)?.len(),
    })
}

/// Checks a backup of this vault.
pub fn verify_backup(office: &mut Office, path: &Path) -> Result<BackupChecked, Fault> {
    let watch = office.watch();
    watch.begin();
    let size = std::fs::metadata(path).map_err(super::form::io)?.len();
    let pace = Pace::new(watch, "Reading the backup, MB", size);
    pace.settle(check(office, path, &pace))
}
