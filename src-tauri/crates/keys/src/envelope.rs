//! Bytes under a key: XChaCha20-Poly1305 with a random nonce, padded so that lengths tell little.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use rand_core::CryptoRngCore;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::derive::Key;
use crate::hex::{Hex, HexBytes};

/// Contents are filled up to a multiple of this, so that a name's length does not show.
const STEP: usize = 256;

/// Sealed bytes with their nonce.
///
/// The plaintext is `length (4 bytes, big-endian) || contents || zeros` up to a multiple of 256 bytes;
/// the Poly1305 tag (16 bytes) stands at the end of `sealed`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Envelope {
    pub(crate) nonce: Hex<24>,
    pub(crate) sealed: HexBytes,
}

impl Envelope {
    /// Seals `contents` under `key`; `about` must be the same when opening.
    pub(crate) fn seal(
        key: &Key,
        about: &[u8],
        contents: &[u8],
        rng: &mut dyn CryptoRngCore,
    ) -> Self {
        let mut nonce = [0; 24];
        rng.fill_bytes(&mut nonce);

        let mut padded = pad(contents);
        let cipher = XChaCha20Poly1305::new((&**key).into());
        let Ok(()) = cipher.encrypt_in_place(XNonce::from_slice(&nonce), about, &mut *padded)
        else {
            unreachable!("only a quarter of a terabyte is too long")
        };
        Self {
            nonce: Hex(nonce),
            sealed: HexBytes(std::mem::take(&mut *padded)),
        }
    }

    /// Gives the contents back, or nothing if key, `about` or a single bit is another.
    pub(crate) fn open(&self, key: &Key, about: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let mut bytes = Zeroizing::new(self.sealed.0.clone());
        XChaCha20Poly1305::new((&**key).into())
            .decrypt_in_place(XNonce::from_slice(&self.nonce.0), about, &mut *bytes)
            .ok()?;

        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        Some(Zeroizing::new(rest.get(..length)?.to_vec()))
    }
}

fn pad(contents: &[u8]) -> Zeroizing<Vec<u8>> {
    const TAG: usize = 16;
    let filled = (4 + contents.len()).next_multiple_of(STEP);
    let length = u32::try_from(contents.len()).unwrap_or(u32::MAX);

    let mut padded = Zeroizing::new(Vec::with_capacity(filled + TAG));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(contents);
    padded.resize(filled, 0);
    padded
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn contents_come_back_under_the_same_key_and_purpose_only() {
        let key = Zeroizing::new([1; 32]);

        let envelope = Envelope::seal(&key, b"about", b"contents", &mut OsRng);

        assert_eq!(
            envelope.open(&key, b"about").unwrap().as_slice(),
            b"contents"
        );
        assert!(envelope.open(&key, b"About").is_none());
        assert!(envelope.open(&Zeroizing::new([2; 32]), b"about").is_none());
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_refused() {
        let key = Zeroizing::new([1; 32]);
        let whole = Envelope::seal(&key, b"", b"contents", &mut OsRng);

        for at in 0..whole.sealed.0.len() {
            let mut flipped = whole.clone();
            flipped.sealed.0[at] ^= 1;
            assert!(flipped.open(&key, b"").is_none(), "byte {at}");
            let mut cut = whole.clone();
            cut.sealed.0.truncate(at);
            assert!(cut.open(&key, b"").is_none(), "cut at {at}");
        }
    }

    #[test]
    fn short_contents_of_different_lengths_look_alike() {
        let key = Zeroizing::new([1; 32]);

        let lengths = [0, 1, 20, 252].map(|n| {
            Envelope::seal(&key, b"", &vec![1; n], &mut OsRng)
                .sealed
                .0
                .len()
        });

        assert_eq!(lengths, [STEP + 16; 4]);
    }
}
