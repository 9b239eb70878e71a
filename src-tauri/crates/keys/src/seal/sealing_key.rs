//! The X25519 key a person or a room is sealed to.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use age::x25519::{Identity, Recipient};
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use crate::{KeysError, bech32};

/// The private half of a key others seal to. Wiped when dropped.
#[derive(Clone)]
pub struct SealingKey {
    secret: Zeroizing<[u8; 32]>,
    identity: Identity,
}

impl SealingKey {
    /// Draws a new one.
    pub fn generate(rng: &mut dyn CryptoRngCore) -> Self {
        let mut secret = Zeroizing::new([0; 32]);
        rng.fill_bytes(secret.as_mut());
        Self::from_secret(&secret)
    }

    /// The public half, "age1...".
    pub fn public(&self) -> String {
        self.identity.to_public().to_string()
    }

    pub(crate) fn from_secret(secret: &[u8; 32]) -> Self {
        let mut spelled = bech32::encode("age-secret-key-", secret);
        spelled.make_ascii_uppercase();
        let Ok(identity) = Identity::from_str(&spelled) else {
            unreachable!("age takes any 32 bytes for a key")
        };
        Self {
            secret: Zeroizing::new(*secret),
            identity,
        }
    }

    pub(crate) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealingKey({})", self.public())
    }
}

/// Reads a public key "age1...", refusing the few that would let everybody open what is sealed to them.
pub(crate) fn recipient(public: &str) -> Result<Recipient, KeysError> {
    let recipient: Recipient = public.parse().map_err(|_| KeysError::KeyRefused)?;
    let spelled = recipient.to_string();
    static LOW_ORDER: LazyLock<Vec<Zeroizing<String>>> = LazyLock::new(|| low_order().collect());
    if spelled != public || LOW_ORDER.iter().any(|low| **low == spelled) {
        return Err(KeysError::KeyRefused);
    }
    Ok(recipient)
}

/// Points of low order on Curve25519 (the list libsodium refuses), with and without the ignored top bit.
/// `age` ends the program when asked to seal to one.
fn low_order() -> impl Iterator<Item = Zeroizing<String>> {
    const ORDER_8: [[u8; 32]; 2] = [
        [
            0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f,
            0xc4, 0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16,
            0x5f, 0x49, 0xb8, 0x00,
        ],
        [
            0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83,
            0xef, 0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd,
            0xd0, 0x9f, 0x11, 0x57,
        ],
    ];
    // 0 and 1; and p - 1, p, p + 1 where p = 2^255 - 19.
    let near_zero = [0, 1].map(|low| around(low, 0, 0));
    let near_p = [0xec, 0xed, 0xee].map(|low| around(low, 0xff, 0x7f));
    near_zero
        .into_iter()
        .chain(near_p)
        .chain(ORDER_8)
        .flat_map(|point| {
            let mut topped = point;
            if let Some(top) = topped.last_mut() {
                *top |= 0x80;
            }
            [point, topped]
        })
        .map(|point| bech32::encode("age", &point))
}

fn around(first: u8, middle: u8, last: u8) -> [u8; 32] {
    std::array::from_fn(|at| match at {
        0 => first,
        31 => last,
        _ => middle,
    })
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use rand_core::OsRng;

    use super::*;

    #[test]
    fn a_key_comes_back_from_its_bytes() {
        let key = SealingKey::generate(&mut OsRng);

        let again = SealingKey::from_secret(key.secret());

        assert_eq!(again.public(), key.public());
        assert!(recipient(&key.public()).is_ok());
    }

    #[test]
    fn keys_that_protect_nothing_are_refused() {
        let all: Vec<_> = low_order().collect();

        assert_eq!(all.len(), 14);
        for public in &all {
            assert!(matches!(recipient(public), Err(KeysError::KeyRefused)));
            // Each is one: age does stop on it.
            let raw: Recipient = public.parse().unwrap();
            assert!(
                catch_unwind(|| age::encrypt(&raw, b"")).is_err(),
                "{}",
                **public
            );
        }
    }

    #[test]
    fn only_a_public_key_spelled_one_way_is_read() {
        let public = SealingKey::generate(&mut OsRng).public();

        for wrong in ["", "age1", "AGE1QQ", &public.to_uppercase(), &public[..60]] {
            assert!(recipient(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_key_shows_only_its_public_half() {
        let key = SealingKey::generate(&mut OsRng);

        assert_eq!(format!("{key:?}"), format!("SealingKey({})", key.public()));
    }
}
