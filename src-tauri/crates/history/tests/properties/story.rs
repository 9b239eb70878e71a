//! How rooms come about.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::kit::Room;

/// Two hours and forty-eight minutes either way.
const SKEW_MS: i64 = 10_080_000;

#[derive(Debug, Clone)]
pub enum Act {
    Write(usize),
    Deliver { from: usize, to: usize, share: u8 },
    Copy(usize),
}

/// How a room comes about: skewed clocks, and who does what.
#[derive(Debug, Clone)]
pub struct Story {
    skews_ms: Vec<i64>,
    acts: Vec<Act>,
    pub seed: u64,
}

impl Story {
    /// The room that comes of it.
    pub fn tell(&self) -> Room {
        let mut room = Room::new(&self.skews_ms, self.seed);
        for act in &self.acts {
            let count = room.laptops.len();
            match act {
                Act::Write(who) => drop(room.write_any(who % count)),
                Act::Deliver { from, to, share } => room.deliver(from % count, to % count, *share),
                Act::Copy(who) => room.copy(who % count),
            }
        }
        room
    }
}

/// Stories of two to five writers, with or without copied laptops.
pub fn stories(copies: bool) -> impl Strategy<Value = Story> {
    let act = prop_oneof![
        5 => (0..8_usize).prop_map(Act::Write),
        4 => (0..8_usize, 0..8_usize, any::<u8>()).prop_map(|(from, to, share)| Act::Deliver { from, to, share }),
        u32::from(copies) => (0..8_usize).prop_map(Act::Copy),
    ];
    (
        prop::collection::vec(-SKEW_MS..=SKEW_MS, 2..=5),
        prop::collection::vec(act, 1..24),
        any::<u64>(),
    )
        .prop_map(|(skews_ms, acts, seed)| Story {
            skews_ms,
            acts,
            seed,
        })
}

/// Runs a property with a seed that is printed, so that a failure can be had again.
pub fn holds<S: Strategy>(
    cases: u32,
    seed: u64,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(&strategy, property) {
        panic!("{error}\nthe same again: STRONGROOM_SEED={seed}");
    }
}
