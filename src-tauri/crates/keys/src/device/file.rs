//! A secret in a file of its own, for the command line and for machines without a keyring.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::LONGEST_NOTE;
use crate::{KeysError, PersonId, VaultId, disk};

/// Where the note about a person stands: beside the secret, named after it.
pub(super) fn note_of(secret: &Path, vault: VaultId, person: PersonId) -> PathBuf {
    let mut name = secret.as_os_str().to_owned();
    name.push(format!(".{vault}.{person}.note"));
    name.into()
}

pub(super) fn get(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, KeysError> {
    Ok(disk::read(path, LONGEST_NOTE as u64)?.map(Zeroizing::new))
}

pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), KeysError> {
    disk::write_whole(path, bytes)
}

pub(super) fn put_new(path: &Path, bytes: &[u8]) -> Result<(), KeysError> {
    if disk::write_new(path, bytes)? {
        Ok(())
    } else {
        Err(KeysError::SecretThere)
    }
}

pub(super) fn forget(path: &Path) -> Result<(), KeysError> {
    disk::remove(path)
}
