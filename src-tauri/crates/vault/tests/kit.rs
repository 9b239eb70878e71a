//! Writers with known keys, a clock that is set by hand, and records with little in them.

use domain::concern::{Content, PersonIn, RECORDED};
use domain::id::PupilId;
use history::entry::Entry;
use history::member::{Certificate, certified_bytes};
use history::{Id, PublicKey, Signature, WriterKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tempfile::TempDir;
use vault::{FileKey, NewEntry, Pen, Room, Stamp};
use zeroize::Zeroizing;

pub const ROOM: Id = Id([9; 16]);

/// Somebody with a key of their own on one laptop.
pub struct Writer {
    pub key: WriterKey,
    pub identity: WriterKey,
    pub certificate: Certificate,
}

impl Writer {
    pub fn new(n: u8) -> Self {
        let (key, identity) = (
            WriterKey::from_bytes(&[n; 32]),
            WriterKey::from_bytes(&[n + 100; 32]),
        );
        let writer = PublicKey(key.verifying_key().to_bytes());
        let person = Id([n; 16]);
        let signature = {
            use ed25519_dalek::Signer;
            Signature(identity.sign(&certified_bytes(&person, &writer)).to_bytes())
        };
        let certificate = Certificate {
            person,
            name: format!("Writer {n}"),
            user: format!("writer.{n}"),
            role: "dsl".to_owned(),
            identity: PublicKey(identity.verifying_key().to_bytes()),
            code: format!("W{n}"),
            signature,
        };
        Self {
            key,
            identity,
            certificate,
        }
    }

    /// Somebody who reports and does not lead.
    pub fn teacher(n: u8) -> Self {
        let mut writer = Self::new(n);
        writer.certificate.role = "teacher".to_owned();
        writer
    }

    pub fn pen(&self) -> Pen<'_> {
        Pen {
            key: &self.key,
            certificate: &self.certificate,
        }
    }
}

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub fn stamp(ms: i64) -> Stamp {
    Stamp {
        now_ms: ms,
        written: rfc3339(ms),
        zone: "Europe/London".to_owned(),
        app: "tests".to_owned(),
        built_ms: 0,
        sitting_ms: None,
    }
}

fn rfc3339(ms: i64) -> String {
    let day = ms.div_euclid(86_400_000);
    let rest = ms.rem_euclid(86_400_000);
    // 2026-11-01 is day 20758; tests stay within that month.
    format!(
        "2026-11-{:02}T{:02}:{:02}:{:02}.{:03}+00:00",
        day - 20_758 + 1,
        rest / 3_600_000,
        rest / 60_000 % 60,
        rest / 1_000 % 60,
        rest % 1_000
    )
}

/// Midnight before 10 November 2026, in milliseconds.
pub const DAY: i64 = (20_758 + 9) * 86_400_000;

/// A new room in a folder of its own.
pub fn room() -> (TempDir, Room) {
    let dir = tempfile::tempdir().unwrap();
    let room = Room::create(&dir.path().join("room.db"), ROOM, &key()).unwrap();
    (dir, room)
}

pub fn key() -> FileKey {
    FileKey::new([42; 32])
}

/// A concern about a pupil.
pub fn concern(id: u8, pupil: u8, account: &str) -> NewEntry {
    let mut content = Content {
        account: account.to_owned(),
        ..Content::default()
    };
    content.people.push(PersonIn {
        pupil: Some(PupilId([pupil + 100; 16])),
        name: format!("Pupil {pupil}"),
        kind: "pupil".to_owned(),
        role: "victim".to_owned(),
        ..PersonIn::default()
    });
    content.details.record_no = format!("MV-26-{id}");
    content.details.status = "new".to_owned();
    NewEntry {
        kind: RECORDED,
        subjects: vec![[id; 16], [pupil + 100; 16]],
        supersedes: vec![],
        happened: None,
        parts: content.to_parts(None),
        blobs: vec![],
    }
}

/// A correction of a concern, taking the place of what `heads` names.
pub fn amendment(id: u8, heads: Vec<[u8; 32]>, account: &str) -> NewEntry {
    let mut new = concern(id, id, account);
    new.kind = domain::concern::AMENDED;
    new.subjects = vec![[id; 16]];
    new.supersedes = heads;
    new.parts
        .push(("reason", Zeroizing::new(b"the words I used".to_vec())));
    new
}

/// Every entry of a room, as another laptop would get them.
pub fn entries_of(room: &Room) -> Vec<Entry> {
    room.entries_from(0, u32::MAX).unwrap()
}
