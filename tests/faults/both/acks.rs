//! What was acknowledged: numbers in a file, each eight bytes.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Where a worker says what it has done.
pub struct Acks(File);

impl Acks {
    /// Goes on in a file.
    pub fn to(path: &Path) -> Self {
        Self(
            OpenOptions::new()
                .create(true)
                .append(true)
                .open(path)
                .unwrap(),
        )
    }

    /// Says a number. It is with the operating system when this returns, so that a kill does not take it back.
    pub fn say(&mut self, number: u64) {
        self.0.write_all(&number.to_le_bytes()).unwrap();
    }

    /// How many numbers a file holds.
    pub fn count(path: &Path) -> u64 {
        std::fs::metadata(path).map_or(0, |file| file.len() / 8)
    }

    /// The last number said; a number half said does not count.
    pub fn last(bytes: &[u8]) -> Option<u64> {
        bytes
            .chunks_exact(8)
            .next_back()
            .map(|number| u64::from_le_bytes(number.try_into().unwrap()))
    }
}
