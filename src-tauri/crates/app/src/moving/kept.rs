//! Histories that were taken in, and the files they came in.

use domain::concern::{HISTORY_BROUGHT, Import};
use domain::id::FileId;
use domain::room::Room as RoomKind;

use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, HistoryFile, HistoryView};
use crate::{Office, say};

/// More imports than any school makes.
const MOST: u32 = 1_000;

/// Every import, newest first, each with when and by whom in words.
pub(super) fn imports(office: &Office) -> Result<Vec<(String, Import)>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let notes = room.notes(HISTORY_BROUGHT, MOST)?;
    Ok(notes
        .into_iter()
        .filter_map(|note| {
            let import = serde_json::from_str(&note.value).ok()?;
            let at = say::full(note.at, office.around.zone, office.this_year());
            Some((format!("{at}, {}", note.who), import))
        })
        .collect())
}

/// Histories that were taken in, newest first.
pub fn histories(office: &Office) -> Result<Vec<HistoryView>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let all = imports(office)?;
    let beside = |file: &str| -> Vec<HistoryFile> {
        let of = all.iter().filter(|(_, import)| import.beside == file);
        of.map(|(came, import)| HistoryFile {
            file: import.file.clone(),
            name: import.name.clone(),
            size: say::size(import.size),
            sha256: import.sha256.clone(),
            came: came.clone(),
        })
        .collect()
    };
    Ok(all
        .iter()
        // A large history goes on in further entries, which have no file.
        .filter(|(_, import)| !import.file.is_empty() && import.beside.is_empty())
        .cloned()
        .map(|(came, import)| HistoryView {
            beside: beside(&import.file),
            file: import.file,
            source: import.from,
            name: import.name,
            size: say::size(import.size),
            sha256: import.sha256,
            rows: import.rows,
            concerns: import.concerns,
            came,
        })
        .collect())
}

/// The file a history came in.
pub(crate) struct Original {
    pub(crate) import: Import,
    pub(crate) blob: [u8; 32],
}

/// The original with this id, if it is one.
pub(crate) fn original(office: &Office, id: FileId) -> Result<Option<Original>, Fault> {
    if office.room(RoomKind::Pupils).is_none() {
        return Ok(None);
    }
    let found = imports(office)?
        .into_iter()
        .find(|(_, import)| import.file_id() == Some(id));
    Ok(found.and_then(|(_, import)| {
        let blob = history::from_hex(&import.blob)?.try_into().ok()?;
        Some(Original { import, blob })
    }))
}
