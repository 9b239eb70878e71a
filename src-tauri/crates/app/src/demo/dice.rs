//! Numbers that look thrown and are not: the same for a seed, everywhere and for good.
//!
//! xoshiro256** (Blackman and Vigna, 2018), its state filled by splitmix64 (Steele, Lea and Flood, 2014) from the
//! seed, the name of what is thrown for (FNV-1a) and a number. Whole numbers only: floating point may differ
//! between machines. [`Dice::below`] takes the high half of a product; its bias, under one in 2^40 for the sizes
//! used here, does not matter for practice.

/// A row of numbers of its own for one purpose.
pub(super) struct Dice {
    state: [u64; 4],
}

impl Dice {
    /// Dice for one purpose and one number within it, so that a change to one concern leaves the others as they are.
    pub(super) fn thrown(seed: u64, purpose: &str, number: u64) -> Self {
        let mut mixed = seed ^ fnv(purpose.as_bytes()).rotate_left(17);
        let start = split(&mut mixed) ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut mixed = start;
        Self {
            state: std::array::from_fn(|_| split(&mut mixed)),
        }
    }

    /// A number below `limit`; 0 if there is none.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(limit);
        (wide >> 64) as u64
    }

    /// A place in a list of `len`.
    pub(super) fn place(&mut self, len: usize) -> usize {
        self.below(len as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1).unsigned_abs()) as i64
    }

    /// True that many times in a hundred.
    pub(super) fn often(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list, or nothing of an empty one.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let place = self.place(list.len());
        list.get(place)
    }

    /// One word of a list; an empty list gives an empty word.
    pub(super) fn word<'a>(&mut self, list: &'a [String]) -> &'a str {
        self.pick(list).map_or("", String::as_str)
    }

    /// The place in a list of weights that a throw falls on.
    pub(super) fn weighed(&mut self, weights: impl Iterator<Item = u64> + Clone) -> usize {
        let mut left = self.below(weights.clone().sum());
        let mut place = 0;
        for weight in weights {
            if left < weight {
                return place;
            }
            left -= weight;
            place += 1;
        }
        place.saturating_sub(1)
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let thrown = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        thrown
    }
}

fn split(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// FNV-1a, 64 bits.
pub(super) fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generators_agree_with_their_published_numbers() {
        // splitmix64 from 1234567, and xoshiro256** from 1, 2, 3, 4: the authors' reference programs.
        let mut state = 1_234_567;
        assert_eq!(split(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(split(&mut state), 3_203_168_211_198_807_973);
        let mut dice = Dice {
            state: [1, 2, 3, 4],
        };
        let thrown: Vec<u64> = (0..4).map(|_| dice.next()).collect();
        assert_eq!(
            thrown,
            [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240]
        );
    }

    #[test]
    fn each_purpose_has_numbers_of_its_own() {
        let first = |purpose, number| Dice::thrown(7, purpose, number).below(u64::MAX);

        assert_eq!(first("pupil", 1), first("pupil", 1));
        assert_ne!(first("pupil", 1), first("pupil", 2));
        assert_ne!(first("pupil", 1), first("concern", 1));
    }

    #[test]
    fn a_throw_stays_inside_its_limits() {
        let mut dice = Dice::thrown(7, "limits", 0);

        for _ in 0..1_000 {
            assert!((3..=9).contains(&dice.between(3, 9)));
            assert!(dice.weighed([0, 5, 0, 5].into_iter()) % 2 == 1);
        }
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<u8>(&[]), None);
    }
}
