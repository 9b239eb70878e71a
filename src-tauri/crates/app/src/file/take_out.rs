//! Taking a copy of a file out: an act with open eyes, recorded.

use std::io::Write;
use std::path::Path;

use domain::concern::FileFact;
use domain::id::{ConcernId, FileId};
use domain::room::Room as RoomKind;
use domain::step::Step;
use vault::blob::BlobReader;
use vault::folder::WholeFile;
use zeroize::Zeroizing;

use crate::Office;
use crate::moving::{Original, original};
use crate::wire::{Fault, FaultKind};

/// Endings of files that are looked at and not run.
const HARMLESS: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "gif", "webp", "bmp", "heic", "tif", "tiff", "svg", "txt", "csv",
    "log", "eml", "msg", "rtf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp",
    "mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "amr", "mp4", "m4v", "mov", "webm", "mkv",
    "avi", "ogv", "3gp", "zip", "7z", "json", "xml",
];

/// A file that can be taken out.
pub struct FileOut {
    /// Its name when it came.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// What a name ends in, where it is an ending of files that are looked at and not run.
pub(crate) fn harmless_ending(name: &str) -> Option<&'static str> {
    let ending = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    HARMLESS.iter().copied().find(|known| *known == ending)
}

impl FileOut {
    /// A name to suggest for a copy: it says nothing about a child, whatever the file is called in the record.
    pub fn neutral_name(&self) -> String {
        // An ending that a computer would run is not suggested, whatever the name pretends.
        match harmless_ending(&self.name) {
            Some(ending) => format!("strongroom-file.{ending}"),
            None => "strongroom-file".to_owned(),
        }
    }
}

/// A file of the record that may be seen.
pub(super) struct Found {
    pub(super) room: RoomKind,
    pub(super) concern: ConcernId,
    pub(super) record_no: String,
    pub(super) fact: FileFact,
    pub(super) added: Step,
    pub(super) blob: [u8; 32],
    pub(super) len: u64,
}

/// Finds a file among the rooms one may open; refused where it is kept out of sight.
pub(super) fn find(office: &Office, id: &str) -> Result<Found, Fault> {
    let id: FileId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    for (kind, room) in &office.sitting()?.rooms {
        let Some(concern) = room.concern_of_file(id)? else {
            continue;
        };
        let concern = room.concern(concern)?;
        let found = concern.files.iter().find(|(fact, ..)| fact.id == id);
        if let Some((fact, _, step)) = found
            && let Some((blob, len)) = step.blobs.first()
        {
            if concern.hidden(step).is_some() || is_hidden(office, &fact.sha256)? {
                return Err(out_of_sight());
            }
            return Ok(Found {
                room: *kind,
                concern: concern.id,
                record_no: concern
                    .first()
                    .map(|first| first.content.details.record_no.clone())
                    .unwrap_or_default(),
                fact: fact.clone(),
                added: step.clone(),
                blob: *blob,
                len: *len,
            });
        }
    }
    Err(vault::VaultError::NotFound.into())
}

