//! One secret from others (HKDF-SHA256) and tags that only a key's holder can make (HMAC-SHA256).
//!
//! Every use has its own `purpose`, a text with a version in it, so that a key made for one thing
//! never fits another.

use hkdf::Hkdf;
use hkdf::hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A derived key of 32 bytes, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// HKDF-SHA256 over the secrets one after the other, `purpose` as its info.
pub(crate) fn key(secrets: &[&[u8]], salt: &[u8], purpose: &[&[u8]]) -> Key {
    let mut material = Zeroizing::new(Vec::with_capacity(secrets.iter().map(|s| s.len()).sum()));
    for secret in secrets {
        material.extend_from_slice(secret);
    }

    let mut out = Zeroizing::new([0; 32]);
    let hkdf = Hkdf::<Sha256>::new(Some(salt), &material);
    let Ok(()) = hkdf.expand_multi_info(purpose, out.as_mut()) else {
        unreachable!("HKDF gives up to 8,160 bytes")
    };
    out
}

/// HMAC-SHA256 of `words` under `key`.
pub(crate) fn tag(key: &Key, words: &[u8]) -> [u8; 32] {
    hmac(key, words).finalize().into_bytes().into()
}

/// Whether `tag` is the HMAC-SHA256 of `words` under `key`, compared in constant time.
pub(crate) fn tag_holds(key: &Key, words: &[u8], tag: &[u8; 32]) -> bool {
    hmac(key, words).verify_slice(tag).is_ok()
}

fn hmac(key: &Key, words: &[u8]) -> Hmac<Sha256> {
    let Ok(hmac) = Hmac::<Sha256>::new_from_slice(key.as_ref()) else {
        unreachable!("HMAC takes a key of any length")
    };
    hmac.chain_update(words)
}

/// SHA-256 of the parts one after the other.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    parts
        .iter()
        .fold(Sha256::new(), |hash, part| hash.chain_update(part))
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    #[test]
    fn keys_agree_with_the_published_vector() {
        // RFC 5869, A.1, first 32 of its 42 bytes: HKDF's blocks do not depend on the length asked for.
        let salt = hex::decode(b"000102030405060708090a0b0c").unwrap();
        let info = hex::decode(b"f0f1f2f3f4f5f6f7f8f9").unwrap();

        let key = key(&[&[0x0b; 20], &[0x0b; 2]], &salt, &[&info]);

        assert_eq!(
            hex::encode(key.as_ref()),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        );
    }

    #[test]
    fn a_tag_holds_for_its_words_and_key_only() {
        let key = Zeroizing::new([7; 32]);
        let made = tag(&key, b"words");

        assert!(tag_holds(&key, b"words", &made));
        assert!(!tag_holds(&key, b"Words", &made));
        assert!(!tag_holds(&Zeroizing::new([8; 32]), b"words", &made));
    }
}
