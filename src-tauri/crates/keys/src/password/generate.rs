//! A password nobody chose.

use bip39::Language;
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

const WORDS: usize = 6;

/// Draws six words from the English BIP-39 list of 2,048, joined by hyphens: 66 bits, so that even
/// at 10,000 guesses a second against [`crate::Cost::FLOOR`] half the tries take 117 million years.
pub fn generate(rng: &mut dyn CryptoRngCore) -> Zeroizing<String> {
    words(WORDS, rng)
}

/// `count` words of the list, drawn evenly, joined by hyphens.
pub(crate) fn words(count: usize, rng: &mut dyn CryptoRngCore) -> Zeroizing<String> {
    // Words have 3 to 8 letters: reserved in full, no copy is left behind by a growing string.
    let mut text = Zeroizing::new(String::with_capacity(count * 9));
    for nth in 0..count {
        if nth > 0 {
            text.push('-');
        }
        // The list has 2^11 words, so the low 11 bits choose evenly.
        let at = rng.next_u32() as usize % Language::English.word_list().len();
        text.extend(Language::English.word_list().get(at).copied());
    }
    text
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn a_generated_password_is_six_words_and_never_the_same() {
        let one = generate(&mut OsRng);
        let other = generate(&mut OsRng);

        assert_eq!(one.split('-').count(), 6);
        assert!(
            one.split('-')
                .all(|word| Language::English.find_word(word).is_some())
        );
        assert_ne!(one, other);
        assert!(one.len() >= 16);
    }
}
