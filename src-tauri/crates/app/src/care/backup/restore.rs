//! Bringing one back.

use std::io::Read;
use std::path::Path;

use keys::{Keyring, RecoveryWords, Slots};
use vault::archive::{ArchiveLimits, ArchiveReader};
use vault::folder::{VaultFolder, WholeFile};
use vault::{FileKey, Walk};

use super::form::{BackupChecked, HEAD, io, is_head_of, not_ours, not_whole, open, place_of};
use crate::wire::{Fault, FaultKind};

/// Who opens a backup.
pub enum Opener<'a> {
    /// The twelve words: on any laptop.
    Words(&'a [String]),
    /// The password: on the laptop whose keyring knows the vault.
    Password {
        /// The user name.
        user: &'a str,
        /// The password.
        password: &'a str,
    },
}

/// Restores a backup into a folder that is empty or not there. Whoever opens it there writes as a new writer.
pub fn restore_backup(
    path: &Path,
    to: &Path,
    keyring: &Keyring,
    opener: &Opener<'_>,
) -> Result<BackupChecked, Fault> {
    if std::fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Fault::new(
            FaultKind::Refused,
            "That folder is not empty, so nothing was restored into it.",
        )
        .next("Choose a new folder."));
    }
    let backup = open(path)?;
    let slots = Slots::parse(&backup.slots)?;
    let opened = match opener {
        Opener::Words(words) => {
            let words = RecoveryWords::read(&words.join(" "))
                .map_err(|problem| Fault::field("words", problem.to_string()))?;
            slots.open_with_words(&words)?
        }
        Opener::Password { user, password } => {
            let device = keyring.load(slots.vault())?;
            slots.open_with_password(user, password, &device)?
        }
    };
    if !slots.vouch_holds(&opened.vault_key) {
        return Err(keys::KeysError::SlotsAltered.into());
    }
    let folder = VaultFolder::create(to)?;
    let restored = unpack(
        &folder,
        &backup.slots,
        keys::seal::open_stream(opened.keys.sealing(), backup.rest).map_err(not_ours)?,
    );
    let restored = restored.and_then(|files| check_rooms(&folder, &slots, &opened).map(|()| files));
    match restored {
        Ok(files) => {
            // Whoever restored it has just proved who they are: the first opening need not wait. On a computer that
            // does not know the vault yet, recovering begins the count.
            if let Ok(device) = keyring.load(slots.vault()) {
                keys::Throttle::begin(folder.root(), slots.vault(), &device)?;
            }
            Ok(BackupChecked {
                files,
                bytes: std::fs::metadata(path).map_err(io)?.len(),
            })
        }
        Err(fault) => {
            // Half a vault would look like one.
            let _ = std::fs::remove_dir_all(to);
            Err(fault)
        }
    }
}

fn unpack(folder: &VaultFolder, slots: &[u8], opened: impl Read) -> Result<u64, Fault> {
    let mut archive = ArchiveReader::open(opened, ArchiveLimits::default())?;
    let (mut files, mut tied) = (0, false);
    while let Some(entry) = archive.next_entry()? {
        let name = entry.name().as_str().to_owned();
        if name == HEAD {
            tied = is_head_of(&entry.read(64)?, slots);
            continue;
        }
        let to = place_of(folder, &name).ok_or_else(not_whole)?;
        let parent = to.parent().ok_or_else(not_whole)?.to_owned();
        vault::folder::make_folder(&parent)?;
        let mut out = WholeFile::begin(&parent)?;
        entry.copy_to(&mut out)?;
        out.finish(&to)?;
        files += 1;
    }
    if !tied {
        return Err(not_whole());
    }
    for name in keys::slots::FILES {
        vault::folder::write_whole(&folder.root().join(name), slots)?;
    }
    Ok(files)
}

/// The rooms the opener holds are walked before the restore counts.
fn check_rooms(folder: &VaultFolder, slots: &Slots, opened: &keys::Opened) -> Result<(), Fault> {
    let directory = slots.directory(&opened.vault_key)?.ok_or_else(not_whole)?;
    let directory: crate::office::Directory =
        serde_json::from_slice(&directory).map_err(|_| not_whole())?;
    for (id, keys) in slots.grants(opened).open {
        let Some(entry) = directory
            .rooms
            .iter()
            .find(|room| room.id == id.to_string())
        else {
            continue;
        };
        let room = vault::Room::open(
            &folder.room_file(entry.tag()),
            history::Id(id.0),
            &FileKey::new(*keys.file_key),
        )?;
        let mut walk = Walk::default();
        while room.walk(&mut walk, 1_000)? {}
        if !walk.faults.is_empty() {
            return Err(not_whole());
        }
        room.close()?;
    }
    Ok(())
}
