//! Chance that can be had again.

use rand_chacha::ChaCha20Rng;
use rand_core::{OsRng, RngCore, SeedableRng};

/// The seed of this run: from `STRONGROOM_SEED`, or drawn. It is printed, so that a failure can be repeated.
pub fn seed(what: &str) -> u64 {
    let seed = std::env::var("STRONGROOM_SEED")
        .ok()
        .map_or_else(|| OsRng.next_u64(), |seed| seed.parse().unwrap());
    println!("{what}: STRONGROOM_SEED={seed}");
    seed
}

/// Dice that fall the same for the same seed.
pub fn dice(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// A number from 0 up to, not including, `end`.
pub fn below(dice: &mut ChaCha20Rng, end: u64) -> u64 {
    dice.next_u64() % end.max(1)
}

/// True so often, of 1.
pub fn chance(dice: &mut ChaCha20Rng, of_one: f64) -> bool {
    fraction(dice) < of_one
}

/// A fraction of 1.
pub fn fraction(dice: &mut ChaCha20Rng) -> f64 {
    f64::from(dice.next_u32()) / (f64::from(u32::MAX) + 1.0)
}
