//! Microsoft's compound file ([MS-CFB]), read only: a small file system in which Outlook keeps messages and Excel kept workbooks.
//!
//! Every number in it is taken for a claim: a chain ends after as many steps as the file has sectors, a name is followed once, and what
//! is read of all streams together is bounded.

use std::collections::BTreeSet;

/// No stream lies here.
const NONE: u32 = 0xffff_fffb;
/// Streams shorter than this lie in the small store.
const SMALL: u64 = 4096;
const SMALL_SECTOR: usize = 64;
/// One line of the list of names.
const ENTRY: usize = 128;
/// So many names are read.
const MOST: usize = 100_000;
/// So many names are looked at, over all storages: in a hostile file every storage holds all of them.
const STEPS: usize = 1_000_000;

/// The file is no compound file, or a broken one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

/// What lies under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Storage,
    Stream,
    Nothing,
}

struct Entry {
    name: String,
    kind: Kind,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: u64,
}

/// An opened file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
    /// Bytes that may still be read.
    left: u64,
    /// Names that may still be looked at.
    steps: usize,
}

impl<'a> Compound<'a> {
    /// Opens one. `most` bounds what is read of its streams.
    pub(super) fn open(bytes: &'a [u8], most: u64) -> Result<Self, Broken> {
        if !bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(Broken);
        }
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(Broken),
        };
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
            left: most,
            steps: STEPS,
        };
        file.read_chains()?;
        let names = file.chain(u32_at(bytes, 48).ok_or(Broken)?, usize::MAX);
        file.entries = names
            .chunks_exact(ENTRY)
            .take(MOST)
            .map(|line| entry(line, sector))
            .collect();
        let root = file.entries.first().ok_or(Broken)?;
        let (start, size) = (root.start, usize::try_from(root.size).unwrap_or(usize::MAX));
        file.small = file.chain(start, size);
        let small_next = file.chain(u32_at(bytes, 60).ok_or(Broken)?, usize::MAX);
        file.small_next = numbers(&small_next).collect();
        Ok(file)
    }

    /// The place of the outermost storage.
    pub(super) const ROOT: usize = 0;

    /// Whether more lies in it than was looked at.
    pub(super) fn tired(&self) -> bool {
        self.steps == 0
    }

    /// What lies in a storage: names and places, storages told from streams.
    pub(super) fn inside(&mut self, storage: usize) -> Vec<(&str, usize, bool)> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![
            self.entries
                .get(storage)
                .map_or(u32::MAX, |entry| entry.child),
        ];
        let mut found = Vec::new();
        while let Some(at) = waiting.pop() {
            let Ok(at) = usize::try_from(at) else {
                continue;
            };
            let Some(entry) = self.entries.get(at) else {
                continue;
            };
            if at == Self::ROOT || self.steps == 0 || !seen.insert(at) {
                continue;
            }
            self.steps -= 1;
            waiting.extend([entry.left, entry.right]);
            match entry.kind {
                Kind::Storage => found.push((entry.name.as_str(), at, true)),
                Kind::Stream => found.push((entry.name.as_str(), at, false)),
                Kind::Nothing => {}
            }
        }
        found.sort_by(|one, other| one.0.cmp(other.0));
        found
    }

    /// How many bytes a stream is said to have.
    pub(super) fn size(&self, stream: usize) -> u64 {
        self.entries.get(stream).map_or(0, |entry| entry.size)
    }

    /// The bytes of a stream; nothing where fewer are there than it says, or more than may be read.
    pub(super) fn stream(&mut self, stream: usize) -> Option<Vec<u8>> {
        let entry = self.entries.get(stream)?;
        let (start, size) = (entry.start, entry.size);
        self.left = self.left.checked_sub(size)?;
        let length = usize::try_from(size).ok()?;
        let read = if size < SMALL {
            self.small_chain(start, length)
        } else {
            self.chain(start, length)
        };
        (read.len() == length).then_some(read)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let from = usize::try_from(number)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let rest = self.bytes.get(from..)?;
        // The last one may be cut short.
        Some(rest.get(..self.sector).unwrap_or(rest)).filter(|sector| !sector.is_empty())
    }

    /// Which sector follows which.
    fn read_chains(&mut self) -> Result<(), Broken> {
        let most = self.sectors() + 1;
        let mut tables: Vec<u32> = numbers(self.bytes.get(76..512).ok_or(Broken)?).collect();
        let mut more = u32_at(self.bytes, 68).ok_or(Broken)?;
        for _ in 0..most {
            let Some(list) = (more < NONE).then(|| self.sector_at(more)).flatten() else {
                break;
            };
            let mut all: Vec<u32> = numbers(list).collect();
            more = all.pop().unwrap_or(u32::MAX);
            tables.extend(all);
            if tables.len() > most {
                break;
            }
        }
        for table in tables {
            if self.next.len() > most {
                break;
            }
            if let Some(table) = (table < NONE).then(|| self.sector_at(table)).flatten() {
                self.next.extend(numbers(table));
            }
        }
        Ok(())
    }

    fn chain(&self, start: u32, most: usize) -> Vec<u8> {
        let mut read = Vec::new();
        let mut at = start;
        for _ in 0..=self.sectors() {
            if read.len() >= most || at >= NONE {
                break;
            }
            let Some(sector) = self.sector_at(at) else {
                break;
            };
            read.extend_from_slice(sector);
            at = follow(&self.next, at);
        }
        read.truncate(most);
        read
    }

    fn small_chain(&self, start: u32, most: usize) -> Vec<u8> {
        let mut read = Vec::new();
        let mut at = start;
        for _ in 0..=most / SMALL_SECTOR {
            let from = usize::try_from(at)
                .ok()
                .and_then(|at| at.checked_mul(SMALL_SECTOR));
            let Some(rest) = from.and_then(|from| self.small.get(from..)) else {
                break;
            };
            if read.len() >= most || at >= NONE {
                break;
            }
            read.extend_from_slice(rest.get(..SMALL_SECTOR).unwrap_or(rest));
            at = follow(&self.small_next, at);
        }
        read.truncate(most);
        read
    }
}

