//! The shelf of broken archives: each is wrong in one way, and says which.

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;

/// What the reader makes of some bytes: names and contents, or why not.
type Contents = Vec<(String, Vec<u8>)>;

#[test]
fn each_broken_archive_is_refused_for_its_own_reason() {
    let good = archive(&[("people.slots.a", b"slots"), ("room-01.db", b"room")]);
    let shelf: Vec<(&str, Vec<u8>, ArchiveError)> = vec![
        ("nothing at all", vec![], ArchiveError::NotAnArchive),
        (
            "another sort of file",
            b"SQLite format 3\0".to_vec(),
            ArchiveError::NotAnArchive,
        ),
        (
            "no version",
            good[..10].to_vec(),
            ArchiveError::NotAnArchive,
        ),
        (
            "version 0",
            Raw::version(0).bytes,
            ArchiveError::NotAnArchive,
        ),
        (
            "version 2",
            Raw::version(2).bytes,
            ArchiveError::Newer { version: 2 },
        ),
        (
            "no trailer",
            good[..good.len() - 41].to_vec(),
            ArchiveError::Cut,
        ),
        (
            "half a trailer",
            good[..good.len() - 1].to_vec(),
            ArchiveError::Cut,
        ),
        (
            "one byte more",
            [good.clone(), vec![0]].concat(),
            ArchiveError::Appended,
        ),
        (
            "itself twice",
            [good.clone(), good.clone()].concat(),
            ArchiveError::Appended,
        ),
        (
            "climbs out",
            Raw::new().entry("../people.slots.a", b"x").end(),
            ArchiveError::BadName,
        ),
        (
            "absolute",
            Raw::new().entry("/people.slots.a", b"x").end(),
            ArchiveError::BadName,
        ),
        (
            "too deep",
            Raw::new().entry("a/b/c/d", b"x").end(),
            ArchiveError::BadName,
        ),
        (
            "no name",
            Raw::new().entry("", b"x").end(),
            ArchiveError::BadName,
        ),
        (
            "not text",
            Raw::new().entry_of(b"a\xFF", 1, b"x", None).end(),
            ArchiveError::BadName,
        ),
        (
            "twice",
            Raw::new().entry("a", b"x").entry("a", b"y").end(),
            ArchiveError::Twice,
        ),
        (
            "file and folder",
            Raw::new().entry("a", b"x").entry("a/b", b"y").end(),
            ArchiveError::Twice,
        ),
        (
            "wrong hash",
            Raw::new().entry_of(b"a", 1, b"x", Some([0; 32])).end(),
            ArchiveError::Damaged { entry: 0 },
        ),
        (
            "second damaged",
            Raw::new()
                .entry("a", b"x")
                .entry_of(b"b", 1, b"x", Some([0; 32]))
                .end(),
            ArchiveError::Damaged { entry: 1 },
        ),
        (
            "claims all there is",
            Raw::new().entry_of(b"a", u64::MAX, b"x", None).end(),
            ArchiveError::TooBig,
        ),
        (
            "claims too much together",
            Raw::new()
                .entry("a", b"x")
                .entry_of(b"b", u64::MAX, b"x", None)
                .end(),
            ArchiveError::TooBig,
        ),
        (
            "claims a little too much",
            Raw::new().entry_of(b"a", 1000, b"x", None).end(),
            ArchiveError::Cut,
        ),
        (
            "a strange mark",
            [good[..12].to_vec(), vec![2]].concat(),
            ArchiveError::Incomplete,
        ),
        (
            "one left out",
            Raw::new().entry("a", b"x").count(2).end(),
            ArchiveError::Incomplete,
        ),
        (
            "one put in",
            Raw::new().entry("a", b"x").count(0).end(),
            ArchiveError::Incomplete,
        ),
        (
            "hash of hashes",
            [
                good[..good.len() - 1].to_vec(),
                vec![good[good.len() - 1] ^ 1],
            ]
            .concat(),
            ArchiveError::Incomplete,
        ),
    ];

    for (what, bytes, why) in shelf {
        assert_eq!(read(&bytes), Err(why), "{what}");
    }
}

