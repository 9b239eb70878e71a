//! `people.tries`: the count, tagged so that only this computer can have written it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::derive::{self, Key};
use crate::hex::Hex;
use crate::{KeysError, VaultId, disk};

/// The file's name in the vault's folder.
pub const FILE: &str = "people.tries";

const VERSION: u32 = 1;
const MOST_BYTES: u64 = 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tries {
    strongroom_tries: u32,
    failures: u32,
    last: u64,
    mac: Hex<32>,
}

/// Gives failures and time of the last, or nothing when the file is missing or was altered.
pub(super) fn read(path: &Path, vault: VaultId, key: &Key) -> Option<(u32, u64)> {
    let bytes = disk::read(path, MOST_BYTES).ok()??;
    let tries: Tries = serde_json::from_slice(&bytes).ok()?;
    let words = words(vault, tries.failures, tries.last);
    let holds = tries.strongroom_tries == VERSION && derive::tag_holds(key, &words, &tries.mac.0);
    holds.then_some((tries.failures, tries.last))
}

pub(super) fn write(
    path: &Path,
    vault: VaultId,
    key: &Key,
    failures: u32,
    last: u64,
) -> Result<(), KeysError> {
    let tries = Tries {
        strongroom_tries: VERSION,
        failures,
        last,
        mac: Hex(derive::tag(key, &words(vault, failures, last))),
    };
    let bytes = serde_json::to_vec(&tries).map_err(|error| KeysError::writing(error.into()))?;
    disk::write_whole(path, &bytes)
}

/// What the tag covers: a domain string, the vault, failures (4 bytes) and time (8 bytes), big-endian.
fn words(vault: VaultId, failures: u32, last: u64) -> Vec<u8> {
    [
        b"strongroom/tries/v1\n".as_slice(),
        &vault.0,
        &failures.to_be_bytes(),
        &last.to_be_bytes(),
    ]
    .concat()
}
