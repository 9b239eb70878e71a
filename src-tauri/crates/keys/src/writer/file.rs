//! `this-laptop.keys`: the writers of one installation, each sealed to its person on this computer.

use std::path::Path;

use ed25519_dalek::SigningKey;
use rand_core::CryptoRngCore;
use serde::{Deserialize, Serialize};

use crate::derive::{self, Key};
use crate::envelope::Envelope;
use crate::hex::Hex;
use crate::{DeviceSecret, KeysError, PersonId, PersonKeys, VaultId, disk};

/// The file's name in the vault's folder. Leave it out of every backup.
pub const FILE: &str = "this-laptop.keys";

const VERSION: u32 = 1;
const MOST_BYTES: u64 = 4 << 20;
const PURPOSE: &[u8] = b"strongroom/writer/v1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Writers {
    strongroom_writers: u32,
    installation: Hex<16>,
    writers: Vec<Kept>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    person: PersonId,
    key: Envelope,
}

/// Reads the file, or begins a new one when it is missing, damaged or newer.
pub(super) fn read(folder: &Path, rng: &mut dyn CryptoRngCore) -> Writers {
    let found = disk::read(&folder.join(FILE), MOST_BYTES).ok().flatten();
    let known = found
        .and_then(|bytes| serde_json::from_slice::<Writers>(&bytes).ok())
        .filter(|writers| writers.strongroom_writers == VERSION);
    known.unwrap_or_else(|| {
        let mut installation = [0; 16];
        rng.fill_bytes(&mut installation);
        Writers {
            strongroom_writers: VERSION,
            installation: Hex(installation),
            writers: Vec::new(),
        }
    })
}

impl Writers {
    pub(super) fn open(
        &self,
        vault: VaultId,
        person: &PersonKeys,
        device: &DeviceSecret,
    ) -> Option<SigningKey> {
        let kept = self.writers.iter().find(|w| w.person == person.id())?;
        let seed = kept.key.open(
            &self.key_of(person, device),
            &self.about(vault, person.id()),
        )?;
        Some(SigningKey::from_bytes(seed.as_slice().try_into().ok()?))
    }

    pub(super) fn keep(
        &mut self,
        vault: VaultId,
        person: &PersonKeys,
        device: &DeviceSecret,
        key: &SigningKey,
        rng: &mut dyn CryptoRngCore,
    ) {
        let sealed = Envelope::seal(
            &self.key_of(person, device),
            &self.about(vault, person.id()),
            key.as_bytes(),
            rng,
        );
        self.forget(person.id());
        self.writers.push(Kept {
            person: person.id(),
            key: sealed,
        });
    }

    pub(super) fn forget(&mut self, person: PersonId) {
        self.writers.retain(|kept| kept.person != person);
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), KeysError> {
        let bytes = serde_json::to_vec(self).map_err(|error| KeysError::writing(error.into()))?;
        disk::write_whole(&folder.join(FILE), &bytes)
    }

    fn key_of(&self, person: &PersonKeys, device: &DeviceSecret) -> Key {
        let [identity, sealing] = person.secrets();
        derive::key(
            &[identity, sealing, device.bytes()],
            &self.installation.0,
            &[PURPOSE],
        )
    }

    fn about(&self, vault: VaultId, person: PersonId) -> Vec<u8> {
        [PURPOSE, b"\n", &vault.0, &person.0, &self.installation.0].concat()
    }
}