#[test]
fn entries_renamed_or_moved_are_refused_although_each_hash_fits() {
    let honest = Raw::new().entry("a", b"one").entry("b", b"two");
    let honest_end = honest.end();
    let trailer = &honest_end[honest_end.len() - 41..];
    let with_that_trailer = |raw: Raw| [raw.bytes, trailer.to_vec()].concat();

    let renamed = with_that_trailer(Raw::new().entry("a", b"one").entry("c", b"two"));
    let moved = with_that_trailer(Raw::new().entry("b", b"two").entry("a", b"one"));

    assert!(read(&honest_end).is_ok());
    assert_eq!(read(&renamed), Err(ArchiveError::Incomplete));
    assert_eq!(read(&moved), Err(ArchiveError::Incomplete));
}

#[test]
fn every_changed_byte_and_every_cut_is_refused() {
    let good = archive(&[
        ("people.slots.a", b"slots"),
        ("letterbox/0f.post", b""),
        ("blobs/ab/abcd", &[7; 90]),
    ]);

    for at in 0..good.len() {
        for mask in [0x01, 0x80, 0xFF] {
            let mut changed = good.clone();
            changed[at] ^= mask;
            assert!(
                read(&changed).is_err(),
                "byte {at} changed by {mask:#x} was accepted"
            );
        }
        assert!(read(&good[..at]).is_err(), "cut at {at} was accepted");
    }
}

#[test]
fn entries_passed_over_are_checked_all_the_same() {
    let good = archive(&[("a", &[1; 200_000]), ("b", b"two")]);
    let mut damaged = good.clone();
    damaged[100_000] ^= 1;

    assert_eq!(
        ArchiveReader::open(good.as_slice(), ArchiveLimits::default())
            .unwrap()
            .check(),
        Ok(2)
    );
    let refused = ArchiveReader::open(damaged.as_slice(), ArchiveLimits::default())
        .unwrap()
        .check();
    assert_eq!(refused, Err(ArchiveError::Damaged { entry: 0 }));
}

#[test]
fn a_reader_that_failed_never_says_that_it_came_to_the_end() {
    let bytes = Raw::new().entry_of(b"a", 1, b"x", Some([0; 32])).end();
    let mut reader = ArchiveReader::open(bytes.as_slice(), ArchiveLimits::default()).unwrap();
    let _ = reader.next_entry().unwrap().unwrap().read(10);

    for _ in 0..3 {
        assert_eq!(reader.next_entry().map(drop), Err(ArchiveError::GivenUp));
    }
}

#[test]
fn limits_hold_before_anything_is_read() {
    let good = archive(&[("a", b"12345"), ("b", b"678")]);
    let within = |entries, bytes| {
        ArchiveReader::open(good.as_slice(), ArchiveLimits { entries, bytes })
            .unwrap()
            .check()
    };

    assert_eq!(within(2, 8), Ok(2));
    assert_eq!(within(1, 8), Err(ArchiveError::TooBig));
    assert_eq!(within(2, 7), Err(ArchiveError::TooBig));
    let mut reader = ArchiveReader::open(good.as_slice(), ArchiveLimits::default()).unwrap();
    assert_eq!(
        reader.next_entry().unwrap().unwrap().read(4),
        Err(ArchiveError::TooBig)
    );
    assert!(
        reader.next_entry().unwrap().is_some(),
        "an entry too large for memory can still be passed over"
    );
}

#[test]
fn the_frozen_archive_of_version_1_is_read_and_still_written_the_same() {
    let frozen = include_bytes!("../../fixtures/archive-v1/backup.archive");
    let contents: [(&str, &[u8]); 3] = [
        ("people.slots.a", b"slots"),
        ("letterbox/0f.post", b""),
        ("blobs/ab/abcd", b"An archive that opens for ever."),
    ];

    let read = read(frozen).unwrap();

    assert_eq!(read.len(), 3);
    for ((name, content), (wanted_name, wanted)) in read.iter().zip(contents) {
        assert_eq!((name.as_str(), content.as_slice()), (wanted_name, wanted));
    }
    assert!(
        archive(&contents) == frozen,
        "today's writer no longer writes version 1"
    );
}

