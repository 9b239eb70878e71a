//! Behind the verbs: a person's rooms opened with their own password and nothing else.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::room::Room as RoomKind;
use ed25519_dalek::Signer;
use history::member::{Certificate, certified_bytes};
use history::{Id, PublicKey, Signature, WriterKey};
use keys::{RoomKeys, Slots};
use sha2::{Digest, Sha256};
use vault::{FileKey, NewEntry, Pen, Room, Stamp};

use crate::{Device, Dice, Somebody};

/// A room's file and its keys, as somebody holds them.
pub struct Held {
    /// The file.
    pub path: PathBuf,
    /// The room.
    pub id: Id,
    /// Its keys.
    pub keys: RoomKeys,
}

impl Held {
    /// The key of the room's file.
    pub fn file_key(&self) -> FileKey {
        FileKey::new(*self.keys.file_key)
    }

    /// Opens the room. The program must not have it open.
    pub fn open(&self) -> Room {
        Room::open(&self.path, self.id, &self.file_key()).unwrap()
    }

    /// Marks the room's file as one that a later program has moved on.
    pub fn make_newer(&self) {
        let conn = vault::open_room(&self.path, &self.file_key(), false).unwrap();
        conn.execute_batch("PRAGMA user_version = 99").unwrap();
        conn.close().unwrap();
    }
}

/// The rooms somebody's password opens on this laptop. The program there has locked, or has ended.
pub fn rooms_of(device: &Device, who: &Somebody) -> BTreeMap<RoomKind, Held> {
    let slots = Slots::read(&device.folder()).unwrap();
    let secret = device.keyring().load(slots.vault()).unwrap();
    let opened = slots
        .open_with_password(who.user, who.password, &secret)
        .unwrap();
    let files = files_of(&slots.directory(&opened.vault_key).unwrap().unwrap());
    slots
        .grants(&opened)
        .open
        .into_iter()
        .map(|(id, keys)| {
            let (kind, file) = files[&id.to_string()].clone();
            let path = device.folder().join(format!("room-{file}.db"));
            (
                kind,
                Held {
                    path,
                    id: Id(id.0),
                    keys,
                },
            )
        })
        .collect()
}

/// Which room is which, and in which file: what every account knows.
fn files_of(directory: &[u8]) -> BTreeMap<String, (RoomKind, String)> {
    let directory: serde_json::Value = serde_json::from_slice(directory).unwrap();
    directory["rooms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|room| {
            let text = |name: &str| room[name].as_str().unwrap().to_owned();
            let kind = serde_json::from_value(room["kind"].clone()).unwrap();
            (text("id"), (kind, text("file")))
        })
        .collect()
}

/// Writes an entry into somebody's room as a program would that is not this one: nothing of it is checked. The program there has locked.
pub fn write_by_hand(device: &Device, who: &Somebody, kind: RoomKind, new: NewEntry) {
    let (key, identity) = (
        WriterKey::from_bytes(&[41; 32]),
        WriterKey::from_bytes(&[42; 32]),
    );
    let public = |key: &WriterKey| PublicKey(key.verifying_key().to_bytes());
    let person = Id([43; 16]);
    let certified = certified_bytes(&person, &public(&key));
    let certificate = Certificate {
        person,
        name: "Another laptop".to_owned(),
        user: "another.laptop".to_owned(),
        role: "dsl".to_owned(),
        identity: public(&identity),
        code: "Z9".to_owned(),
        signature: Signature(identity.sign(&certified).to_bytes()),
    };
    let pen = Pen {
        key: &key,
        certificate: &certificate,
    };
    let now = device.clock.now();
    let stamp = Stamp {
        now_ms: now.timestamp_millis(),
        written: now.to_rfc3339_opts(chrono::SecondsFormat::Millis, false),
        zone: "Europe/London".to_owned(),
        app: "by hand".to_owned(),
        built_ms: 0,
        sitting_ms: None,
    };
    let mut room = rooms_of(device, who)[&kind].open();
    room.write(&pen, &stamp, &mut Dice::new(44), vec![new])
        .unwrap();
}

/// Carries what was written about pupils from one laptop to another, as a pack would.
pub fn carry_pupils(from: &Device, to: &Device, who: &Somebody) {
    let (here, there) = (rooms_of(from, who), rooms_of(to, who));
    let entries = here[&RoomKind::Pupils]
        .open()
        .entries_from(0, u32::MAX)
        .unwrap();
    there[&RoomKind::Pupils].open().take(entries).unwrap();
}

/// Writes one copy of the list of people anew, changed, with a check that fits: damage it is not.
pub fn rewrite_people(copy: &Path, change: impl Fn(&str) -> String) {
    let text = std::fs::read_to_string(copy).unwrap();
    let (body, _) = text.rsplit_once(",\"check\":\"").unwrap();
    let changed = change(body);
    assert_ne!(changed, body, "nothing was changed");
    let check = history::to_hex(&Sha256::digest(&changed));
    std::fs::write(copy, format!("{changed},\"check\":\"{check}\"}}\n")).unwrap();
}
