//! What somebody does at a desk, deed by deed: the same for the same seed.

use std::collections::BTreeMap;

use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};

/// One thing done.
#[derive(Clone)]
pub enum Deed {
    /// A concern is recorded, perhaps with a file.
    Record {
        words: String,
        file: Option<Vec<u8>>,
    },
    /// A draft is kept under way.
    Draft { words: String },
    /// The last concern is corrected.
    Correct { words: String },
    /// The password is changed.
    Password,
    /// The vault is locked and opened again.
    Lock,
}

/// All deeds of a seed.
pub struct Deeds(u64);

/// What there must be after some deeds.
#[derive(Default)]
pub struct State {
    /// Accounts, each with the number of its file's bytes and their first few, where it has one.
    pub said: BTreeMap<String, Option<Vec<u8>>>,
    /// Drafts.
    pub drafts: Vec<String>,
    /// How often the password was changed.
    pub passwords: u64,
}

impl Deeds {
    /// Those of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// What is done as number `n`.
    pub fn deed(&self, n: u64) -> Deed {
        let mut dice = ChaCha20Rng::seed_from_u64(self.0);
        dice.set_stream(n);
        let words = format!("In entry {n} he said {:016x}.", dice.next_u64());
        match dice.next_u32() % 20 {
            0..=6 => Deed::Record { words, file: None },
            7..=10 => {
                let mut bytes = vec![0; 1 + dice.next_u32() as usize % 150_000];
                dice.fill_bytes(&mut bytes);
                Deed::Record {
                    words,
                    file: Some(bytes),
                }
            }
            11..=14 => Deed::Draft { words },
            15..=16 if n > 0 => Deed::Correct { words },
            17 => Deed::Password,
            18..=19 => Deed::Lock,
            _ => Deed::Record { words, file: None },
        }
    }

    /// What there must be after the first `n`.
    pub fn after(&self, n: u64) -> State {
        let mut state = State::default();
        for at in 0..n {
            match self.deed(at) {
                Deed::Record { words, file } => {
                    state.said.insert(words, file);
                }
                Deed::Correct { words } => {
                    // Without a concern to correct, one is recorded.
                    state.said.insert(words, None);
                }
                Deed::Draft { words } => state.drafts.push(words),
                Deed::Password => state.passwords += 1,
                Deed::Lock => {}
            }
        }
        state
    }

    /// The password after so many changes.
    pub fn password(&self, changes: u64) -> String {
        format!(
            "seven quiet herons {:x} by the weir",
            self.0.wrapping_add(changes)
        )
    }
}
