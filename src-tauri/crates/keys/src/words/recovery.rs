//! The twelve words of a person's recovery kit.

use std::fmt;

use bip39::{Language, Mnemonic};
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::{WordsProblem, joined, typed};

const WORDS: usize = 12;

/// The twelve printed words that open a person's keys without password or keyring: 128 random bits and
/// the checksum of BIP-39. Wiped when dropped.
pub struct RecoveryWords(Zeroizing<[u8; 16]>);

impl RecoveryWords {
    /// Draws new words.
    pub fn generate(rng: &mut dyn CryptoRngCore) -> Self {
        let mut bits = Zeroizing::new([0; 16]);
        rng.fill_bytes(bits.as_mut());
        Self(bits)
    }

    /// Reads typed words: any case, anything between them, also "1. anchor 2. bridge".
    pub fn read(text: &str) -> Result<Self, WordsProblem> {
        let words = typed(text, WORDS)?;
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined(&words, ' '))
            .map_err(|_| WordsProblem::DoNotFit)?;

        let (bits, _) = mnemonic.to_entropy_array();
        let bits = Zeroizing::new(bits);
        bits.first_chunk::<16>()
            .map(|bits| Self(Zeroizing::new(*bits)))
            .ok_or(WordsProblem::DoNotFit)
    }

    /// The words in order, for the printed page.
    pub fn words(&self) -> Vec<&'static str> {
        let Ok(mnemonic) = Mnemonic::from_entropy_in(Language::English, self.0.as_ref()) else {
            unreachable!("128 bits are twelve words")
        };
        mnemonic.words().collect()
    }

    pub(crate) fn bits(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(..)")
    }
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn printed_words_are_read_however_they_are_typed() {
        let words = RecoveryWords::generate(&mut OsRng);
        let printed = words.words();
        let numbered: Vec<String> = (1..)
            .zip(&printed)
            .map(|(n, w)| format!("{n}. {w}"))
            .collect();

        for typed in [
            printed.join(" "),
            printed.join("-").to_uppercase(),
            numbered.join("\n"),
        ] {
            assert_eq!(RecoveryWords::read(&typed).unwrap().bits(), words.bits());
        }
    }

    #[test]
    fn these_words_stand_for_these_bits_for_ever() {
        // The first and last of the published BIP-39 vectors for 128 bits.
        let zeros = "abandon ".repeat(11) + "about";
        let ones = "zoo ".repeat(11) + "wrong";

        assert_eq!(RecoveryWords::read(&zeros).unwrap().bits(), &[0; 16]);
        assert_eq!(RecoveryWords::read(&ones).unwrap().bits(), &[0xff; 16]);
    }

    #[test]
    fn a_slip_is_named_by_its_place() {
        let read = |text: &str| RecoveryWords::read(text).unwrap_err();

        assert_eq!(
            read("abandon"),
            WordsProblem::Count {
                found: 1,
                wanted: 12
            }
        );
        let misspelt = "abandon ".repeat(6) + "abandom " + &"abandon ".repeat(4) + "about";
        assert_eq!(read(&misspelt), WordsProblem::NotOnList { position: 7 });
        assert_eq!(read(&"abandon ".repeat(12)), WordsProblem::DoNotFit);
        assert!(!read(&misspelt).to_string().contains("abandom"));
    }
}
