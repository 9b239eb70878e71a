//! The SHA-256 of what lies in a file.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Of bytes at hand.
pub(super) fn of(bytes: &[u8]) -> String {
    history::to_hex(&Sha256::digest(bytes))
}

/// Of what is read, up to `most` bytes, and how many there were; nothing in place of the hash where there were more.
pub(super) fn of_read(mut from: impl Read, most: u64) -> io::Result<(Option<String>, u64)> {
    let mut hasher = Sha256::new();
    let mut count = 0_u64;
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((Some(history::to_hex(&hasher.finalize())), count));
        }
        count = count.saturating_add(read as u64);
        if count > most {
            return Ok((None, count));
        }
        hasher.update(piece.get(..read).unwrap_or_default());
    }
}
