//! Taking a file in.

use std::fmt;

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::BlobError;
use super::carry::shelve;
use super::seal::{CHUNK, PREFIX, Sealer};
use crate::folder::{VaultFolder, WholeFile, make_folder};

/// Takes in one file, piece by piece, holding at most 64 KiB of it.
///
/// Dropped or abandoned before [`BlobWriter::finish`], it leaves nothing in the vault.
pub struct BlobWriter {
    folder: VaultFolder,
    key: Zeroizing<[u8; 32]>,
    // None once a write has failed: a chunk may be half on the disk, and the space is better given back at once.
    sealer: Option<Sealer<WholeFile>>,
}

/// A file that is durably in the vault; its key is in nobody's hands but the caller's.
pub struct BlobMade {
    /// SHA-256 of the encrypted bytes: its name.
    pub hash: [u8; 32],
    /// Encrypted length in bytes.
    pub len: u64,
    /// What opens it.
    pub key: Zeroizing<[u8; 32]>,
    /// SHA-256 of the file as it was handed in.
    pub plain_sha256: [u8; 32],
    /// Length of the file as it was handed in, in bytes.
    pub plain_len: u64,
}

// The hash of the content says which known picture it is, to whoever has the picture.
impl fmt::Debug for BlobMade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "BlobMade({}, {} bytes)",
            history::to_hex(&self.hash),
            self.len
        )
    }
}

impl fmt::Debug for BlobWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlobWriter(..)")
    }
}

impl BlobWriter {
    /// Begins a file under a new key.
    pub fn begin(folder: &VaultFolder, rng: &mut dyn CryptoRngCore) -> Result<Self, BlobError> {
        let mut key = Zeroizing::new([0; 32]);
        let mut prefix = [0; PREFIX];
        rng.fill_bytes(key.as_mut_slice());
        rng.fill_bytes(&mut prefix);

        make_folder(&folder.blobs())?;
        let sealer = Sealer::begin(WholeFile::begin(&folder.blobs())?, &key, prefix, CHUNK)?;
        Ok(Self {
            folder: folder.clone(),
            key,
            sealer: Some(sealer),
        })
    }

    /// Takes the next bytes, as many or as few as there are. After a failure the file is given up.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), BlobError> {
        let mut sealer = self.sealer.take().ok_or(BlobError::GivenUp)?;
        sealer.write(bytes)?;
        self.sealer = Some(sealer);
        Ok(())
    }

    /// Puts the file at its place; when this returns it survives a power cut.
    pub fn finish(mut self) -> Result<BlobMade, BlobError> {
        let (file, sealed) = self.sealer.take().ok_or(BlobError::GivenUp)?.finish()?;
        shelve(&self.folder, file, &sealed.hash)?;
        Ok(BlobMade {
            hash: sealed.hash,
            len: sealed.len,
            key: self.key,
            plain_sha256: sealed.plain_sha256,
            plain_len: sealed.plain_len,
        })
    }

    /// Gives the file up; nothing of it stays.
    pub fn abandon(self) {
        drop(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blob::{BlobReader, list};
    use crate::folder::testkit::{Dice, Place, names_in};

    #[test]
    fn a_file_that_is_given_up_leaves_nothing() {
        let place = Place::new();
        let folder = place.folder();

        for ending in [BlobWriter::abandon, drop] {
            let mut writer = BlobWriter::begin(&folder, &mut Dice::new(1)).unwrap();
            writer.write(&[5; CHUNK * 2]).unwrap();
            assert_eq!(names_in(&folder.blobs()).len(), 1);
            ending(writer);

            assert_eq!(names_in(&folder.blobs()), Vec::<String>::new());
        }
    }

    #[test]
    fn a_finished_file_stands_alone_under_its_hash() {
        let place = Place::new();
        let folder = place.folder();
        let mut writer = BlobWriter::begin(&folder, &mut Dice::new(1)).unwrap();
        writer.write(b"a photograph").unwrap();

        let made = writer.finish().unwrap();

        let name = history::to_hex(&made.hash);
        assert_eq!(names_in(&folder.blobs()), [&name[..2]]);
        assert_eq!(names_in(&folder.blobs().join(&name[..2])), [name.as_str()]);
        assert_eq!(
            std::fs::metadata(folder.blob_file(&made.hash))
                .unwrap()
                .len(),
            made.len
        );
    }

    #[test]
    fn the_same_file_twice_is_two_blobs_under_two_keys() {
        let place = Place::new();
        let folder = place.folder();
        let mut dice = Dice::new(1);
        let mut take_in = || {
            let mut writer = BlobWriter::begin(&folder, &mut dice).unwrap();
            writer.write(b"the same").unwrap();
            writer.finish().unwrap()
        };

        let (first, second) = (take_in(), take_in());

        assert_ne!(first.hash, second.hash);
        assert_ne!(*first.key, *second.key);
        assert_eq!(first.plain_sha256, second.plain_sha256);
        assert_eq!(list(&folder).unwrap().len(), 2);
    }

    #[test]
    fn an_empty_file_is_a_file() {
        let place = Place::new();
        let folder = place.folder();

        let made = BlobWriter::begin(&folder, &mut Dice::new(1))
            .unwrap()
            .finish()
            .unwrap();

        let mut copy = Vec::new();
        let reader = BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();
        reader
            .copy_to(&mut copy, &made.plain_sha256, &mut |_| true)
            .unwrap();
        assert_eq!(made.plain_len, 0);
        assert!(copy.is_empty());
    }

    #[test]
    fn neither_key_nor_content_hash_is_written_out_for_a_log() {
        let place = Place::new();
        let made = BlobWriter::begin(&place.folder(), &mut Dice::new(1))
            .unwrap()
            .finish()
            .unwrap();

        let said = format!("{made:?}");

        assert!(!said.contains(&history::to_hex(made.key.as_slice())));
        assert!(!said.contains(&history::to_hex(&made.plain_sha256)));
        assert!(!said.contains(&format!("{:?}", made.key.as_slice())));
    }
}