fn follow(next: &[u32], at: u32) -> u32 {
    usize::try_from(at)
        .ok()
        .and_then(|at| next.get(at))
        .copied()
        .unwrap_or(u32::MAX)
}

fn entry(line: &[u8], sector: usize) -> Entry {
    let length = u16_at(line, 64).map_or(0, |length| usize::from(length).saturating_sub(2).min(62));
    let units = line.get(..length).unwrap_or_default().chunks_exact(2);
    let name = char::decode_utf16(units.map(|unit| u16_at(unit, 0).unwrap_or(0)))
        .map(|letter| letter.unwrap_or('\u{fffd}'))
        .collect();
    let link = |at| u32_at(line, at).unwrap_or(u32::MAX);
    let high = if sector == 512 {
        0
    } else {
        u64::from(u32_at(line, 124).unwrap_or(0))
    };
    Entry {
        name,
        kind: match line.get(66) {
            Some(1) => Kind::Storage,
            Some(2) => Kind::Stream,
            _ => Kind::Nothing,
        },
        left: link(68),
        right: link(72),
        child: link(76),
        start: link(116),
        size: (high << 32) | u64::from(u32_at(line, 120).unwrap_or(0)),
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(4)
        .filter_map(|four| four.first_chunk::<4>().copied().map(u32::from_le_bytes))
}

/// Two bytes at a place, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes
        .get(at..)?
        .first_chunk::<2>()
        .copied()
        .map(u16::from_le_bytes)
}

/// Four bytes at a place.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..)?
        .first_chunk::<4>()
        .copied()
        .map(u32::from_le_bytes)
}

/// Eight bytes at a place.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes
        .get(at..)?
        .first_chunk::<8>()
        .copied()
        .map(u64::from_le_bytes)
}
