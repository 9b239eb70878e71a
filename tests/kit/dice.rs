//! Randomness that falls the same way in every run, and fast enough for a test's vaults. For nothing else.

use rand_core::{CryptoRng, Error, RngCore};

/// SplitMix64 (Steele, Lea and Flood 2014).
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    /// The same seed, the same throws.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl RngCore for Dice {
    fn next_u32(&mut self) -> u32 {
        (self.next_u64() >> 32) as u32
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let one = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let two = (one ^ (one >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        two ^ (two >> 31)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for eight in bytes.chunks_mut(8) {
            let drawn = self.next_u64().to_le_bytes();
            eight.copy_from_slice(&drawn[..eight.len()]);
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Dice {}
