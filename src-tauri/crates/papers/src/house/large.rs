//! Words set large: for courts, which ask for 12 points (Practice Direction 27A), and for whoever reads copies of copies.

use super::BODY;
use crate::typeset::Span;

/// How much larger ordinary words are.
pub(super) const GROWS: f32 = 12.0 / BODY;
/// Nothing is smaller: tables, hints, hashes.
const LEAST: f32 = 10.6;

/// The same words, larger.
pub(super) fn words(words: &[Span]) -> Vec<Span> {
    words
        .iter()
        .map(|span| span.clone().sized(|size| (size * GROWS).max(LEAST)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::SMALL;

    #[test]
    fn ordinary_words_are_twelve_points_and_nothing_is_less_than_ten_and_a_half() {
        assert!((BODY * GROWS - 12.0).abs() < 0.01);
        for size in [SMALL, 8.0, 9.2] {
            assert!((size * GROWS).max(LEAST) > 10.5);
        }
    }
}
