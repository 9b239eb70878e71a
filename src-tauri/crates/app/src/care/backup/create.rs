//! Making one.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use rand_core::RngCore;
use vault::archive::ArchiveWriter;
use vault::folder::{VaultFolder, WholeFile};
use vault::{FileKey, blob};

use super::check::check;
use super::form::{HEAD, MAGIC, io, is_hex};
use super::pace::{Pace, Paced};
use crate::Office;
use crate::office::BackupNote;
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
    pace.settle(written)?;
    let path = to.join(&name);
    out.finish(&path)?;
    let size = std::fs::metadata(&path).map_err(io)?.len();
    // A backup counts only when it has been read back.
    let pace = Pace::new(watch, "Reading it back, MB", size);
    let checked = match pace.settle(check(office, &path, &pace)) {
        Err(stopped) if stopped.kind == FaultKind::Cancelled => {
            let _ = std::fs::remove_file(&path);
            return Err(stopped);
        }
        checked => checked.is_ok(),
    };
    let note = BackupNote {
        name,
        at: now.timestamp_millis(),
        size,
        checked,
    };
    let view = crate::care::facts::backup(office, &note);
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
                let mut stopped = None;
                let mut go_on = || match office.watch().step("Copying the records", 0, 0) {
                    Ok(()) => true,
                    Err(fault) => {
                        stopped = Some(fault);
                        false
                    }
                };
                let copied = room.copy_to(&copy, &FileKey::new(*keys.file_key), &mut go_on);
                let made = match (copied, stopped) {
                    (_, Some(stopped)) => Err(stopped),
                    (Ok(_), None) => add(archive, &copy, &name),
                    (Err(error), None) => Err(error.into()),
                };
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
