//! Reading one back.

use std::collections::BTreeSet;
use std::path::Path;

use keys::{KeysError, Slots};
use vault::archive::{ArchiveLimits, ArchiveReader};
use vault::blob::SealedHash;

use super::form::{
    BackupChecked, HEAD, damaged, file_missing, is_head_of, not_ours, not_whole, open, place_of,
};
use super::pace::{Pace, Paced};
use crate::Office;
use crate::office::Directory;
use crate::wire::Fault;

/// What stands in a backup that was read from end to end.
pub(super) struct Found {
    checked: BackupChecked,
    /// How often its list of people had been written.
    counter: u64,
    /// Attached files whose bytes are what their name says.
    blobs: BTreeSet<[u8; 32]>,
    /// An attached file has other bytes than its name says.
    spoilt: bool,
}

/// What a backup that has just been made must hold.
pub(super) struct Made {
    /// How often the list of people had been written when it was taken in.
    pub(super) counter: u64,
    /// The attached files that the records name, as far as whoever is in may open them.
    pub(super) named: BTreeSet<[u8; 32]>,
}

/// Reads a backup from end to end as whoever is in: its list of people is this vault's and vouched for, every byte
/// authenticated, every file against its hash, every room there.
pub(super) fn read(office: &Office, path: &Path, pace: &Pace) -> Result<Found, Fault> {
    let sitting = office.sitting()?;
    let backup = open(path)?;
    let slots = list_of(office, &backup.slots)?;
    let size = std::fs::metadata(path).map_err(super::form::io)?.len();
    let rest = Paced {
        inner: backup.rest,
        pace,
    };
    let opened = keys::seal::open_stream(sitting.opened.keys.sealing(), rest).map_err(not_ours)?;
    let folder = office.folder()?;
    let mut archive = ArchiveReader::open(opened, ArchiveLimits::default())?;
    let (mut files, mut tied, mut spoilt) = (0, false, false);
    let (mut places, mut blobs) = (BTreeSet::new(), BTreeSet::new());
    while let Some(entry) = archive.next_entry()? {
        let name = entry.name().as_str().to_owned();
        if name == HEAD {
            tied = is_head_of(&entry.read(64)?, &backup.slots);
            continue;
        }
        let place = place_of(folder, &name).ok_or_else(not_whole)?;
        let mut heard = SealedHash::default();
        entry.copy_to(&mut heard)?;
        if let Some(hash) = name.strip_prefix("blobs/") {
            let found = heard.finish();
            if history::to_hex(&found) == hash {
                blobs.insert(found);
            } else {
                spoilt = true;
            }
        } else {
            places.insert(place);
        }
        files += 1;
    }
    let directory = slots
        .directory(&sitting.opened.vault_key)?
        .ok_or_else(not_whole)?;
    let directory: Directory = serde_json::from_slice(&directory).map_err(|_| not_whole())?;
    let has_room = |tag| places.contains(&folder.room_file(tag));
    if !tied || !directory.rooms.iter().all(|room| has_room(room.tag())) {
        return Err(not_whole());
    }
    Ok(Found {
        checked: BackupChecked { files, bytes: size },
        counter: slots.counter(),
        blobs,
        spoilt,
    })
}

/// The list of people of a backup, if it is of this vault and somebody with the vault key wrote it as it stands.
fn list_of(office: &Office, bytes: &[u8]) -> Result<Slots, Fault> {
    let slots = match Slots::parse(bytes) {
        Err(newer @ KeysError::SlotsNewer { .. }) => return Err(newer.into()),
        other => other.map_err(|_| not_whole())?,
    };
    if slots.vault() != office.slots()?.vault() {
        return Err(not_ours(KeysError::SealBroken));
    }
    if !slots.vouch_holds(&office.sitting()?.opened.vault_key) {
        return Err(not_whole());
    }
    Ok(slots)
}

impl Found {
    /// Whether a backup that has just been made holds all that it should.
    pub(super) fn holds(self, made: &Made) -> Result<BackupChecked, Fault> {
        if self.spoilt {
            return Err(damaged());
        }
        if !made.named.is_subset(&self.blobs) {
            return Err(file_missing());
        }
        if self.counter < made.counter {
            return Err(not_whole());
        }
        Ok(self.checked)
    }
}

/// Checks a backup of this vault. It may be an old one: then it holds the list of people as it was.
pub fn verify_backup(office: &mut Office, path: &Path) -> Result<BackupChecked, Fault> {
    let watch = office.watch();
    watch.begin();
    let size = std::fs::metadata(path).map_err(super::form::io)?.len();
    let pace = Pace::new(watch, "Reading the backup, MB", size);
    let found = pace.settle(read(office, path, &pace))?;
    if found.spoilt {
        return Err(not_whole());
    }
    Ok(found.checked)
}
