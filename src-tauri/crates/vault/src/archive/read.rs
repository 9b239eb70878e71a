//! Reading an archive, trusting nothing it says before it is checked.

use std::io::{self, ErrorKind, Read, Write};

use sha2::{Digest, Sha256};

use super::name::Names;
use super::{ArchiveError, ENTRY, EntryName, MAGIC, STEP, Seen, TRAILER, VERSION};

/// How much an archive may hold before it is refused, whatever it claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// The most entries.
    pub entries: u64,
    /// The most content bytes of all entries together; the space that is free is a good measure.
    pub bytes: u64,
}

impl Default for ArchiveLimits {
    /// A million entries, one tebibyte.
    fn default() -> Self {
        Self {
            entries: 1_000_000,
            bytes: 1 << 40,
        }
    }
}

/// Reads an archive entry by entry, in bounded memory.
///
/// Only [`ArchiveReader::next_entry`] answering `None` proves that everything was there and nothing else.
pub struct ArchiveReader<R> {
    input: R,
    limits: ArchiveLimits,
    seen: Seen,
    names: Names,
    bytes: u64,
    stands: Stands,
}

/// Where in the stream the reader is.
enum Stands {
    Between,
    Inside {
        name: EntryName,
        len: u64,
        left: u64,
        hash: Sha256,
    },
    Ended,
    Broken,
}

impl<R> std::fmt::Debug for ArchiveReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ArchiveReader({} entries read)", self.seen.count)
    }
}

/// One entry, before its content is read. Dropped unread, its content is checked and passed over.
#[derive(Debug)]
pub struct ArchiveEntry<'a, R> {
    reader: &'a mut ArchiveReader<R>,
    name: EntryName,
    len: u64,
}

impl<R: Read> ArchiveReader<R> {
    /// Begins to read.
    pub fn open(mut input: R, limits: ArchiveLimits) -> Result<Self, ArchiveError> {
        let not_one = |error: io::Error| {
            let cut = error.kind() == ErrorKind::UnexpectedEof;
            if cut {
                ArchiveError::NotAnArchive
            } else {
                ArchiveError::input(&error)
            }
        };
        let (mut magic, mut version) = ([0; MAGIC.len()], [0; 4]);
        input.read_exact(&mut magic).map_err(not_one)?;
        input.read_exact(&mut version).map_err(not_one)?;
        match u32::from_be_bytes(version) {
            _ if magic != *MAGIC => return Err(ArchiveError::NotAnArchive),
            0 => return Err(ArchiveError::NotAnArchive),
            VERSION => {}
            version => return Err(ArchiveError::Newer { version }),
        }
        Ok(Self {
            input,
            limits,
            seen: Seen::nothing(),
            names: Names::default(),
            bytes: 0,
            stands: Stands::Between,
        })
    }

    /// The next entry; `None` once the trailer has been read and everything before it proved.
    pub fn next_entry(&mut self) -> Result<Option<ArchiveEntry<'_, R>>, ArchiveError> {
        if matches!(self.stands, Stands::Inside { .. }) {
            self.pour(&mut io::sink())?;
        }
        match std::mem::replace(&mut self.stands, Stands::Broken) {
            Stands::Between => {}
            Stands::Ended => {
                self.stands = Stands::Ended;
                return Ok(None);
            }
            Stands::Inside { .. } | Stands::Broken => return Err(ArchiveError::GivenUp),
        }

        match self.array::<1>()? {
            [ENTRY] => {}
            [TRAILER] => return self.end().map(|()| None),
            _ => return Err(ArchiveError::Incomplete),
        }
        let (name, len) = self.head()?;
        self.stands = Stands::Inside {
            name: name.clone(),
            len,
            left: len,
            hash: Sha256::new(),
        };
        Ok(Some(ArchiveEntry {
            reader: self,
            name,
            len,
        }))
    }

    /// Reads on to the end, keeping nothing; gives back how many entries there are in all.
    pub fn check(mut self) -> Result<u64, ArchiveError> {
        while self.next_entry()?.is_some() {}
        Ok(self.seen.count)
    }

    fn head(&mut self) -> Result<(EntryName, u64), ArchiveError> {
        let [length] = self.array()?;
        let mut name = vec![0; usize::from(length)];
        self.exactly(&mut name)?;
        let name = String::from_utf8(name).map_err(|_| ArchiveError::BadName)?;
        let name = EntryName::new(&name)?;
        let len = u64::from_be_bytes(self.array()?);

        self.bytes = self.bytes.saturating_add(len);
        if self.bytes > self.limits.bytes || self.seen.count >= self.limits.entries {
            return Err(ArchiveError::TooBig);
        }
        self.names.take(&name)?;
        Ok((name, len))
    }

    fn end(&mut self) -> Result<(), ArchiveError> {
        let (count, hash) = std::mem::replace(&mut self.seen, Seen::nothing()).trailer();
        if self.array()? != count || self.array()? != hash {
            return Err(ArchiveError::Incomplete);
        }
        self.seen.count = u64::from_be_bytes(count);
        match self.exactly(&mut [0]) {
            Err(ArchiveError::Cut) => {}
            Ok(()) => return Err(ArchiveError::Appended),
            Err(error) => return Err(error),
        }
        self.stands = Stands::Ended;
        Ok(())
    }

    /// Moves the entry the reader stands in to `out` and checks its hash.
    fn pour(&mut self, out: &mut dyn Write) -> Result<(), ArchiveError> {
        let Stands::Inside {
            name,
            len,
            mut left,
            mut hash,
        } = std::mem::replace(&mut self.stands, Stands::Broken)
        else {
            return Err(ArchiveError::GivenUp);
        };
        let mut space = vec![0; STEP];
        while left > 0 {
            let step = usize::try_from(left).unwrap_or(STEP).min(STEP);
            let count = match self.input.read(space.get_mut(..step).unwrap_or_default()) {
                Ok(0) => return Err(ArchiveError::Cut),
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(ArchiveError::input(&error)),
            };
            let bytes = space.get(..count).unwrap_or_default();
            hash.update(bytes);
            out.write_all(bytes).map_err(ArchiveError::output)?;
            left -= count as u64;
        }

        let hash: [u8; 32] = hash.finalize().into();
        if self.array()? != hash {
            return Err(ArchiveError::Damaged {
                entry: self.seen.count,
            });
        }
        self.seen.entry(&name, len, &hash);
        self.stands = Stands::Between;
        Ok(())
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ArchiveError> {
        let mut array = [0; N];
        self.exactly(&mut array)?;
        Ok(array)
    }

    fn exactly(&mut self, space: &mut [u8]) -> Result<(), ArchiveError> {
        self.input
            .read_exact(space)
            .map_err(|error| ArchiveError::input(&error))
    }
}

impl<R: Read> ArchiveEntry<'_, R> {
    /// What it is called.
    pub fn name(&self) -> &EntryName {
        &self.name
    }

    /// How many bytes it claims to have.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether it claims to have none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Copies its content out; on an error the caller throws the copy away.
    pub fn copy_to(self, out: &mut dyn Write) -> Result<(), ArchiveError> {
        self.reader.pour(out)
    }

    /// Reads its content into memory, refusing more than `limit` bytes before any is taken.
    pub fn read(self, limit: u64) -> Result<Vec<u8>, ArchiveError> {
        if self.len > limit {
            return Err(ArchiveError::TooBig);
        }
        // Grows with what really comes, not with what is claimed.
        let mut content = Vec::new();
        self.reader.pour(&mut content)?;
        Ok(content)
    }
}
