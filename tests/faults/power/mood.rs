//! How a disk behaves in one power cut: careful, forgetful, or out of order.

use rand_chacha::ChaCha20Rng;
use rand_core::RngCore;

use crate::luck::{below, chance, fraction};

/// One way of losing what was not synced.
pub struct Mood {
    kept: f64,
    torn: f64,
    reorders: bool,
    /// Changes of names come one after the other, as journals keep them; else each by itself.
    names_in_order: bool,
}

/// What becomes of one write.
pub enum Fate {
    Kept,
    Lost,
    Torn,
}

impl Mood {
    /// Everything is there, synced or not: the moment itself.
    pub fn perfect() -> Self {
        Self {
            kept: 1.0,
            torn: 0.0,
            reorders: false,
            names_in_order: false,
        }
    }

    /// A mood of chance; now and then nothing that was not synced is left.
    pub fn drawn(dice: &mut ChaCha20Rng) -> Self {
        let kept = match below(dice, 8) {
            0 => 0.0,
            1 => 0.95,
            _ => fraction(dice),
        };
        Self {
            kept,
            torn: (1.0 - kept) * fraction(dice),
            reorders: chance(dice, 0.4),
            names_in_order: chance(dice, 0.5),
        }
    }

    /// What becomes of the next write.
    pub fn fate(&self, dice: &mut ChaCha20Rng) -> Fate {
        match fraction(dice) {
            at if at < self.kept => Fate::Kept,
            at if at < self.kept + self.torn => Fate::Torn,
            _ => Fate::Lost,
        }
    }

    /// How many changes of names came through, where they come in order.
    pub fn last_name(&self, many: usize, dice: &mut ChaCha20Rng) -> usize {
        below(dice, many as u64 + 1) as usize
    }

    /// Whether a change of names came through.
    pub fn keeps_name(&self, place: usize, last: usize, dice: &mut ChaCha20Rng) -> bool {
        if self.kept >= 1.0 {
            true
        } else if self.names_in_order {
            place < last
        } else {
            chance(dice, self.kept)
        }
    }

    /// Changes the order in which writes reach the disk.
    pub fn reorder<T>(&self, writes: &mut [T], dice: &mut ChaCha20Rng) {
        if self.reorders {
            for at in (1..writes.len()).rev() {
                writes.swap(at, dice.next_u64() as usize % (at + 1));
            }
        }
    }
}
