//! Files that were taken in become part of a concern.

use domain::concern::{FILE_ADDED, FileFact, PART_FILE};
use domain::id::{ConcernId, FileId};
use domain::room::Room as RoomKind;
use exchange::look::{HEAD, Kind, kind_of};
use rand_core::RngCore;
use vault::NewEntry;
use vault::blob::BlobReader;
use vault::locker::LockerId;
use zeroize::Zeroizing;

use super::take_in::{KeptFile, picture_refused};
use super::take_out::{is_hidden, out_of_sight};
use crate::Office;
use crate::concern::Kept;
use crate::wire::{Done, Fault, FaultKind, Topic};

/// Adds files to a concern that is there.
pub fn attach_files(
    office: &mut Office,
    concern: &str,
    tokens: &[String],
    indecent_image: &str,
) -> Result<Done<()>, Fault> {
    if indecent_image != "no" {
        return Err(picture_refused(indecent_image));
    }
    let id: ConcernId = concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    refuse_what_may_show(office, kind, id, tokens)?;
    let entries = file_entries(office, id, tokens, indecent_image)?;
    if entries.is_empty() {
        return Err(Fault::new(FaultKind::Refused, "Choose a file first."));
    }
    office.write(kind, entries)?;
    for token in tokens.iter().filter_map(|token| LockerId::read(token)) {
        let _ = office.sitting()?.locker.remove(token);
    }
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// A record that says there may be an indecent image, or that describes an item that may be one, takes in nothing that can
/// show anything, whatever was answered about this file (record/incident_record.toml): no picture and no film, and nothing
/// that may hold one unseen, such as a packed folder or a saved message. A PDF is looked at here page by page, so it may
/// come in, as plain text and sound may.
pub(crate) fn refuse_what_may_show(
    office: &Office,
    kind: RoomKind,
    concern: ConcernId,
    tokens: &[String],
) -> Result<(), Fault> {
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let known = room.concern(concern)?;
    let answers = known.heads.iter().filter_map(|place| {
        let version = known.versions.get(*place)?;
        Some(version.content.details.possible_indecent_image.as_str())
    });
    let item = known.case.items().next().map(|_| "unsure");
    let Some(answer) = answers
        .chain(item)
        .find(|answer| matches!(*answer, "yes" | "unsure"))
    else {
        return Ok(());
    };
    let shows = tokens
        .iter()
        .filter_map(|token| office.kept(LockerId::read(token)?).ok())
        .any(|kept| matches!(kept, Kept::File(file) if may_show(&file.media) || shows(office, &file)));
    match shows {
        true => Err(picture_refused(answer)),
        false => Ok(()),
    }
}

/// Whether its own first bytes say that it shows something, whatever it is called. What cannot be read may.
fn shows(office: &Office, file: &KeptFile) -> bool {
    let Some(head) = head_of(office, file) else {
        return true;
    };
    // A saved message or a web page is text, and may hold a picture all the same.
    let name = file.name.to_lowercase();
    let holds = [".eml", ".mht", ".mhtml", ".htm", ".html", ".svg", ".xml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    match kind_of(&file.name, &head) {
        Kind::Text => holds,
        Kind::Pdf | Kind::Sound(_) | Kind::Empty => false,
        Kind::Picture { .. } | Kind::Drawing | Kind::Film(_) | Kind::Other(_) | Kind::Not(_) => {
            true
        }
    }
}

/// The first bytes of a file that was taken in and not attached yet: what it is, whatever it is called.
pub(crate) fn head_of(office: &Office, file: &KeptFile) -> Option<Vec<u8>> {
    let bytes = |hex: &str| history::from_hex(hex).and_then(|bytes| bytes.try_into().ok());
    let (blob, key) = bytes(&file.blob).zip(bytes(&file.key))?;
    let reader = BlobReader::open(office.folder().ok()?, &blob, file.blob_len, &key).ok()?;
    Some(reader.piece(0, HEAD).ok()?.to_vec())
}

/// Whether a file of this media type may show something; one that says nothing may.
fn may_show(media: &str) -> bool {
    media.is_empty() || media.starts_with("image/") || media.starts_with("video/")
}

/// The entries that add files to a concern: each names the encrypted bytes, which are on the disk already.
pub(crate) fn file_entries(
    office: &mut Office,
    concern: ConcernId,
    tokens: &[String],
    indecent_image: &str,
) -> Result<Vec<NewEntry>, Fault> {
    let mut entries = Vec::with_capacity(tokens.len());
    for token in tokens {
        if indecent_image != "no" {
            return Err(picture_refused(indecent_image));
        }
        let gone = || {
            Fault::new(FaultKind::Missing, "One of the files is no longer here.")
                .next("Take it out of the form and choose it again.")
        };
        let kept = LockerId::read(token).and_then(|id| office.kept(id).ok());
        let Some(Kept::File(kept)) = kept else {
            return Err(gone());
        };
        if is_hidden(office, &kept.sha256)? {
            return Err(out_of_sight());
        }
        let hash: [u8; 32] = history::from_hex(&kept.blob)
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(gone)?;
        if !office.folder()?.blob_file(&hash).exists() {
            return Err(gone());
        }
        let mut id = [0; 16];
        office.around.rng.fill_bytes(&mut id);
        let fact = FileFact {
            id: FileId(id),
            name: kept.name,
            size: kept.size,
            media: kept.media,
            sha256: kept.sha256,
            source: kept.source,
            possible_indecent_image: kept.indecent_image,
            key: kept.key,
        };
        entries.push(NewEntry {
            kind: FILE_ADDED,
            subjects: vec![concern.0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![(
                PART_FILE,
                Zeroizing::new(serde_json::to_vec(&fact).map_err(|_| Fault::stopped())?),
            )],
            blobs: vec![(hash, kept.blob_len)],
        });
    }
    Ok(entries)
}
