//! A person's word that a writer is theirs.

use ed25519_dalek::{Signature, Signer};

use crate::person::identity;
use crate::{PersonId, PersonKeys};

/// Signs with the person's identity that a writer is theirs: Ed25519 over
/// "strongroom-writer/v1\n", the person's id (16 bytes) and the writer's public key (32 bytes).
pub fn certify_writer(person: &PersonKeys, writer: &[u8; 32]) -> [u8; 64] {
    person
        .identity()
        .sign(&statement(person.id(), writer))
        .to_bytes()
}

/// Whether a certificate says that the writer is this person's. Weak keys never hold.
pub fn verify_writer(
    identity_key: &[u8; 32],
    person: PersonId,
    writer: &[u8; 32],
    certificate: &[u8; 64],
) -> bool {
    let (Ok(signer), Ok(_)) = (identity(identity_key), identity(writer)) else {
        return false;
    };
    signer
        .verify_strict(
            &statement(person, writer),
            &Signature::from_bytes(certificate),
        )
        .is_ok()
}

fn statement(person: PersonId, writer: &[u8; 32]) -> Vec<u8> {
    [b"strongroom-writer/v1\n", person.0.as_slice(), writer].concat()
}

#[cfg(test)]
mod tests {
    use rand_core::OsRng;

    use super::*;
    use crate::Writer;

    #[test]
    fn a_certificate_holds_for_its_person_and_writer_only() {
        let person = PersonKeys::generate(PersonId([1; 16]), &mut OsRng);
        let identity = person.public().identity;
        let (writer, other) = (Writer::one_off(&mut OsRng), Writer::one_off(&mut OsRng));

        let certificate = certify_writer(&person, &writer.public());

        let holds = |who, writer: &[u8; 32], c| verify_writer(&identity, who, writer, c);
        assert!(holds(person.id(), &writer.public(), &certificate));
        assert!(!holds(PersonId([2; 16]), &writer.public(), &certificate));
        assert!(!holds(person.id(), &other.public(), &certificate));
        let mut altered = certificate;
        altered[40] ^= 1;
        assert!(!holds(person.id(), &writer.public(), &altered));
        assert!(!verify_writer(
            &[0; 32],
            person.id(),
            &writer.public(),
            &certificate
        ));
    }

    #[test]
    fn a_weak_writer_key_is_not_certified_to_anybody() {
        let person = PersonKeys::generate(PersonId([1; 16]), &mut OsRng);
        let weak = [0; 32];

        let certificate = certify_writer(&person, &weak);

        assert!(!verify_writer(
            &person.public().identity,
            person.id(),
            &weak,
            &certificate
        ));
    }
}
