//! Making one.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use keys::{KeysError, Slots};
use rand_core::RngCore;
use vault::archive::ArchiveWriter;
use vault::folder::{VaultFolder, WholeFile};
use vault::{FileKey, Room, VaultError, blob};

use super::check::{Made, read};
use super::form::{HEAD, MAGIC, damaged, file_missing, io, is_hex, not_read_back};
use super::pace::{Pace, Paced};
use crate::Office;
use crate::office::{BackupNote, RoomEntry};
use crate::wire::{BackupView, Done, Fault, FaultKind, Topic};

/// The folder the last backup from this laptop went to, if it is still there (a stick may be out).
pub fn backup_folder(office: &mut Office) -> Result<Option<std::path::PathBuf>, Fault> {
    let known = office
        .sitting()?
        .directory
        .face
        .backup_folder
        .clone()
        .map(std::path::PathBuf::from);
    Ok(known.filter(|folder| folder.is_dir()))
}

/// After this long a half-written backup is nobody's any more.
const LEFT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Makes a backup in a folder and reads it back. The name tells the day and nothing else, and it is given only to a
/// backup that has been read back: one that was stopped, or does not hold, leaves nothing.
pub fn back_up_to(office: &mut Office, to: &Path) -> Result<Done<BackupView>, Fault> {
    let watch = office.watch();
    watch.begin();
    let now = office.around.local();
    let mut tail = [0; 2];
    office.around.rng.fill_bytes(&mut tail);
    let name = format!(
        "strongroom-{}-{}.backup",
        now.format("%Y-%m-%d-%H%M"),
        history::to_hex(&tail)
    );
    office.note_state();
    clear_leftovers(to, now.timestamp());
    let named = named_files(office)?;
    let mut out = WholeFile::begin(to)?;
    let pace = Pace::new(
        watch.clone(),
        "Writing the backup, MB",
        size_of_vault(office)?,
    );
    let mut paced = Paced {
        inner: &mut out,
        pace: &pace,
    };
    let written = write(office, &mut paced);
    let counter = pace.settle(written)?;
    out.settle()?;
    let size = std::fs::metadata(out.half()).map_err(io)?.len();
    let pace = Pace::new(watch, "Reading it back, MB", size);
    let found = match pace.settle(read(office, out.half(), &pace)) {
        Err(stopped) if stopped.kind == FaultKind::Cancelled => return Err(stopped),
        Err(fault) => return Err(why(not_read_back(), fault)),
        Ok(found) => found,
    };
    found.holds(&Made { counter, named })?;
    out.finish(&to.join(&name))?;
    let note = BackupNote {
        name,
        at: now.timestamp_millis(),
        size,
        checked: true,
    };
    let view = crate::care::facts::backup(office, &note);
    let face = &mut office.sitting_mut()?.directory.face;
    face.last_backup = Some(note.at);
    face.backups.push(note);
    face.backup_folder = to.to_str().map(str::to_owned);
    let surplus = face.backups.len().saturating_sub(20);
    face.backups.drain(..surplus);
    office.write_directory()?;
    Ok(Done {
        value: view,
        touched: vec![Topic::Backup, Topic::Vault],
    })
}

/// A fault as it is said here, with the line that whoever looks after the laptops would ask for.
fn why(said: Fault, fault: Fault) -> Fault {
    match fault.technical {
        Some(line) => said.technical(line),
        None => said,
    }
}