proptest! {
    #[test]
    fn anything_comes_back_in_order(
        contents in proptest::collection::btree_map(
            "[a-z0-9]{1,8}(/[a-z0-9]{1,8}-[a-z]{2,3}){1,2}",
            proptest::collection::vec(any::<u8>(), 0..3000),
            0..12,
        ),
        pieces in 1usize..500,
    ) {
        let contents: Contents =
            contents.into_iter().filter(|(name, _)| EntryName::new(name).is_ok()).collect();
        let mut writer = ArchiveWriter::begin(Vec::new()).unwrap();
        let mut taken = Contents::new();
        for (name, content) in contents {
            // A name that is also another's folder is rightly refused.
            if writer.add(&name, content.len() as u64, &mut InPieces(&content, pieces)).is_ok() {
                taken.push((name, content));
            }
        }
        let bytes = writer.finish().unwrap();

        prop_assert_eq!(read(&bytes), Ok(taken.clone()));
        let mut reader = ArchiveReader::open(InPieces(&bytes, pieces), ArchiveLimits::default()).unwrap();
        let mut count = 0;
        while let Some(entry) = reader.next_entry().unwrap() {
            prop_assert_eq!(entry.len(), taken[count].1.len() as u64);
            count += 1;
        }
        prop_assert_eq!(count, taken.len());
    }

    #[test]
    fn noise_is_refused_and_never_panics(noise in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(read(&noise).is_err());
        let after_header = [Raw::new().bytes, noise].concat();
        prop_assert!(read(&after_header).is_err());
    }
}

fn archive(contents: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ArchiveWriter::begin(Vec::new()).unwrap();
    for (name, content) in contents {
        writer.add_bytes(name, content).unwrap();
    }
    writer.finish().unwrap()
}

fn read(bytes: &[u8]) -> Result<Contents, ArchiveError> {
    let mut reader = ArchiveReader::open(bytes, ArchiveLimits::default())?;
    let mut contents = Contents::new();
    while let Some(entry) = reader.next_entry()? {
        contents.push((entry.name().as_str().to_owned(), entry.read(1 << 40)?));
    }
    Ok(contents)
}

/// Gives its bytes a few at a time, as a pipe does.
struct InPieces<'a>(&'a [u8], usize);

impl io::Read for InPieces<'_> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        let length = space.len().min(self.1);
        self.0.read(&mut space[..length])
    }
}

/// Writes archives by the description in the module's head, right or wrong, without the writer.
struct Raw {
    bytes: Vec<u8>,
    hashes: Sha256,
    count: u64,
}

impl Raw {
    fn new() -> Self {
        Self::version(1)
    }

    fn version(version: u32) -> Self {
        let bytes = [b"SR-ARCH\n".as_slice(), &version.to_be_bytes()].concat();
        Self {
            bytes,
            hashes: Sha256::new_with_prefix("strongroom-archive/v1\n"),
            count: 0,
        }
    }

    fn entry(self, name: &str, content: &[u8]) -> Self {
        self.entry_of(name.as_bytes(), content.len() as u64, content, None)
    }

    fn entry_of(mut self, name: &[u8], len: u64, content: &[u8], hash: Option<[u8; 32]>) -> Self {
        let hash = hash.unwrap_or_else(|| Sha256::digest(content).into());
        let head = [&[name.len() as u8], name, &len.to_be_bytes()].concat();
        self.hashes.update(&head);
        self.hashes.update(hash);
        self.bytes.push(1);
        self.bytes
            .extend([head.as_slice(), content, &hash].concat());
        self.count += 1;
        self
    }

    fn count(mut self, count: u64) -> Self {
        self.count = count;
        self
    }

    fn end(&self) -> Vec<u8> {
        let hash: [u8; 32] = self.hashes.clone().finalize().into();
        [
            self.bytes.as_slice(),
            &[0],
            &self.count.to_be_bytes(),
            &hash,
        ]
        .concat()
    }
}
