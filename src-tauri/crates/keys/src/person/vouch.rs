//! A few words a person stands up for outside every room's history.

use ed25519_dalek::{Signature, Signer};

use super::{PersonKeys, identity};
use crate::{PersonId, PersonPublic};

/// Signs bytes with the person's identity, for one purpose: Ed25519 over "strongroom-vouch/v1\n", the purpose, a line feed,
/// the person's id (16 bytes) and the bytes. No purpose holds a line feed.
pub fn vouch(person: &PersonKeys, purpose: &str, bytes: &[u8]) -> [u8; 64] {
    let statement = statement(person.id(), purpose, bytes);
    person.identity().sign(&statement).to_bytes()
}

impl PersonPublic {
    /// Whether this person signed the bytes for the purpose. Weak keys never hold.
    #[must_use]
    pub fn vouched(&self, purpose: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
        identity(&self.identity).is_ok_and(|key| {
            let statement = statement(self.id, purpose, bytes);
            let signature = Signature::from_bytes(signature);
            key.verify_strict(&statement, &signature).is_ok()
        })
    }
}

fn statement(person: PersonId, purpose: &str, bytes: &[u8]) -> Vec<u8> {
    [
        b"strongroom-vouch/v1\n",
        purpose.as_bytes(),
        b"\n",
        &person.0,
        bytes,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;

    #[test]
    fn it_holds_for_its_person_purpose_and_bytes_only() {
        let person = PersonKeys::generate(PersonId([1; 16]), &mut OsRng);
        let other = PersonKeys::generate(PersonId([2; 16]), &mut OsRng);

        let signature = vouch(&person, "word", b"read");

        assert!(person.public().vouched("word", b"read", &signature));
        assert!(!person.public().vouched("word", b"seen", &signature));
        assert!(!person.public().vouched("words", b"read", &signature));
        assert!(!other.public().vouched("word", b"read", &signature));
        let elsewhere = PersonPublic {
            id: PersonId([3; 16]),
            ..person.public()
        };
        assert!(!elsewhere.vouched("word", b"read", &signature));
    }
}
