//! What the shim wrote down.

use std::ops::Range;
use std::path::Path;

/// Everything that happened to a folder's files, in order.
pub struct Record {
    bytes: Vec<u8>,
    /// The events.
    pub events: Vec<Event>,
}

/// One thing that happened. Files go by their inode, folders and names by their path in the folder.
pub enum Event {
    /// A file was opened; new when `made`.
    Open { file: u64, name: String, made: bool },
    /// Bytes were written.
    Write {
        file: u64,
        at: u64,
        bytes: Range<usize>,
    },
    /// A file's length was set.
    Cut { file: u64, len: u64 },
    /// A file's bytes were synced.
    Sync { file: u64 },
    /// A name was changed, over another if that was there.
    Rename { from: String, to: String },
    /// A name was removed.
    Unlink { name: String },
    /// A folder was made.
    MakeFolder { name: String },
    /// A folder's names were synced.
    SyncFolder { name: String },
    /// Something was acknowledged.
    Ack { number: u64 },
}

impl Record {
    /// Reads a record.
    pub fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let mut events = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let word = |from: usize| u32::from_ne_bytes(bytes[from..from + 4].try_into().unwrap());
            let long = |from: usize| u64::from_ne_bytes(bytes[from..from + 8].try_into().unwrap());
            let (kind, len) = (word(at), word(at + 4) as usize);
            let (file, number) = (long(at + 8), long(at + 16));
            let body = at + 24..at + 24 + len;
            events.push(event(kind, file, number, &bytes, body.clone()));
            at = body.end;
        }
        Self { bytes, events }
    }

    /// Bytes that were written.
    pub fn bytes(&self, range: &Range<usize>) -> &[u8] {
        &self.bytes[range.clone()]
    }
}

fn event(kind: u32, file: u64, number: u64, bytes: &[u8], body: Range<usize>) -> Event {
    let text = || String::from_utf8(bytes[body.clone()].to_vec()).unwrap();
    match kind {
        1 => Event::Open {
            file,
            name: text(),
            made: number == 1,
        },
        2 => Event::Write {
            file,
            at: number,
            bytes: body,
        },
        3 => Event::Cut { file, len: number },
        4 => Event::Sync { file },
        5 => {
            let both = text();
            let (from, to) = both.split_once('\0').unwrap();
            Event::Rename {
                from: from.to_owned(),
                to: to.to_owned(),
            }
        }
        6 => Event::Unlink { name: text() },
        7 => Event::MakeFolder { name: text() },
        8 => Event::SyncFolder { name: text() },
        9 => Event::Ack {
            number: u64::from_le_bytes(bytes[body].try_into().unwrap()),
        },
        _ => panic!("the record does not cover everything: {}", text()),
    }
}
