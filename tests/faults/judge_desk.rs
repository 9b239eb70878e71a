//! Whether a vault still has everything that was acknowledged at its desk.

use std::collections::BTreeMap;
use std::path::Path;

use app::wire::{FaultKind, NoticeKind};
use history::Id;
use keys::{Keyring, Opened, Slots};
use vault::blob::BlobReader;
use vault::folder::VaultFolder;
use vault::{FileKey, Room};

use crate::both::deeds::{Deed, Deeds, State};
use crate::both::desk::{Desk, USER, vault_of};

/// How far things have come.
pub struct Found {
    /// Deeds that are done.
    pub there: u64,
    /// How often the password was changed.
    pub changes: u64,
}

/// Opens the vault on a disk, checks everything and looks for every word, file and draft of the first `acknowledged`
/// deeds. One more may be there, whole.
pub fn judge_desk(
    place: &Path,
    plan: &Deeds,
    acknowledged: u64,
    days: u64,
) -> Result<Found, String> {
    let must = plan.after(acknowledged);
    let (mut desk, changes) = opened(place, plan, &must, acknowledged, days)?;
    let session = app::session(&desk.office).map_err(|fault| fault.say)?;
    if let Some(notice) = session
        .notices
        .iter()
        .find(|notice| matches!(notice.kind, NoticeKind::Rollback | NoticeKind::Check))
    {
        return Err(format!("a false alarm: {}", notice.say));
    }
    let drafts: Vec<String> = app::drafts(&desk.office)
        .map_err(|fault| fault.say)?
        .into_iter()
        .map(|draft| draft.form.description)
        .collect();
    if must.drafts.iter().any(|words| !drafts.contains(words)) {
        return Err("an acknowledged draft is lost".to_owned());
    }
    let verified = app::verify(&mut desk.office).map_err(|fault| fault.say)?;
    if let Some(fault) = verified.faults.first() {
        return Err(format!("{}: {}: {}", fault.room, fault.what, fault.say));
    }
    app::lock(&mut desk.office).map_err(|fault| fault.say)?;
    drop(desk);

    let said = read(place, &plan.password(changes))?;
    for (words, file) in &must.said {
        match said.get(words) {
            None => return Err("an acknowledged account is lost".to_owned()),
            Some(there) if file.is_some() && there != file => {
                return Err("an acknowledged file is lost".to_owned());
            }
            Some(_) => {}
        }
    }
    let next = match plan.deed(acknowledged) {
        Deed::Record { words, .. } | Deed::Correct { words } => said.contains_key(&words),
        Deed::Draft { words } => drafts.contains(&words),
        Deed::Password => changes > must.passwords,
        Deed::Lock => false,
    };
    Ok(Found {
        there: acknowledged + u64::from(next),
        changes,
    })
}

/// Opens with the password, or with the next one when the change of it was under way.
fn opened(
    place: &Path,
    plan: &Deeds,
    must: &State,
    acknowledged: u64,
    days: u64,
) -> Result<(Desk, u64), String> {
    let mut desk = Desk::at(place, days);
    match desk.open(&plan.password(must.passwords)) {
        Ok(_) => return Ok((desk, must.passwords)),
        Err(fault)
            if fault.kind == FaultKind::WrongPassword
                && matches!(plan.deed(acknowledged), Deed::Password) => {}
        Err(fault) => return Err(format!("does not open: {fault:?}")),
    }
    drop(desk);
    let mut desk = Desk::at(place, days + 1);
    desk.open(&plan.password(must.passwords + 1))
        .map_err(|fault| format!("does not open with either password: {fault:?}"))?;
    Ok((desk, must.passwords + 1))
}

/// Every account in the rooms of whoever has the password, with its file's bytes, read without the program.
fn read(place: &Path, password: &str) -> Result<BTreeMap<String, Option<Vec<u8>>>, String> {
    let folder = VaultFolder::open(vault_of(place)).map_err(|error| error.to_string())?;
    let mut said = BTreeMap::new();
    for (file, id, key) in rooms(&folder, place, password)? {
        let room =
            Room::open(&folder.room_file(file), id, &key).map_err(|error| error.to_string())?;
        let query = vault::ask::ConcernQuery {
            limit: 100_000,
            ..Default::default()
        };
        for line in room
            .concerns(&query)
            .map_err(|error| error.to_string())?
            .lines
        {
            let concern = room.concern(line.id).map_err(|error| error.to_string())?;
            let mut bytes = None;
            for (fact, _, step) in &concern.files {
                let key: [u8; 32] = history::from_hex(&fact.key).unwrap().try_into().unwrap();
                let sha: [u8; 32] = history::from_hex(&fact.sha256).unwrap().try_into().unwrap();
                let (hash, len) = step.blobs[0];
                let mut out = Vec::new();
                BlobReader::open(&folder, &hash, len, &key)
                    .and_then(|reader| reader.copy_to(&mut out, &sha, &mut |_| true))
                    .map_err(|error| error.to_string())?;
                bytes = Some(out);
            }
            for version in concern.versions {
                said.insert(version.content.account, bytes.clone());
            }
        }
    }
    Ok(said)
}

/// File, id and key of every room that a password opens.
fn rooms(
    folder: &VaultFolder,
    place: &Path,
    password: &str,
) -> Result<Vec<([u8; 8], Id, FileKey)>, String> {
    let (slots, opened) = inside(folder, place, password)?;
    let directory = slots.directory(&opened.vault_key).unwrap().unwrap();
    let directory: serde_json::Value = serde_json::from_slice(&directory).unwrap();
    let files: BTreeMap<String, [u8; 8]> = directory["rooms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|room| {
            let file = history::from_hex(room["file"].as_str().unwrap()).unwrap();
            (
                room["id"].as_str().unwrap().to_owned(),
                file.try_into().unwrap(),
            )
        })
        .collect();
    Ok(slots
        .grants(&opened)
        .open
        .into_iter()
        .map(|(id, keys)| {
            (
                files[&id.to_string()],
                Id(id.0),
                FileKey::new(*keys.file_key),
            )
        })
        .collect())
}

/// The list of people and the keys a password opens.
pub fn inside(
    folder: &VaultFolder,
    place: &Path,
    password: &str,
) -> Result<(Slots, Opened), String> {
    let slots = Slots::read(folder.root()).map_err(|error| error.to_string())?;
    let secret = Keyring::File(place.join("keyring/device.secret"))
        .load(slots.vault())
        .map_err(|error| error.to_string())?;
    let opened = slots
        .open_with_password(USER, password, &secret)
        .map_err(|error| error.to_string())?;
    Ok((slots, opened))
}
