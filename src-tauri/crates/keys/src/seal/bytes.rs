//! Sealing a handful of bytes.

use std::io::{Read, Write};

use zeroize::Zeroizing;

use super::{SealingKey, open_stream, seal_stream};
use crate::KeysError;

/// Seals bytes to one public key ("age1...") as an `age` file.
pub fn seal_to(recipient: &str, bytes: &[u8]) -> Result<Vec<u8>, KeysError> {
    let mut sealing = seal_stream(&[recipient], Vec::with_capacity(bytes.len() + 512))?;
    sealing.write_all(bytes).map_err(KeysError::writing)?;
    sealing.finish()
}

/// Opens an `age` file that was sealed to this key. All of it is checked before any is given.
pub fn open_with(key: &SealingKey, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeysError> {
    // What is sealed is longer than its contents: the buffer never grows and leaves no copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(sealed.len()));
    open_stream(key, sealed)?
        .read_to_end(&mut bytes)
        .map_err(|_| KeysError::SealBroken)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn only_the_key_it_was_sealed_to_opens_it() {
        let (ours, theirs) = (
            SealingKey::generate(&mut OsRng),
            SealingKey::generate(&mut OsRng),
        );

        let sealed = seal_to(&ours.public(), b"words").unwrap();

        assert_eq!(open_with(&ours, &sealed).unwrap().as_slice(), b"words");
        assert!(matches!(
            open_with(&theirs, &sealed),
            Err(KeysError::SealBroken)
        ));
    }

    #[test]
    fn every_flipped_byte_and_every_cut_is_refused() {
        let key = SealingKey::generate(&mut OsRng);
        let sealed = seal_to(&key.public(), b"words").unwrap();

        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1;
            assert!(open_with(&key, &flipped).is_err(), "byte {at}");
            assert!(open_with(&key, &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_handed_in_ends_the_program(bytes: Vec<u8>) {
            let key = SealingKey::from_secret(&[7; 32]);
            proptest::prop_assert!(open_with(&key, &bytes).is_err());
        }
    }
}
