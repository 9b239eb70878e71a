//! A backup: one encrypted file with everything another laptop needs, and the twelve words open it there.
//!
//! Outside lies the list of people, whose every slot is sealed, so that a kit can open it; then an `age` file, to every
//! account's sealing key, of an archive: the room files as they are (each under its own key), blobs, letterbox, lockers.
//! Writer keys are left out: a restored vault is a new writer.

use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::Path;

use keys::{Keyring, RecoveryWords, Slots};
use rand_core::RngCore;
use vault::archive::{ArchiveLimits, ArchiveReader, ArchiveWriter};
use vault::folder::{FolderError, VaultFolder, WholeFile};
use vault::{FileKey, Walk, blob};

use crate::Office;
use crate::office::BackupNote;
use crate::wire::{BackupView, Done, Fault, FaultKind, Topic};

/// What a backup begins with.
const MAGIC: &[u8] = b"strongroom-backup/v1\n";

/// The entry that holds the hash of the list of people before the sealed part.
const HEAD: &str = "head";

fn is_hex(name: &str, length: usize) -> bool {
    name.len() == length && history::from_hex(name).is_some()
}

/// Where an entry of a backup belongs; nothing else is ever written by a restore.
fn place_of(folder: &VaultFolder, name: &str) -> Option<std::path::PathBuf> {
    let (shelf, file) = name.rsplit_once('/').unwrap_or(("", name));
    match (shelf, file) {
        ("blobs", hash) => {
            let hash: [u8; 32] = history::from_hex(hash)?.try_into().ok()?;
            Some(folder.blob_file(&hash))
        }
        ("letterbox", post) => {
            is_hex(post.strip_suffix(".post")?, 32).then(|| folder.letterbox().join(post))
        }
        ("", room) => {
            let tag = room.strip_suffix("-wal").unwrap_or(room);
            let tag = tag.strip_prefix("room-")?.strip_suffix(".db")?;
            is_hex(tag, 16).then(|| folder.root().join(room))
        }
        (locker, file) => {
            let shelf = locker.strip_prefix("lockers/")?;
            let sound = is_hex(shelf, 16) && is_hex(file.strip_suffix(".locker")?, 16);
            sound.then(|| folder.lockers().join(shelf).join(file))
        }
    }
}

/// What checking a backup found.
#[derive(Debug, Clone, serde::Serialize)]
pub struct BackupChecked {
    /// Files in it.
    pub files: u64,
    /// Bytes of the backup.
    pub bytes: u64,
}

fn io(error: std::io::Error) -> Fault {
    FolderError::from(error).into()
}

fn not_whole() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "This file is not a whole Strongroom backup.",
    )
    .kept("Nothing was changed.")
    .next("Use the backup before it.")
}

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

/// What is sealed does not open with a key of these records.
fn not_ours(error: keys::KeysError) -> Fault {
    if matches!(error, keys::KeysError::SealBroken) {
        Fault::new(
            FaultKind::Damaged,
            "This backup is of other records, or it is damaged.",
        )
        .kept("Nothing was changed.")
        .next("Use the backup before it.")
    } else {
        error.into()
    }
}

/// Makes a backup in a folder and reads it back. The name tells the day and nothing else.
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
    let mut out = WholeFile::begin(to)?;
    write(office, &mut out)?;
    let path = to.join(&name);
    out.finish(&path)?;
    let size = std::fs::metadata(&path).map_err(io)?.len();
    watch.step("Reading the backup back", 0, 0)?;
    // A backup counts only when it has been read back.
    let checked = check(office, &path).is_ok();
    let note = BackupNote {
        name,
        at: now.timestamp_millis(),
        size,
        checked,
    };
    let view = super::facts::backup(office, &note);
    let face = &mut office.sitting_mut()?.directory.face;
    if checked {
        face.last_backup = Some(note.at);
    }
    face.backups.push(note);
    face.backup_folder = to.to_str().map(str::to_owned);
    let surplus = face.backups.len().saturating_sub(20);
    face.backups.drain(..surplus);
    office.write_directory()?;
    if !checked {
        return Err(Fault::new(
            FaultKind::Damaged,
            "The backup could not be read back, so it does not count.",
        )
        .kept("The records themselves are kept.")
        .next("Try another disk or stick."));
    }
    Ok(Done {
        value: view,
        touched: vec![Topic::Backup, Topic::Vault],
    })
}

fn write(office: &mut Office, out: &mut dyn Write) -> Result<(), Fault> {
    let folder = office.folder()?.clone();
    let slots = std::fs::read(folder.root().join(keys::slots::FILES[0]))
        .or_else(|_| std::fs::read(folder.root().join(keys::slots::FILES[1])))
        .map_err(io)?;
    out.write_all(MAGIC).map_err(io)?;
    out.write_all(&(slots.len() as u64).to_be_bytes())
        .map_err(io)?;
    out.write_all(&slots).map_err(io)?;
    let people = office.slots()?.people();
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
    Ok(())
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

/// Rooms of this person are copied while they are open; the others are quiet, and copied as they lie.
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
        match (
            sitting.rooms.get(&entry.kind),
            sitting.room_keys.get(&entry.kind),
        ) {
            (Some(room), Some(keys)) => {
                vault::folder::make_folder(&folder.backups())?;
                let copy = folder.backups().join(format!("{name}.copy"));
                let _ = std::fs::remove_file(&copy);
                let made = room
                    .copy_to(&copy, &FileKey::new(*keys.file_key))
                    .map_err(Fault::from)
                    .and_then(|()| add(archive, &copy, &name));
                let _ = std::fs::remove_file(&copy);
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

fn add<W: Write>(archive: &mut ArchiveWriter<W>, path: &Path, name: &str) -> Result<(), Fault> {
    let mut file = File::open(path).map_err(io)?;
    let len = file.metadata().map_err(io)?.len();
    archive.add(name, len, &mut file)?;
    Ok(())
}

struct Backup {
    slots: Vec<u8>,
    rest: BufReader<File>,
}

fn open(path: &Path) -> Result<Backup, Fault> {
    let mut file = BufReader::new(File::open(path).map_err(io)?);
    let mut magic = vec![0; MAGIC.len()];
    let mut length = [0; 8];
    file.read_exact(&mut magic)
        .and_then(|()| file.read_exact(&mut length))
        .map_err(|_| not_whole())?;
    let length = u64::from_be_bytes(length);
    if magic != MAGIC || length > 64 * 1024 * 1024 {
        return Err(not_whole());
    }
    let mut slots = vec![0; usize::try_from(length).map_err(|_| not_whole())?];
    file.read_exact(&mut slots).map_err(|_| not_whole())?;
    Ok(Backup { slots, rest: file })
}

/// Reads a backup from end to end as whoever is in: every byte authenticated, every file against its hash.
fn check(office: &Office, path: &Path) -> Result<BackupChecked, Fault> {
    let sitting = office.sitting()?;
    let backup = open(path)?;
    let opened =
        keys::seal::open_stream(sitting.opened.keys.sealing(), backup.rest).map_err(not_ours)?;
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
        bytes: std::fs::metadata(path).map_err(io)?.len(),
    })
}

/// Checks a backup of this vault.
pub fn verify_backup(office: &mut Office, path: &Path) -> Result<BackupChecked, Fault> {
    check(office, path)
}

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

fn is_head_of(head: &[u8], slots: &[u8]) -> bool {
    head == history::Hash::of(&[slots]).to_string().as_bytes()
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
