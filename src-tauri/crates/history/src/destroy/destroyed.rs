//! What valid orders have named in one room: never stored, shown, indexed or passed on again.

use std::collections::BTreeSet;

use super::{KIND, ORDER, Order, PartTarget, SIGNATURES};
use crate::entry::{Entry, Envelope};
use crate::member::{CERTIFICATE, MEMBER, MEMBER_ADDED, MEMBER_REMOVED, WRITER_INTRODUCED};
use crate::{Hash, HistoryError, Id};

/// The parts and blobs that valid orders have named in one room.
///
/// It only grows, so it does not matter in which order the orders, the parts and old copies of them come: ask it
/// before anything is stored, and again for what is stored already whenever an order is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destroyed {
    room: Id,
    parts: BTreeSet<PartTarget>,
    blobs: BTreeSet<Hash>,
}

impl Destroyed {
    /// Nothing is destroyed in this room yet.
    pub fn new(room: Id) -> Self {
        Self {
            room,
            parts: BTreeSet::new(),
            blobs: BTreeSet::new(),
        }
    }

    /// Takes an order that [`super::read_order`] accepted. An order for another room is refused.
    pub fn take(&mut self, order: Order) -> Result<(), HistoryError> {
        if order.room != self.room {
            return Err(HistoryError::Malformed("destroy order's room"));
        }
        self.parts.extend(order.parts);
        self.blobs.extend(order.blobs);
        Ok(())
    }

    /// Whether an order named this part. Use [`Destroyed::strip`] on a whole entry: it knows the parts that no
    /// order reaches.
    pub fn names(&self, entry: &Hash, part: &Hash) -> bool {
        self.parts.contains(&PartTarget {
            entry: *entry,
            part: *part,
        })
    }

    /// Whether an order named this encrypted file.
    pub fn blob(&self, hash: &Hash) -> bool {
        self.blobs.contains(hash)
    }

    /// Takes out of an entry the parts that were destroyed, before it is stored or passed on. Says how many.
    ///
    /// `envelope` is the entry's own, as [`crate::ledger::check_alone`] gave it.
    pub fn strip(&self, envelope: &Envelope, entry: &mut Entry) -> usize {
        let id = entry.id();
        let mut gone = 0;
        for (named, part) in envelope.parts.iter().zip(&mut entry.parts) {
            if part.is_some()
                && !is_kept(&envelope.kind, &named.name)
                && self.names(&id, &named.hash)
            {
                *part = None;
                gone += 1;
            }
        }
        gone
    }
}

/// Parts that no order reaches: without them nothing would show who wrote, who was a member, and that what is
/// missing was destroyed rightly.
pub fn is_kept(kind: &str, part: &str) -> bool {
    matches!(
        (kind, part),
        (KIND, ORDER | SIGNATURES)
            | (WRITER_INTRODUCED, CERTIFICATE)
            | (MEMBER_ADDED | MEMBER_REMOVED, MEMBER)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(room: u8, entry: u8, part: u8, blobs: Vec<Hash>) -> Order {
        Order {
            room: Id([room; 16]),
            parts: vec![PartTarget {
                entry: Hash([entry; 32]),
                part: Hash([part; 32]),
            }],
            blobs,
            authority: String::new(),
            reason: String::new(),
            decided: String::new(),
        }
    }

    #[test]
    fn what_an_order_names_stays_named() {
        let mut destroyed = Destroyed::new(Id([1; 16]));

        destroyed.take(order(1, 2, 3, vec![Hash([9; 32])])).unwrap();
        destroyed.take(order(1, 4, 5, vec![])).unwrap();

        assert!(destroyed.names(&Hash([2; 32]), &Hash([3; 32])));
        assert!(destroyed.names(&Hash([4; 32]), &Hash([5; 32])));
        assert!(
            !destroyed.names(&Hash([2; 32]), &Hash([5; 32])),
            "a part of another entry"
        );
        assert!(destroyed.blob(&Hash([9; 32])));
        assert!(!destroyed.blob(&Hash([8; 32])));
    }

    #[test]
    fn an_order_does_not_reach_into_another_room() {
        let mut destroyed = Destroyed::new(Id([1; 16]));

        assert!(destroyed.take(order(7, 2, 3, vec![])).is_err());
        assert_eq!(destroyed, Destroyed::new(Id([1; 16])));
    }

    #[test]
    fn the_proof_itself_is_never_destroyed() {
        for (kind, part) in [
            ("part.destroyed", "order"),
            ("part.destroyed", "signatures"),
            ("writer.introduced", "certificate"),
            ("member.added", "member"),
            ("member.removed", "member"),
        ] {
            assert!(is_kept(kind, part), "{kind}: {part}");
        }
        assert!(!is_kept("part.destroyed", "account"));
        assert!(!is_kept("concern.recorded", "order"));
    }
}