/// Removes what an earlier backup left here that was cut off. Only what is old and begins as a backup does is touched,
/// because the folder is not the vault's; what cannot be removed is no reason to make no backup.
fn clear_leftovers(to: &Path, now: i64) {
    let Ok(now) = u64::try_from(now) else { return };
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(now).saturating_sub(LEFT_FOR);
    for path in vault::folder::half_written(to).unwrap_or_default() {
        let mut begins = Vec::new();
        let ours = File::open(&path).is_ok_and(|file| {
            file.metadata()
                .and_then(|facts| facts.modified())
                .is_ok_and(|last| last < old)
                && file
                    .take(MAGIC.len() as u64)
                    .read_to_end(&mut begins)
                    .is_ok()
        });
        if ours && MAGIC.starts_with(&begins) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The attached files that the rooms of whoever is in name. One that is not here is said before anything is written:
/// a stick may take long.
fn named_files(office: &Office) -> Result<BTreeSet<[u8; 32]>, Fault> {
    let mut named = BTreeSet::new();
    for room in office.sitting()?.rooms.values() {
        named.extend(room.blobs().map_err(spoilt)?);
    }
    let here: BTreeSet<[u8; 32]> = blob::list(office.folder()?)?
        .iter()
        .map(|sealed| sealed.hash)
        .collect();
    if named.is_subset(&here) {
        Ok(named)
    } else {
        Err(file_missing())
    }
}

/// The list of people as it stands on the disk: the exact bytes of a copy that is the current list and that somebody
/// with the vault key wrote. A copy that is older, damaged or altered never goes into a backup.
fn list_of_people(office: &Office) -> Result<(Vec<u8>, Slots), Fault> {
    let current = office.slots()?;
    let vault_key = &office.sitting()?.opened.vault_key;
    let root = office.folder()?.root();
    for name in keys::slots::FILES {
        let Ok(bytes) = std::fs::read(root.join(name)) else {
            continue;
        };
        let Ok(slots) = Slots::parse(&bytes) else {
            continue;
        };
        if slots.vault() == current.vault()
            && slots.counter() == current.counter()
            && slots.vouch_holds(vault_key)
        {
            return Ok((bytes, slots));
        }
    }
    Err(KeysError::SlotsAltered.into())
}

/// About how many bytes a backup will be.
fn size_of_vault(office: &Office) -> Result<u64, Fault> {
    let folder = office.folder()?;
    let blobs = blob::list(folder)?
        .iter()
        .map(|sealed| sealed.len)
        .sum::<u64>();
    let rooms = office.sitting()?.directory.rooms.iter().map(|entry| {
        let file = folder.room_file(entry.tag());
        std::fs::metadata(file).map_or(0, |facts| facts.len())
    });
    Ok(blobs + rooms.sum::<u64>())
}

/// Writes all of it; gives back how often the list of people in it had been written.
fn write(office: &mut Office, out: &mut dyn Write) -> Result<u64, Fault> {
    let folder = office.folder()?.clone();
    let (slots, list) = list_of_people(office)?;
    out.write_all(MAGIC).map_err(io)?;
    out.write_all(&(slots.len() as u64).to_be_bytes())
        .map_err(io)?;
    out.write_all(&slots).map_err(io)?;
    let people = list.people();
    let recipients: Vec<String> = people
        .iter()
        .filter(|person| person.closed.is_none())
        .map(|person| person.public.sealing.clone())
        .collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    let sealing = keys::seal::seal_stream(&recipients, out)?;
    let mut archive = ArchiveWriter::begin(sealing)?;
    // Ties the list of people, which lies open before it, to what is sealed here: neither can be exchanged alone.
    archive.add_bytes(HEAD, history::Hash::of(&[&slots]).to_string().as_bytes())?;
    add_rooms(office, &folder, &mut archive)?;
    for sealed in blob::list(&folder)? {
        let (mut file, len) = blob::open_sealed(&folder, &sealed.hash)?;
        archive.add(
            &format!("blobs/{}", history::to_hex(&sealed.hash)),
            len,
            &mut file,
        )?;
    }
    for id in vault::letterbox::list(&folder)? {
        let name = history::to_hex(&id.0);
        let bytes = std::fs::read(folder.letterbox().join(format!("{name}.post"))).map_err(io)?;
        archive.add_bytes(&format!("letterbox/{name}.post"), &bytes)?;
    }
    for shelf in read_dir(&folder.lockers())? {
        // What a file manager left there is not the vault's.
        if !is_hex(&shelf, 16) {
            continue;
        }
        for file in read_dir(&folder.lockers().join(&shelf))? {
            if !file
                .strip_suffix(".locker")
                .is_some_and(|name| is_hex(name, 16))
            {
                continue;
            }
            let bytes = std::fs::read(folder.lockers().join(&shelf).join(&file)).map_err(io)?;
            archive.add_bytes(&format!("lockers/{shelf}/{file}"), &bytes)?;
        }
    }
    archive.finish()?.finish()?;
    Ok(list.counter())
}

fn read_dir(path: &Path) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(names),
        Err(error) => return Err(io(error)),
    };
    for entry in entries {
        if let Ok(name) = entry.map_err(io)?.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Rooms of this person are copied while they are open, and only if they hold; the others are quiet, and copied as they
/// lie.
fn add_rooms<W: Write>(
    office: &mut Office,
    folder: &VaultFolder,
    archive: &mut ArchiveWriter<W>,
) -> Result<(), Fault> {
    let entries = office.sitting()?.directory.rooms.clone();
    for entry in entries {
        let path = folder.room_file(entry.tag());
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .to_owned();
        let sitting = office.sitting()?;
        // This person may open it, and it did not open.
        if sitting.unopened.iter().any(|(kind, _)| *kind == entry.kind) {
            return Err(damaged());
        }
        match (
            sitting.rooms.get(&entry.kind),
            sitting.room_keys.get(&entry.kind),
        ) {
            (Some(room), Some(keys)) => {
                vault::folder::make_folder(&folder.backups())?;
                let copy = folder.room_copy(entry.tag());
                remove_copy(&copy);
                let key = FileKey::new(*keys.file_key);
                let made = copy_room(office, room, &entry, &copy, &key)
                    .and_then(|()| add(archive, &copy, &name));
                remove_copy(&copy);
                made?;
            }
            _ => {
                for suffix in ["", "-wal"] {
                    let path = path.with_file_name(format!("{name}{suffix}"));
                    if path.exists() {
                        add(archive, &path, &format!("{name}{suffix}"))?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// Copies an open room and checks every page, of the room's file and of the copy. The copy alone would not show it: SQLite
/// copies a page that does not hold as an empty one, and the copy then has a code that fits.
fn copy_room(
    office: &Office,
    room: &Room,
    entry: &RoomEntry,
    copy: &Path,
    key: &FileKey,
) -> Result<(), Fault> {
    let watch = office.watch();
    let pages = |room: &Room| -> Result<(), Fault> {
        watch.step("Checking the records", 0, 0)?;
        match room.check_pages() {
            Ok(faults) if faults.is_empty() => Ok(()),
            Ok(faults) => Err(faults
                .into_iter()
                .next()
                .map_or_else(damaged, |fault| damaged().technical(fault.say))),
            Err(error) => Err(spoilt(error)),
        }
    };
    pages(room)?;
    let mut stopped = None;
    let mut go_on = || match watch.step("Copying the records", 0, 0) {
        Ok(()) => true,
        Err(fault) => {
            stopped = Some(fault);
            false
        }
    };
    let copied = room.copy_to(copy, key, &mut go_on);
    if let Some(stopped) = stopped {
        return Err(stopped);
    }
    copied.map_err(spoilt)?;
    let copied = Room::open(copy, history::Id(entry.room_id()?.0), key).map_err(spoilt)?;
    pages(&copied)?;
    copied.close().map_err(spoilt)
}

/// What a room that cannot be read means for a backup of it. A full disk is no damage.
fn spoilt(error: VaultError) -> Fault {
    match error {
        VaultError::DiskFull | VaultError::ReadOnly | VaultError::Newer { .. } => error.into(),
        VaultError::KeyDoesNotFit
        | VaultError::Damaged
        | VaultError::Missing
        | VaultError::NotEncrypted
        | VaultError::Engine(_)
        | VaultError::NotFound
        | VaultError::Tampered(_)
        | VaultError::Unreadable { .. }
        | VaultError::History(_)
        | VaultError::Sqlite(_) => damaged().technical(error.to_string()),
    }
}

/// Removes a room's copy and what SQLite laid beside it. One that stays is removed when the vault is opened.
fn remove_copy(copy: &Path) {
    let mut name = copy.file_name().unwrap_or_default().to_owned();
    let _ = std::fs::remove_file(copy);
    name.push("-wal");
    let _ = std::fs::remove_file(copy.with_file_name(name));
}

fn add<W: Write>(archive: &mut ArchiveWriter<W>, path: &Path, name: &str) -> Result<(), Fault> {
    let mut file = File::open(path).map_err(io)?;
    let len = file.metadata().map_err(io)?.len();
    archive.add(name, len, &mut file)?;
    Ok(())
}
