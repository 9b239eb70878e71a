//! Giving a file back.

use std::fmt;
use std::fs::File;
use std::io::Write;

use sha2::{Digest, Sha256};

use super::BlobError;
use super::MAX_BLOB_BYTES;
use super::seal::{CHUNK, Opener, sealed_len};
use crate::folder::{FolderError, VaultFolder};

/// Opens one attachment and gives its content out, holding at most 64 KiB of it.
pub struct BlobReader {
    pub(super) opener: Opener<File>,
}

impl fmt::Debug for BlobReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlobReader(..)")
    }
}

impl BlobReader {
    /// Opens the attachment of that hash, which must be exactly `len` encrypted bytes long.
    pub fn open(
        folder: &VaultFolder,
        hash: &[u8; 32],
        len: u64,
        key: &[u8; 32],
    ) -> Result<Self, BlobError> {
        if len > sealed_len(MAX_BLOB_BYTES, CHUNK) {
            return Err(BlobError::TooBig);
        }
        let file = File::open(folder.blob_file(hash))?;
        let have = file.metadata()?.len();
        if have != len {
            return Err(BlobError::WrongLength { have, want: len });
        }
        Ok(Self {
            opener: Opener::begin(file, len, key, CHUNK)?,
        })
    }

    /// Copies the content out, and checks that it is the content that was recorded.
    ///
    /// `progress` hears how many bytes are out and stops the copy by answering `false`. Every chunk is checked before
    /// any of it is written, but whether the file is whole is known only at the end: on an error the caller throws the
    /// copy away.
    pub fn copy_to(
        mut self,
        out: &mut impl Write,
        plain_sha256: &[u8; 32],
        progress: &mut dyn FnMut(u64) -> bool,
    ) -> Result<u64, BlobError> {
        let mut hash = Sha256::new();
        let mut copied = 0;
        while let Some(chunk) = self.opener.next()? {
            hash.update(chunk);
            out.write_all(chunk)
                .map_err(|error| BlobError::Output(FolderError::from(error)))?;
            copied += chunk.len() as u64;
            if !progress(copied) {
                return Err(BlobError::Cancelled);
            }
        }
        if hash.finalize().as_slice() != plain_sha256 {
            return Err(BlobError::WrongContent);
        }
        out.flush()
            .map_err(|error| BlobError::Output(FolderError::from(error)))?;
        Ok(copied)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::*;
    use crate::blob::seal::{HEADER, TAG};
    use crate::blob::{BlobMade, BlobWriter, verify};
    use crate::folder::testkit::{Dice, Place};

    #[test]
    fn a_file_cut_at_or_between_its_chunks_is_refused_by_length_and_by_tag() {
        let place = Place::new();
        let folder = place.folder();
        let made = made(&folder, &content(CHUNK * 2 + 10));
        let whole = fs::read(folder.blob_file(&made.hash)).unwrap();
        let step = CHUNK + TAG;
        let ends = [
            0,
            1,
            HEADER,
            HEADER + TAG,
            HEADER + 100,
            HEADER + step,
            HEADER + step + 7,
            HEADER + 2 * step,
        ];

        for end in ends.into_iter().chain([whole.len() - 1]) {
            fs::write(folder.blob_file(&made.hash), &whole[..end]).unwrap();
            let honest = BlobReader::open(&folder, &made.hash, made.len, &made.key).map(drop);
            let believed = BlobReader::open(&folder, &made.hash, end as u64, &made.key)
                .and_then(|reader| copy(reader, &made));

            assert_eq!(
                honest,
                Err(BlobError::WrongLength {
                    have: end as u64,
                    want: made.len
                })
            );
            assert!(
                matches!(
                    believed,
                    Err(BlobError::Damaged { .. } | BlobError::NotABlob)
                ),
                "cut at {end}: {believed:?}"
            );
        }
    }

    #[test]
    fn bytes_added_at_the_end_are_refused() {
        let place = Place::new();
        let folder = place.folder();
        let made = made(&folder, &content(CHUNK));
        let mut grown = fs::read(folder.blob_file(&made.hash)).unwrap();
        grown.push(0);
        fs::write(folder.blob_file(&made.hash), &grown).unwrap();

        let honest = BlobReader::open(&folder, &made.hash, made.len, &made.key).map(drop);
        let believed = BlobReader::open(&folder, &made.hash, made.len + 1, &made.key)
            .and_then(|reader| copy(reader, &made));

        assert!(matches!(honest, Err(BlobError::WrongLength { .. })));
        assert!(matches!(believed, Err(BlobError::Damaged { .. })));
    }

    #[test]
    fn another_content_than_recorded_is_refused_although_it_opens() {
        let place = Place::new();
        let folder = place.folder();
        let mut made = made(&folder, b"one");
        made.plain_sha256 = Sha256::digest(b"two").into();

        let opened = BlobReader::open(&folder, &made.hash, made.len, &made.key)
            .and_then(|reader| copy(reader, &made));

        assert_eq!(opened, Err(BlobError::WrongContent));
    }

    #[test]
    fn a_copy_stops_when_the_person_says_so() {
        let place = Place::new();
        let folder = place.folder();
        let made = made(&folder, &content(CHUNK * 3));
        let reader = BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();
        let mut heard = Vec::new();
        let mut out = Vec::new();

        let stopped = reader.copy_to(&mut out, &made.plain_sha256, &mut |copied| {
            heard.push(copied);
            heard.len() < 2
        });

        assert_eq!(stopped, Err(BlobError::Cancelled));
        assert_eq!(heard, [CHUNK as u64, 2 * CHUNK as u64]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_outside_is_not_taken_for_damage_inside() {
        let place = Place::new();
        let folder = place.folder();
        let made = made(&folder, b"one");
        let reader = BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();
        let mut full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();

        let refused = reader.copy_to(&mut full, &made.plain_sha256, &mut |_| true);

        assert_eq!(refused, Err(BlobError::Output(FolderError::DiskFull)));
    }

    #[test]
    fn an_absent_file_is_missing() {
        let place = Place::new();

        let absent = BlobReader::open(&place.folder(), &[1; 32], 100, &[2; 32]).map(drop);

        assert_eq!(absent, Err(BlobError::Missing));
    }

    /// The one blob of version 1 that must open for ever.
    #[test]
    fn the_frozen_blob_of_version_1_opens_and_is_still_written_the_same() {
        let frozen = include_bytes!("../../fixtures/blob-v1/sealed.blob");
        let facts = include_str!("../../fixtures/blob-v1/facts.txt");
        let fact = |name: &str| {
            let line = facts
                .lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
                .unwrap();
            history::from_hex(line).unwrap().try_into().unwrap()
        };
        let (key, hash, plain_sha256): ([u8; 32], [u8; 32], [u8; 32]) =
            (fact("key"), fact("hash"), fact("plain_sha256"));
        let place = Place::new();
        let folder = place.folder();
        crate::blob::take_sealed(
            &folder,
            &hash,
            frozen.len() as u64,
            &mut frozen.as_slice(),
            &mut |_| true,
        )
        .unwrap();

        let mut copy = Vec::new();
        let reader = BlobReader::open(&folder, &hash, frozen.len() as u64, &key).unwrap();
        reader
            .copy_to(&mut copy, &plain_sha256, &mut |_| true)
            .unwrap();
        let mut writer = BlobWriter::begin(&folder, &mut Dice::new(2026)).unwrap();
        writer.write(&copy).unwrap();
        let again = writer.finish().unwrap();

        assert!(copy == content(CHUNK + 1000));
        assert_eq!(
            (again.hash, *again.key),
            (hash, key),
            "today's writer no longer writes version 1"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn a_file_of_any_size_comes_back(chunks in 0usize..4, near in -2i64..3, piece in 1usize..200_000) {
            let length = (chunks * CHUNK).saturating_add_signed(near as isize);
            let place = Place::new();
            let folder = place.folder();
            let content = content(length);
            let mut writer = BlobWriter::begin(&folder, &mut Dice::new(1)).unwrap();
            for piece in content.chunks(piece) {
                writer.write(piece).unwrap();
            }
            let made = writer.finish().unwrap();

            let mut copy = Vec::new();
            let reader = BlobReader::open(&folder, &made.hash, made.len, &made.key).unwrap();
            let copied = reader.copy_to(&mut copy, &made.plain_sha256, &mut |_| true);

            prop_assert_eq!(copied, Ok(length as u64));
            prop_assert!(copy == content);
            prop_assert_eq!(made.plain_len, length as u64);
            prop_assert_eq!(verify(&folder, &made.hash, &mut |_| true), Ok(made.len));
        }
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at % 251) as u8).collect()
    }

    fn made(folder: &VaultFolder, content: &[u8]) -> BlobMade {
        let mut writer = BlobWriter::begin(folder, &mut Dice::new(2026)).unwrap();
        writer.write(content).unwrap();
        writer.finish().unwrap()
    }

    fn copy(reader: BlobReader, made: &BlobMade) -> Result<u64, BlobError> {
        reader.copy_to(&mut std::io::sink(), &made.plain_sha256, &mut |_| true)
    }
}
