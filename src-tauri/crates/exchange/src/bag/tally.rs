//! Size and hash of bytes as they pass by, however many.

use std::io::{self, Read, Write};

use history::Hash;
use sha2::{Digest, Sha256};

/// What passed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// How many bytes.
    pub bytes: u64,
    /// Their SHA-256.
    pub hash: Hash,
}

/// Reads to the end and keeps nothing. `go_on` hears how many bytes have passed since it was last asked, and says whether to go on.
///
/// # Errors
/// What reading says; `Interrupted` when it does not go on.
pub fn tally(mut from: impl Read, go_on: &mut dyn FnMut(u64) -> bool) -> io::Result<Tally> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 256 * 1024];
    let mut bytes = 0_u64;
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(piece.get(..read).unwrap_or_default());
        bytes = bytes.saturating_add(read as u64);
        if !go_on(read as u64) {
            return Err(io::ErrorKind::Interrupted.into());
        }
    }
    Ok(Tally {
        bytes,
        hash: Hash(hasher.finalize().into()),
    })
}

/// Counts and hashes what is written through it.
pub struct Tallying<W> {
    to: W,
    hasher: Sha256,
    bytes: u64,
}

impl<W> Tallying<W> {
    /// Nothing has passed by yet.
    pub fn of(to: W) -> Self {
        Self {
            to,
            hasher: Sha256::new(),
            bytes: 0,
        }
    }

    /// What passed by.
    pub fn tally(self) -> Tally {
        Tally {
            bytes: self.bytes,
            hash: Hash(self.hasher.finalize().into()),
        }
    }
}

impl<W: Write> Write for Tallying<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
