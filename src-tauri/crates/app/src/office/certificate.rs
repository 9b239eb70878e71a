//! Who a writer key belongs to, as it stands in the first entry of each log.

use history::member::Certificate;
use history::{Id, PublicKey, Signature};
use keys::{Opened, PersonKeys, Writer};

/// Letters and digits that are not misread for one another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Certifies a writer key for the person it belongs to.
pub(crate) fn certify(opened: &Opened, writer: &Writer, code: String) -> Certificate {
    let keys: &PersonKeys = &opened.keys;
    let public = writer.public();
    Certificate {
        person: Id(keys.id().0),
        name: opened.card.name.clone(),
        user: opened.card.user.clone(),
        role: opened.card.role.clone(),
        identity: PublicKey(keys.public().identity),
        code,
        signature: Signature(keys::writer::certify_writer(keys, &public)),
    }
}

/// A code for record numbers from a writer's key: three letters, or more while another writer of the room has it.
pub(crate) fn code(writer: &[u8; 32], taken: &[(PublicKey, String)]) -> String {
    let own = taken.iter().find(|(known, _)| known.0 == *writer);
    if let Some((_, code)) = own {
        return code.clone();
    }
    (3..=12)
        .map(|length| letters(writer, length))
        .find(|code| taken.iter().all(|(_, known)| known != code))
        .unwrap_or_else(|| letters(writer, 12))
}

/// The code of a post into a room its writer cannot read: long enough that two posts do not share one.
pub(crate) fn post_code(writer: &[u8; 32]) -> String {
    letters(writer, 7)
}

fn letters(writer: &[u8; 32], length: usize) -> String {
    let hash = history::Hash::of(&[b"strongroom-code/v1\n", writer]);
    hash.0
        .iter()
        .take(length)
        .map(|byte| char::from(*LETTERS.get(usize::from(byte % 32)).unwrap_or(&b'0')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_writers_of_a_room_never_share_a_code() {
        let (one, other) = ([1; 32], [2; 32]);
        let first = code(&one, &[]);

        let taken = vec![(PublicKey(one), code(&other, &[]))];

        assert_eq!(first.len(), 3);
        assert_eq!(
            code(&other, &taken).len(),
            4,
            "somebody else has the short one"
        );
        assert_eq!(
            code(&one, &[(PublicKey(one), "ABC".into())]),
            "ABC",
            "a writer keeps the code it has"
        );
    }
}
