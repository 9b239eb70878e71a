//! Destruction at the end of retention: what was destroyed stays destroyed, whatever comes back later.
//!
//! A destroy entry carries an **order** (what, why, on whose authority) and two **signatures** of different
//! people over it. The order names parts and blobs by hash, so that it works in any order of arrival: before
//! the part, after it, or from a backup years later.

mod destroyed;

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};
use serde::{Deserialize, Serialize};

use crate::{Hash, HistoryError, Id, PublicKey, Signature, spelling};

pub use destroyed::{Destroyed, is_kept};

/// The kind of a destroy entry.
pub const KIND: &str = "part.destroyed";
/// The part that holds the order's exact bytes.
pub const ORDER: &str = "order";
/// The part that holds the two signatures.
pub const SIGNATURES: &str = "signatures";

const SIGN_DOMAIN: &[u8] = b"strongroom-destroy/v1\n";

/// What is to be destroyed, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The room; an order does not reach into another.
    pub room: Id,
    /// Parts, each by its entry and its hash.
    pub parts: Vec<PartTarget>,
    /// Blobs, by the hash of their encrypted bytes.
    pub blobs: Vec<Hash>,
    /// The retention rule or the law it rests on.
    pub authority: String,
    /// Why now, in a person's words.
    pub reason: String,
    /// When it was decided, RFC 3339.
    pub decided: String,
}

// The reason is a person's words about somebody.
impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Order({}, {} parts, {} blobs, ..)",
            self.room,
            self.parts.len(),
            self.blobs.len()
        )
    }
}

/// One part of one entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartTarget {
    /// The entry.
    pub entry: Hash,
    /// The part's hash in that entry's header.
    pub part: Hash,
}

/// One person's consent to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Who.
    pub person: Id,
    /// That person's identity key.
    pub identity: PublicKey,
    /// Over the order's exact bytes.
    pub signature: Signature,
}

/// Signs an order's exact bytes as a person.
pub fn consent(order: &[u8], person: Id, identity: &SigningKey) -> Consent {
    Consent {
        person,
        identity: PublicKey(identity.verifying_key().to_bytes()),
        signature: Signature(identity.sign(&signed_bytes(order)).to_bytes()),
    }
}

/// Reads an order and checks that two different people consented.
///
/// `is_known` says whether a person with that identity key is, or ever was, named as a member with the right to
/// dispose; the history itself (membership entries) answers it. It must not go from yes to no: an order that was
/// valid stays valid, or what was destroyed could come back.
pub fn read_order(
    order: &[u8],
    signatures: &[u8],
    room: Id,
    is_known: &dyn Fn(&Id, &PublicKey) -> bool,
) -> Result<Order, HistoryError> {
    let consents: Vec<Consent> = spelling::read(signatures, "destroy signatures")?;
    let [first, second] = consents.as_slice() else {
        return Err(HistoryError::Malformed("destroy signatures"));
    };
    if first.person == second.person || first.identity == second.identity {
        return Err(HistoryError::BadSignature);
    }
    for one in [first, second] {
        if !is_known(&one.person, &one.identity) {
            return Err(HistoryError::BadKey);
        }
        one.identity.verify(&signed_bytes(order), &one.signature)?;
    }
    let read: Order = spelling::read(order, "destroy order")?;
    if read.room != room {
        return Err(HistoryError::Malformed("destroy order's room"));
    }
    Ok(read)
}

fn signed_bytes(order: &[u8]) -> Vec<u8> {
    let mut message = SIGN_DOMAIN.to_vec();
    message.extend_from_slice(&Hash::of(&[order]).0);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Vec<u8> {
        serde_json::to_vec(&Order {
            room: Id([1; 16]),
            parts: vec![PartTarget {
                entry: Hash([2; 32]),
                part: Hash([3; 32]),
            }],
            blobs: vec![],
            authority: "retention: DOB + 25".into(),
            reason: "review of 2041".into(),
            decided: "2041-09-01T10:00:00.000+01:00".into(),
        })
        .unwrap()
    }

    fn person(n: u8) -> (Id, SigningKey) {
        (Id([n; 16]), SigningKey::from_bytes(&[n; 32]))
    }

    #[test]
    fn two_people_can_order_destruction_and_one_cannot() {
        let (order, (lead, lead_key), (head, head_key)) = (order(), person(1), person(2));
        let both = serde_json::to_vec(&[
            consent(&order, lead, &lead_key),
            consent(&order, head, &head_key),
        ])
        .unwrap();
        let twice = serde_json::to_vec(&[
            consent(&order, lead, &lead_key),
            consent(&order, head, &lead_key),
        ])
        .unwrap();
        let one = serde_json::to_vec(&[consent(&order, lead, &lead_key)]).unwrap();

        assert!(read_order(&order, &both, Id([1; 16]), &|_, _| true).is_ok());
        assert!(read_order(&order, &twice, Id([1; 16]), &|_, _| true).is_err());
        assert!(read_order(&order, &one, Id([1; 16]), &|_, _| true).is_err());
        assert!(
            read_order(&order, &both, Id([9; 16]), &|_, _| true).is_err(),
            "another room's order"
        );
        assert!(
            read_order(&order, &both, Id([1; 16]), &|who, _| *who == lead).is_err(),
            "a stranger's consent"
        );
    }

    #[test]
    fn an_order_changed_after_consent_is_refused() {
        let (order, (lead, lead_key), (head, head_key)) = (order(), person(1), person(2));
        let both = serde_json::to_vec(&[
            consent(&order, lead, &lead_key),
            consent(&order, head, &head_key),
        ])
        .unwrap();

        for at in 0..order.len() {
            let mut changed = order.clone();
            changed[at] ^= 1;
            assert!(
                read_order(&changed, &both, Id([1; 16]), &|_, _| true).is_err(),
                "byte {at}"
            );
        }
    }
}
