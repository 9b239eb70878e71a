//! A small school on disk, made once and copied for each test: Argon2id at the floor takes its time.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use keys::slots::{Card, Enrolment, FILES, Slots, VaultKey};
use keys::{Cost, DeviceSecret, Keyring, PersonId, PersonKeys, RecoveryWords, VaultId};
use rand_core::OsRng;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

pub const ASHA: PersonId = PersonId([0xa5; 16]);
pub const BEN: PersonId = PersonId([0xbe; 16]);
pub const VAULT: VaultId = VaultId([0x77; 16]);
pub const PASSWORD: &str = "lantern otter quietly seven";
pub const BENS_PASSWORD: &str = "harbour violin mango stairs";

/// A vault's folder with Asha and Ben in its list, and the computer it belongs to.
pub struct School {
    pub folder: TempDir,
    pub slots: Slots,
    pub device: DeviceSecret,
    pub vault_key: VaultKey,
}

struct Mould {
    slots: Slots,
    device: DeviceSecret,
    vault_key: VaultKey,
    words: String,
    bens_words: String,
}

fn mould() -> &'static Mould {
    static MOULD: OnceLock<Mould> = OnceLock::new();
    MOULD.get_or_init(|| {
        let device = another_computer();
        let vault_key = VaultKey::generate(&mut OsRng);
        let mut slots = Slots::create(VAULT);
        let mut enrol = |id, user, name, password| {
            let keys = PersonKeys::generate(id, &mut OsRng);
            let newcomer = Enrolment {
                keys: &keys,
                card: &card(user, name),
                vault_key: &vault_key,
                password,
                cost: Cost::FLOOR,
            };
            let words = slots.enrol(&newcomer, &device, &mut OsRng).unwrap();
            words.words().join(" ")
        };
        let words = enrol(ASHA, "asha", "Asha Patel", PASSWORD);
        let bens_words = enrol(BEN, "ben", "Ben O'Neill", BENS_PASSWORD);
        slots.set_face(b"Hartwell Primary", &device, &mut OsRng);
        slots.set_directory(b"who is who", &vault_key, &mut OsRng);
        Mould {
            slots,
            device,
            vault_key,
            words,
            bens_words,
        }
    })
}

impl School {
    pub fn new() -> Self {
        let mould = mould();
        let mut school = Self {
            folder: TempDir::new().unwrap(),
            slots: mould.slots.clone(),
            device: mould.device.clone(),
            vault_key: mould.vault_key.clone(),
        };
        school.write();
        school
    }

    pub fn write(&mut self) {
        self.slots
            .write(self.folder.path(), &self.device, &self.vault_key)
            .unwrap();
    }

    pub fn read(&self) -> Slots {
        Slots::read(self.folder.path()).unwrap()
    }

    pub fn copy(&self, nth: usize) -> PathBuf {
        self.folder.path().join(FILES[nth])
    }
}

pub fn words() -> RecoveryWords {
    RecoveryWords::read(&mould().words).unwrap()
}

pub fn bens_words() -> RecoveryWords {
    RecoveryWords::read(&mould().bens_words).unwrap()
}

pub fn card(user: &str, name: &str) -> Card {
    Card {
        user: user.to_owned(),
        name: name.to_owned(),
        role: "dsl".to_owned(),
    }
}

pub fn another_computer() -> DeviceSecret {
    let folder = TempDir::new().unwrap();
    let keyring = Keyring::File(folder.path().join("secret"));
    keyring.make(VAULT, &mut OsRng).unwrap()
}

/// The length of the check at the end of a copy, with its name and what closes the file.
pub const CHECK: usize = 77;

/// Puts a check that fits behind what should stand before it.
pub fn checked(before: &[u8]) -> Vec<u8> {
    let check: String = Sha256::digest(before)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    [before, format!(",\"check\":\"{check}\"}}\n").as_bytes()].concat()
}

/// Changes the text of a copy and makes its check fit again, as somebody with an editor would.
pub fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    let mut before = std::fs::read_to_string(path).unwrap();
    before.truncate(before.len() - CHECK);
    std::fs::write(path, checked(change(before).as_bytes())).unwrap();
}
