//! Another file of the same export, kept beside a history: the printed one, as the other program made it.

use domain::concern::{HISTORY_BROUGHT, Import, PART_IMPORT};
use domain::id::FileId;
use domain::room::Room as RoomKind;
use exchange::look::{Kind, kind_of};
use rand_core::RngCore;
use vault::NewEntry;
use vault::locker::LockerId;
use zeroize::Zeroizing;

use super::kept::imports;
use crate::Office;
use crate::concern::Kept;
use crate::file::{KeptFile, head_of, is_hidden, out_of_sight, picture_refused};
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, FaultKind, Topic};

/// Keeps a PDF that was taken in beside the history that came in `original`. Nothing in it is read into the record.
pub fn keep_with_history(
    office: &mut Office,
    original: &str,
    token: &str,
    indecent_image: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    if indecent_image != "no" {
        return Err(picture_refused(indecent_image));
    }
    let all = imports(office)?;
    let of = all
        .iter()
        .map(|(_, import)| import)
        .find(|import| import.file == original && import.beside.is_empty())
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))?;
    let (from, of) = (of.from.clone(), of.file.clone());
    let id = LockerId::read(token).ok_or_else(gone)?;
    let Ok(Kept::File(kept)) = office.kept(id) else {
        return Err(gone());
    };
    if is_hidden(office, &kept.sha256)? {
        return Err(out_of_sight());
    }
    if all.iter().any(|(_, import)| import.sha256 == kept.sha256) {
        return Err(
            Fault::new(FaultKind::Refused, "This very file is kept here already.")
                .kept("Nothing was added."),
        );
    }
    let blob: [u8; 32] = history::from_hex(&kept.blob)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(gone)?;
    if !is_pdf(office, &kept) {
        return Err(Fault::new(
            FaultKind::Refused,
            "Only a PDF can be kept beside a history.",
        )
        .kept("Nothing was added.")
        .next("Add any other file to the concern it belongs to."));
    }
    let mut ids = [[0; 16]; 2];
    for id in &mut ids {
        office.around.rng.fill_bytes(id);
    }
    let [subject, file] = ids;
    let import = Import {
        file: FileId(file).to_string(),
        beside: of,
        from,
        name: kept.name,
        size: kept.size,
        sha256: kept.sha256,
        key: kept.key,
        blob: kept.blob,
        blob_len: kept.blob_len,
        ..Import::default()
    };
    let part = serde_json::to_vec(&import).map_err(|_| Fault::stopped())?;
    let entry = NewEntry {
        kind: HISTORY_BROUGHT,
        subjects: vec![subject],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_IMPORT, Zeroizing::new(part))],
        blobs: vec![(blob, kept.blob_len)],
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    // What stays behind by a full disk names bytes that the record has: it is known for that.
    let _ = office.sitting()?.locker.remove(id);
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

fn gone() -> Fault {
    Fault::new(FaultKind::Missing, "That file is no longer here.").next("Choose it again.")
}

/// By its first bytes, whatever its name says.
fn is_pdf(office: &Office, kept: &KeptFile) -> bool {
    head_of(office, kept).is_some_and(|head| matches!(kind_of(&kept.name, &head), Kind::Pdf))
}
