//! Writing an archive.

use std::io::{ErrorKind, Read, Write};

use sha2::{Digest, Sha256};

use super::name::Names;
use super::{ArchiveError, ENTRY, EntryName, MAGIC, STEP, Seen, TRAILER, VERSION};

/// Writes an archive to anything that takes bytes, in bounded memory.
///
/// Without [`ArchiveWriter::finish`] there is no trailer, and a reader refuses what there is as cut short.
pub struct ArchiveWriter<W> {
    out: W,
    seen: Seen,
    names: Names,
    broken: bool,
}

impl<W> std::fmt::Debug for ArchiveWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ArchiveWriter({} entries)", self.seen.count)
    }
}

impl<W: Write> ArchiveWriter<W> {
    /// Begins an archive.
    pub fn begin(mut out: W) -> Result<Self, ArchiveError> {
        out.write_all(MAGIC).map_err(ArchiveError::output)?;
        out.write_all(&VERSION.to_be_bytes())
            .map_err(ArchiveError::output)?;
        Ok(Self {
            out,
            seen: Seen::nothing(),
            names: Names::default(),
            broken: false,
        })
    }

    /// Adds one entry of exactly `len` bytes, read as they are written.
    ///
    /// A source that gives fewer or more changed meanwhile; then the whole archive is given up, because it would be a
    /// copy of no moment. A refused name changes nothing.
    pub fn add(
        &mut self,
        name: &str,
        len: u64,
        content: &mut dyn Read,
    ) -> Result<(), ArchiveError> {
        if self.broken {
            return Err(ArchiveError::GivenUp);
        }
        let name = EntryName::new(name)?;
        self.names.take(&name)?;

        self.broken = true;
        let hash = self.copy(&name, len, content)?;
        self.seen.entry(&name, len, &hash);
        self.broken = false;
        Ok(())
    }

    /// Adds one entry that is already in memory.
    pub fn add_bytes(&mut self, name: &str, mut content: &[u8]) -> Result<(), ArchiveError> {
        self.add(name, content.len() as u64, &mut content)
    }

    /// Writes the trailer and gives back what was written to, flushed but not synced.
    pub fn finish(mut self) -> Result<W, ArchiveError> {
        if self.broken {
            return Err(ArchiveError::GivenUp);
        }
        let (count, hash) = self.seen.trailer();
        for piece in [[TRAILER].as_slice(), &count, &hash] {
            self.out.write_all(piece).map_err(ArchiveError::output)?;
        }
        self.out.flush().map_err(ArchiveError::output)?;
        Ok(self.out)
    }

    fn copy(
        &mut self,
        name: &EntryName,
        len: u64,
        content: &mut dyn Read,
    ) -> Result<[u8; 32], ArchiveError> {
        let head = [
            [ENTRY, name.len_byte()].as_slice(),
            name.as_str().as_bytes(),
            &len.to_be_bytes(),
        ]
        .concat();
        self.out.write_all(&head).map_err(ArchiveError::output)?;

        let mut hash = Sha256::new();
        let mut left = len;
        let mut space = vec![0; STEP];
        loop {
            let count = match content.read(&mut space) {
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(ArchiveError::Input(error.kind())),
            };
            let bytes = space.get(..count).unwrap_or_default();
            if count == 0 && left == 0 {
                break;
            }
            left = left
                .checked_sub(count as u64)
                .filter(|_| count > 0)
                .ok_or(ArchiveError::SourceChanged)?;
            hash.update(bytes);
            self.out.write_all(bytes).map_err(ArchiveError::output)?;
        }

        let hash: [u8; 32] = hash.finalize().into();
        self.out.write_all(&hash).map_err(ArchiveError::output)?;
        Ok(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::FolderError;

    #[test]
    fn a_source_that_changed_meanwhile_gives_the_archive_up() {
        for said in [4, 6] {
            let mut archive = ArchiveWriter::begin(Vec::new()).unwrap();

            assert_eq!(
                archive.add("a", said, &mut b"bytes".as_slice()),
                Err(ArchiveError::SourceChanged)
            );

            assert_eq!(archive.add_bytes("b", b""), Err(ArchiveError::GivenUp));
            assert_eq!(archive.finish(), Err(ArchiveError::GivenUp));
        }
    }

    #[test]
    fn a_refused_name_leaves_the_archive_as_it_was() {
        let mut archive = ArchiveWriter::begin(Vec::new()).unwrap();
        archive.add_bytes("a", b"one").unwrap();

        assert_eq!(
            archive.add_bytes("../a", b"two"),
            Err(ArchiveError::BadName)
        );
        assert_eq!(archive.add_bytes("a", b"two"), Err(ArchiveError::Twice));

        archive.add_bytes("b", b"two").unwrap();
        assert!(archive.finish().is_ok());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_such() {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();

        let refused = ArchiveWriter::begin(full).map(drop);

        assert_eq!(refused, Err(ArchiveError::Output(FolderError::DiskFull)));
    }
}
