//! What the tests of the file side share: a folder of their own and dice that always fall the same way.

use std::path::Path;

use rand_core::{CryptoRng, Error, RngCore};
use sha2::{Digest, Sha256};

use super::VaultFolder;

/// A folder that goes with the test.
pub(crate) struct Place(tempfile::TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// A vault's folder in it, the same one every time.
    pub(crate) fn folder(&self) -> VaultFolder {
        VaultFolder::create(self.path().join("vault")).unwrap()
    }
}

/// The names in a folder, sorted.
pub(crate) fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Randomness that is not: SHA-256 of a seed and a counter.
pub(crate) struct Dice {
    seed: u64,
    rolled: u64,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, rolled: 0 }
    }
}

impl RngCore for Dice {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        for piece in dest.chunks_mut(32) {
            let block = Sha256::new()
                .chain_update(self.seed.to_be_bytes())
                .chain_update(self.rolled.to_be_bytes())
                .finalize();
            self.rolled += 1;
            piece.copy_from_slice(&block[..piece.len()]);
        }
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl CryptoRng for Dice {}