/// Whether the same bytes are kept out of sight in any room one may open: another copy of them is no other file.
pub(crate) fn is_hidden(office: &Office, sha256: &str) -> Result<bool, Fault> {
    for room in office.sitting()?.rooms.values() {
        if room.is_hidden(sha256)? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn out_of_sight() -> Fault {
    Fault::new(
        FaultKind::Refused,
        "This file is kept out of everybody\u{2019}s sight, so it is neither shown nor given out.",
    )
    .kept("It stays in the vault, encrypted, for the police to decide about.")
    .next("Why, and who was told, stands in the record. Do not look for another copy of it.")
}

/// Bytes that can be taken out: a file of a concern, or the original that a history was brought in from.
pub(super) struct Source {
    room: RoomKind,
    name: String,
    pub(super) size: u64,
    pub(super) key: String,
    sha256: String,
    pub(super) blob: [u8; 32],
    pub(super) len: u64,
}

pub(super) fn source(office: &Office, id: &str) -> Result<Source, Fault> {
    let known = id.parse().ok().map(|id| original(office, id));
    if let Some(Original { import, blob }) = known.transpose()?.flatten() {
        return Ok(Source {
            room: RoomKind::Pupils,
            name: import.name,
            size: import.size,
            key: import.key,
            sha256: import.sha256,
            blob,
            len: import.blob_len,
        });
    }
    let found = find(office, id)?;
    Ok(Source {
        room: found.room,
        name: found.fact.name,
        size: found.fact.size,
        key: found.fact.key,
        sha256: found.fact.sha256,
        blob: found.blob,
        len: found.len,
    })
}

/// Name and size of a file, for asking where a copy should go.
pub fn take_out_file(office: &Office, id: &str) -> Result<FileOut, Fault> {
    let found = source(office, id)?;
    Ok(FileOut {
        name: found.name,
        size: found.size,
    })
}

/// Writes a plain copy of a file to `to`, whole or not at all, checked against its hash at intake. Recorded.
pub fn take_out_file_to(office: &mut Office, id: &str, to: &Path) -> Result<(), Fault> {
    let found = source(office, id)?;
    office.watch().begin();
    let out = copy_of(office, &found, to)?;
    // Said before it is done: a copy that cannot be recorded is not given out.
    office.write_look(found.room, "file_taken_out", Some(id.to_owned()), None)?;
    Ok(out.finish(to)?)
}

/// The same for what is recorded by whoever asks for it.
pub(crate) fn copy_file_to(office: &Office, id: &str, to: &Path) -> Result<(), Fault> {
    let found = source(office, id)?;
    Ok(copy_of(office, &found, to)?.finish(to)?)
}

/// All of a file in memory, held against its hash at intake; only its beginning, unchecked, where it has more than `most` bytes. That
/// it is read is recorded by whoever asks for it.
pub(crate) fn read_file(office: &Office, id: &str, most: usize) -> Result<Read, Fault> {
    let found = source(office, id)?;
    let whole = found.size <= most as u64;
    let mut bytes = Zeroizing::new(Vec::with_capacity(
        usize::try_from(found.size).unwrap_or(most).min(most),
    ));
    if whole {
        pour(office, &found, &mut *bytes)?;
    } else {
        bytes = opened(office, &found)?.0.piece(0, most)?;
    }
    Ok(Read { bytes, whole })
}

/// Bytes of a file.
pub(crate) struct Read {
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    pub(crate) whole: bool,
}

/// All of a file into something else, held against its hash at intake once it is out.
pub(crate) fn pour_file(office: &Office, id: &str, out: &mut impl Write) -> Result<(), Fault> {
    pour(office, &source(office, id)?, out)
}

/// A plain copy beside the place it will have.
fn copy_of(office: &Office, found: &Source, to: &Path) -> Result<WholeFile, Fault> {
    let parent = to
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut out = WholeFile::begin(parent)?;
    pour(office, found, &mut out)?;
    Ok(out)
}

fn pour(office: &Office, found: &Source, out: &mut impl Write) -> Result<(), Fault> {
    let (reader, sha256) = opened(office, found)?;
    let (watch, size) = (office.watch(), found.size);
    reader.copy_to(out, &sha256, &mut |done| {
        watch.step("Taking out a copy", done, size).is_ok()
    })?;
    Ok(())
}

/// What reads it, and the hash it had at intake.
fn opened(office: &Office, found: &Source) -> Result<(BlobReader, [u8; 32]), Fault> {
    let damaged = || {
        Fault::new(
            FaultKind::Damaged,
            "This file has changed since it was taken in, so it was not given out.",
        )
    };
    let bytes = |hex: &str| history::from_hex(hex).and_then(|bytes| bytes.try_into().ok());
    let key: [u8; 32] = bytes(&found.key).ok_or_else(damaged)?;
    let sha256: [u8; 32] = bytes(&found.sha256).ok_or_else(damaged)?;
    let reader = BlobReader::open(office.folder()?, &found.blob, found.len, &key)?;
    Ok((reader, sha256))
}
