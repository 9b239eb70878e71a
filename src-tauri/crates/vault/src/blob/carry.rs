//! What can be done with a blob without its key: check it, carry it, remove it.

use std::fs::{self, File};
use std::io::{Read, Write};

use history::to_hex;
use sha2::{Digest, Sha256};

use super::BlobError;
use super::seal::CHUNK;
use crate::folder::{VaultFolder, WholeFile, hex_names, make_folder, remove_file, sync_folder};

/// One blob as it lies on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedBlob {
    /// The hash that is its name. Whether it is its hash only [`verify`] tells.
    pub hash: [u8; 32],
    /// Encrypted length in bytes.
    pub len: u64,
}

/// Hears a blob's encrypted bytes as they go by, and tells their hash at the end. It keeps none of them.
#[derive(Default)]
pub struct SealedHash(Sha256);

impl SealedHash {
    /// The hash of everything heard.
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl Write for SealedHash {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Checks that the blob's encrypted bytes have the hash that is its name; gives back how many there are.
///
/// `progress` hears how many bytes are read and stops the check by answering `false`.
pub fn verify(
    folder: &VaultFolder,
    hash: &[u8; 32],
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, BlobError> {
    let (file, len) = open_sealed(folder, hash)?;
    let found = pour(&mut file.take(len), progress, |_| Ok(()))?;
    if found.hash != *hash {
        return Err(BlobError::WrongHash);
    }
    Ok(found.len)
}

/// Opens a blob's encrypted bytes, for a backup or a pack, and tells how many there are.
pub fn open_sealed(folder: &VaultFolder, hash: &[u8; 32]) -> Result<(File, u64), BlobError> {
    let file = File::open(folder.blob_file(hash))?;
    let len = file.metadata()?.len();
    Ok((file, len))
}

/// Takes in a blob that is already encrypted, from a backup or a pack: exactly `len` bytes that have this hash.
///
/// When this returns it survives a power cut; refused, it leaves nothing. A blob already here is written anew, which
/// mends a damaged one.
pub fn take_sealed(
    folder: &VaultFolder,
    hash: &[u8; 32],
    len: u64,
    input: &mut impl Read,
    progress: &mut dyn FnMut(u64) -> bool,
) -> Result<(), BlobError> {
    make_folder(&folder.blobs())?;
    let mut file = WholeFile::begin(&folder.blobs())?;
    let found = pour(&mut input.take(len), progress, |bytes| {
        Ok(file.write_all(bytes)?)
    })?;
    if found.len != len {
        return Err(BlobError::WrongLength {
            have: found.len,
            want: len,
        });
    }
    if found.hash != *hash {
        return Err(BlobError::WrongHash);
    }
    shelve(folder, file, hash)
}

/// Puts a written file at its place, durably.
pub(super) fn shelve(
    folder: &VaultFolder,
    file: WholeFile,
    hash: &[u8; 32],
) -> Result<(), BlobError> {
    file.finish(&folder.blob_file(hash))?;
    // The shelf itself may have been made a moment ago by another file's writer that has not synced its name yet.
    Ok(sync_folder(&folder.blobs())?)
}

/// Lists the blobs that are here, sorted by hash; entries decide which of them are wanted.
pub fn list(folder: &VaultFolder) -> Result<Vec<SealedBlob>, BlobError> {
    let mut blobs = Vec::new();
    for shelf in hex_names::<1>(&folder.blobs(), "", "")? {
        for hash in hex_names::<32>(&folder.blobs().join(to_hex(&shelf)), "", "")? {
            if hash.starts_with(&shelf) {
                blobs.push(SealedBlob {
                    hash,
                    len: fs::metadata(folder.blob_file(&hash))?.len(),
                });
            }
        }
    }
    Ok(blobs)
}

/// Removes a blob whose key has been destroyed, or that no entry names; `false` when it was not here.
pub fn remove(folder: &VaultFolder, hash: &[u8; 32]) -> Result<bool, BlobError> {
    Ok(remove_file(&folder.blob_file(hash))?)
}

fn pour(
    input: &mut impl Read,
    progress: &mut dyn FnMut(u64) -> bool,
    mut each: impl FnMut(&[u8]) -> Result<(), BlobError>,
) -> Result<SealedBlob, BlobError> {
    let mut hash = Sha256::new();
    let mut len = 0;
    let mut space = vec![0; CHUNK];
    loop {
        let count = match input.read(&mut space) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(BlobError::Input(error.kind())),
        };
        let bytes = space.get(..count).unwrap_or_default();
        hash.update(bytes);
        each(bytes)?;
        len += count as u64;
        if !progress(len) {
            return Err(BlobError::Cancelled);
        }
    }
    Ok(SealedBlob {
        hash: hash.finalize().into(),
        len,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blob::BlobWriter;
    use crate::folder::testkit::{Dice, Place, names_in};

    #[test]
    fn a_changed_blob_is_found_without_its_key() {
        let place = Place::new();
        let folder = place.folder();
        let made = BlobWriter::begin(&folder, &mut Dice::new(1))
            .unwrap()
            .finish()
            .unwrap();
        let path = folder.blob_file(&made.hash);
        let mut bytes = fs::read(&path).unwrap();
        let whole = verify(&folder, &made.hash, &mut |_| true);
        bytes[30] ^= 1;
        fs::write(&path, &bytes).unwrap();

        assert_eq!(whole, Ok(made.len));
        assert_eq!(
            verify(&folder, &made.hash, &mut |_| true),
            Err(BlobError::WrongHash)
        );
        assert_eq!(
            verify(&folder, &[0; 32], &mut |_| true),
            Err(BlobError::Missing)
        );
        assert_eq!(
            verify(&folder, &made.hash, &mut |_| false),
            Err(BlobError::Cancelled)
        );
    }

    #[test]
    fn a_blob_carried_to_another_vault_is_the_same_and_mends_a_damaged_one() {
        let (here, there) = (Place::new(), Place::new());
        let mut writer = BlobWriter::begin(&here.folder(), &mut Dice::new(1)).unwrap();
        writer.write(&[4; CHUNK * 2]).unwrap();
        let made = writer.finish().unwrap();

        for _ in 0..2 {
            let (mut sealed, len) = open_sealed(&here.folder(), &made.hash).unwrap();
            take_sealed(&there.folder(), &made.hash, len, &mut sealed, &mut |_| true).unwrap();
            assert_eq!(
                verify(&there.folder(), &made.hash, &mut |_| true),
                Ok(made.len)
            );
            fs::write(there.folder().blob_file(&made.hash), b"damaged").unwrap();
        }
    }

    #[test]
    fn a_blob_that_is_not_the_one_promised_leaves_nothing() {
        let place = Place::new();
        let folder = place.folder();
        let hash: [u8; 32] = Sha256::digest(b"promised").into();
        let take =
            |bytes: &[u8], len| take_sealed(&folder, &hash, len, &mut &bytes[..], &mut |_| true);

        assert_eq!(take(b"delivers", 8), Err(BlobError::WrongHash));
        assert_eq!(
            take(b"promise", 8),
            Err(BlobError::WrongLength { have: 7, want: 8 })
        );
        assert_eq!(take(b"promised", 7), Err(BlobError::WrongHash));

        assert_eq!(names_in(&folder.blobs()), Vec::<String>::new());
        assert_eq!(take(b"promised", 8), Ok(()));
    }

    #[test]
    fn listing_finds_blobs_and_passes_over_everything_else() {
        let place = Place::new();
        let folder = place.folder();
        let mut made: Vec<_> = (0..5)
            .map(|seed| {
                BlobWriter::begin(&folder, &mut Dice::new(seed))
                    .unwrap()
                    .finish()
                    .unwrap()
            })
            .map(|made| SealedBlob {
                hash: made.hash,
                len: made.len,
            })
            .collect();
        made.sort_by_key(|blob| blob.hash);
        fs::write(folder.blobs().join(".part-a.tmp"), b"half").unwrap();
        fs::create_dir_all(folder.blobs().join("zz")).unwrap();

        assert_eq!(list(&folder).unwrap(), made);
        assert_eq!(remove(&folder, &made[0].hash), Ok(true));
        assert_eq!(remove(&folder, &made[0].hash), Ok(false));
        assert_eq!(list(&folder).unwrap(), made[1..]);
    }
}
