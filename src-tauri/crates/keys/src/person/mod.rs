//! A person's own keys: what they sign with for good, and what is sealed to them.

mod public;
mod vouch;

use std::fmt;

use ed25519_dalek::SigningKey;
use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use crate::{PersonId, SealingKey, derive};

pub use public::PersonPublic;
pub(crate) use public::identity;
pub use vouch::vouch;

/// A person's own keys. Made at their keyboard; the same on every laptop they use. Wiped when dropped.
pub struct PersonKeys {
    id: PersonId,
    identity: SigningKey,
    sealing: SealingKey,
}

impl PersonKeys {
    /// Draws new keys for a person.
    pub fn generate(id: PersonId, rng: &mut dyn CryptoRngCore) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(seed.as_mut());
        Self {
            id,
            identity: SigningKey::from_bytes(&seed),
            sealing: SealingKey::generate(rng),
        }
    }

    pub(crate) fn from_secrets(id: PersonId, identity: &[u8; 32], sealing: &[u8; 32]) -> Self {
        Self {
            id,
            identity: SigningKey::from_bytes(identity),
            sealing: SealingKey::from_secret(sealing),
        }
    }

    /// Whose keys these are.
    pub fn id(&self) -> PersonId {
        self.id
    }

    /// Signs certificates and memberships (Ed25519). Entries are signed with a [`crate::Writer`].
    pub fn identity(&self) -> &SigningKey {
        &self.identity
    }

    /// Opens what is sealed to this person.
    pub fn sealing(&self) -> &SealingKey {
        &self.sealing
    }

    /// The public halves.
    pub fn public(&self) -> PersonPublic {
        PersonPublic {
            id: self.id,
            identity: self.identity.verifying_key().to_bytes(),
            sealing: self.sealing.public(),
        }
    }

    /// Both secrets, one after the other: what other keys of this person are derived from.
    pub(crate) fn secrets(&self) -> [&[u8]; 2] {
        [self.identity.as_bytes(), self.sealing.secret()]
    }
}

impl fmt::Debug for PersonKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonKeys({}, ..)", self.id)
    }
}

/// A key only this person can make, for one purpose: their drafts, their notes in the keyring.
///
/// HKDF-SHA256 over identity seed and sealing secret, salted with the person's id,
/// info "strongroom/own/v1\n" and the purpose.
pub fn own_key(person: &PersonKeys, purpose: &str) -> Zeroizing<[u8; 32]> {
    derive::key(
        &person.secrets(),
        &person.id.0,
        &[b"strongroom/own/v1\n", purpose.as_bytes()],
    )
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn own_keys_differ_by_person_and_purpose_and_stay_the_same() {
        let id = PersonId([1; 16]);
        let person = PersonKeys::from_secrets(id, &[2; 32], &[3; 32]);
        let again = PersonKeys::from_secrets(id, &[2; 32], &[3; 32]);
        let other = PersonKeys::generate(id, &mut OsRng);

        assert_eq!(own_key(&person, "drafts"), own_key(&again, "drafts"));
        assert_ne!(own_key(&person, "drafts"), own_key(&person, "notes"));
        assert_ne!(own_key(&person, "drafts"), own_key(&other, "drafts"));
    }

    #[test]
    fn a_person_shows_nothing_secret() {
        let person = PersonKeys::from_secrets(PersonId([1; 16]), &[2; 32], &[3; 32]);

        assert_eq!(
            format!("{person:?}"),
            format!("PersonKeys({}, ..)", person.id())
        );
    }
}
