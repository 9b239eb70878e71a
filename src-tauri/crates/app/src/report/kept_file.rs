//! Files that the vault keeps with what was told: given out again byte for byte.

use domain::governance::KeptFile;
use vault::blob::{BlobReader, BlobWriter};
use zeroize::Zeroizing;

use crate::Office;
use crate::wire::{Fault, FaultKind};

/// Keeps a file, and gives what its entry says of it and where its bytes lie.
pub(super) fn keep(
    office: &mut Office,
    bytes: &[u8],
) -> Result<(KeptFile, ([u8; 32], u64)), Fault> {
    let folder = office.folder()?.clone();
    let mut writer = BlobWriter::begin(&folder, &mut *office.around.rng)?;
    writer.write(bytes)?;
    let made = writer.finish()?;
    let kept = KeptFile {
        size: made.plain_len,
        sha256: history::to_hex(&made.plain_sha256),
        blob: history::to_hex(&made.hash),
        stored: made.len,
        key: history::to_hex(&*made.key),
    };
    Ok((kept, (made.hash, made.len)))
}

/// What came of a step after files were put into the vault. Where it failed, nothing names them: they are removed again, or they would be
/// carried into every backup for good.
pub(super) fn or_remove<T>(
    office: &Office,
    blobs: &[([u8; 32], u64)],
    done: Result<T, Fault>,
) -> Result<T, Fault> {
    if done.is_err() {
        for (hash, _) in blobs {
            // What cannot be removed either is no reason to say anything but why the step failed.
            let _ = vault::blob::remove(office.folder()?, hash);
        }
    }
    done
}

/// The bytes of a file as it was kept.
pub(super) fn bytes_of(office: &Office, file: &KeptFile) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let damaged = || {
        Fault::new(
            FaultKind::Damaged,
            "This file has changed since it was kept, so it was not given out.",
        )
        .kept("What it said stands in the vault.")
        .next("Open Vault, choose Check everything, and bring back the last good backup.")
    };
    let bytes = |hex: &str| history::from_hex(hex).and_then(|bytes| bytes.try_into().ok());
    let (hash, key, sha256): ([u8; 32], [u8; 32], [u8; 32]) = (
        bytes(&file.blob).ok_or_else(damaged)?,
        bytes(&file.key).ok_or_else(damaged)?,
        bytes(&file.sha256).ok_or_else(damaged)?,
    );
    let reader = BlobReader::open(office.folder()?, &hash, file.stored, &key)?;
    let mut all = Zeroizing::new(Vec::with_capacity(
        usize::try_from(file.size).unwrap_or_default(),
    ));
    reader.copy_to(&mut *all, &sha256, &mut |_| true)?;
    Ok(all)
}
