//! Hashes, keys and ids as they stand in a header: lower-case hexadecimal.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest, Sha256};

use crate::HistoryError;

/// Writes bytes as lower-case hexadecimal.
pub fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from(
                *DIGITS.get(usize::from(nibble)).unwrap_or(&b'0'),
            ));
        }
    }
    out
}

/// Reads lower-case hexadecimal; upper case and odd lengths are refused, because a signed form has one spelling.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    text.as_bytes()
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}

macro_rules! hex_bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The bytes, if there are exactly as many as there should be.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&to_hex(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = HistoryError;

            fn from_str(text: &str) -> Result<Self, HistoryError> {
                from_hex(text)
                    .and_then(|bytes| Self::from_slice(&bytes))
                    .ok_or(HistoryError::Malformed(concat!("not a ", stringify!($name))))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&to_hex(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(D::Error::custom)
            }
        }
    };
}

hex_bytes!(
    /// A SHA-256 hash, the one a police analyst can recompute with standard tools.
    Hash,
    32
);
hex_bytes!(
    /// A random name for a room, a person or a subject; says nothing about whom it names.
    Id,
    16
);
hex_bytes!(
    /// An Ed25519 public key.
    PublicKey,
    32
);
hex_bytes!(
    /// An Ed25519 signature.
    Signature,
    64
);

impl Hash {
    /// SHA-256 of the pieces, one after another.
    pub fn of(pieces: &[&[u8]]) -> Self {
        let mut sha = Sha256::new();
        for piece in pieces {
            sha.update(piece);
        }
        Self(sha.finalize().into())
    }
}

impl PublicKey {
    /// The key for checking signatures. Weak keys, under which one signature fits many messages, are refused, and
    /// so is a second spelling of a point (y not below the field's prime).
    pub(crate) fn verifying(&self) -> Result<ed25519_dalek::VerifyingKey, HistoryError> {
        if !self.is_canonical() {
            return Err(HistoryError::BadKey);
        }
        let key =
            ed25519_dalek::VerifyingKey::from_bytes(&self.0).map_err(|_| HistoryError::BadKey)?;
        if key.is_weak() {
            return Err(HistoryError::BadKey);
        }
        Ok(key)
    }

    /// Whether y stands below 2^255 - 19. The other second spelling, a sign on x = 0, is a weak key.
    fn is_canonical(&self) -> bool {
        let [low, middle @ .., high] = &self.0;
        *low < 0xed || middle.iter().any(|byte| *byte != 0xff) || high & 0x7f != 0x7f
    }

    /// Checks a signature strictly (RFC 8032 without cofactor, no malleable forms, no point of small order).
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), HistoryError> {
        self.verifier()?.verify(message, signature)
    }

    /// The key made ready, for whoever checks many of one writer's signatures.
    pub fn verifier(&self) -> Result<Verifier, HistoryError> {
        self.verifying().map(Verifier)
    }
}

/// A public key that was read once and checks many signatures.
pub struct Verifier(ed25519_dalek::VerifyingKey);

impl Verifier {
    /// As [`PublicKey::verify`].
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), HistoryError> {
        self.0
            .verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0))
            .map_err(|_| HistoryError::BadSignature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_has_one_spelling() {
        assert_eq!(from_hex("0aff"), Some(vec![10, 255]));
        assert_eq!(to_hex(&[10, 255]), "0aff");
        for wrong in ["0AFF", "0a f", "abc", "0g"] {
            assert_eq!(from_hex(wrong), None, "{wrong} must be refused");
        }
    }

    #[test]
    fn a_weak_key_is_refused() {
        let mut identity_point = [0; 32];
        identity_point[0] = 1;

        let weak = PublicKey(identity_point).verify(b"anything", &Signature([0; 64]));

        assert_eq!(weak, Err(HistoryError::BadKey));
    }

    #[test]
    fn a_second_spelling_of_a_key_is_refused() {
        for low in 0xed..=0xff {
            for high in [0x7f, 0xff] {
                let mut key = [0xff; 32];
                (key[0], key[31]) = (low, high);

                assert_eq!(
                    PublicKey(key).verify(b"anything", &Signature([0; 64])),
                    Err(HistoryError::BadKey)
                );
            }
        }
    }
}
