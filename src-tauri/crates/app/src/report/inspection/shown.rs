//! What was shown to whom, and its pages as they saw them.

use domain::governance::{INSPECTION_SHOWN, KeptFile, PART_SHOWN, Shown};
use domain::look::Look;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use vault::ask::Told;
use zeroize::Zeroizing;

use crate::report::kept_file::bytes_of;
use crate::rights::{self, Right};
use crate::wire::{Fault, Topic};
use crate::{HandedOut, Office};

/// One that was kept.
pub(super) type Kept = Told<Shown>;

/// Everything that was shown, of every room that is open, the latest first.
pub(super) fn all_shown(office: &Office) -> Result<Vec<Kept>, Fault> {
    let mut all = Vec::new();
    for room in office.sitting()?.rooms.values() {
        all.extend(room.told::<Shown>(INSPECTION_SHOWN)?);
    }
    all.sort_by_key(|kept| (std::cmp::Reverse(kept.at), kept.id));
    Ok(all)
}

/// Keeps that something was shown, with its pages, and says so of every concern in it.
pub(super) fn keep_shown(
    office: &mut Office,
    room: RoomKind,
    shown: &Shown,
    blob: ([u8; 32], u64),
    concerns: Vec<String>,
) -> Result<(), Fault> {
    let detail = format!("shown to {}, {}, in: {}", shown.to, shown.body, shown.title);
    let looks = concerns.into_iter().map(|id| Look {
        what: "listed".to_owned(),
        id: Some(id),
        detail: Some(detail.clone()),
    });
    let part = serde_json::to_vec(shown).map_err(|_| Fault::stopped())?;
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    let entry = NewEntry {
        kind: INSPECTION_SHOWN,
        subjects: vec![id],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(PART_SHOWN, Zeroizing::new(part))],
        blobs: vec![blob],
    };
    office.write_looks(room, looks.collect(), vec![entry])
}

/// A name to suggest for a copy: it names nobody.
pub fn shown_file_name(office: &Office, id: &str) -> Result<String, Fault> {
    found(office, id)?;
    Ok("strongroom-inspection.pdf".to_owned())
}

/// The pages somebody was shown, byte for byte as they saw them. That a copy left is kept before it does.
pub fn shown_file(office: &mut Office, id: &str) -> Result<HandedOut, Fault> {
    let (room, file) = found(office, id)?;
    let all = bytes_of(office, &file)?;
    let look = Look {
        what: "inspection".to_owned(),
        id: Some(id.to_owned()),
        detail: Some("what was shown, saved again".to_owned()),
    };
    office.write_looks(room, vec![look], Vec::new())?;
    Ok((all, vec![Topic::Concerns]))
}

fn found(office: &Office, id: &str) -> Result<(RoomKind, KeptFile), Fault> {
    rights::need(office, Right::Inspection)?;
    rights::need(office, Right::AllPupilRecords)?;
    let gone = || Fault::from(vault::VaultError::NotFound);
    let id: [u8; 16] = history::from_hex(id)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(gone)?;
    for (kind, room) in &office.sitting()?.rooms {
        match room.told_one::<Shown>(INSPECTION_SHOWN, id) {
            Ok(told) => return Ok((*kind, told.said.file)),
            Err(vault::VaultError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(gone())
}
