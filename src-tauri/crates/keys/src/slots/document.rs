//! The people file as JSON, and what must be true of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::envelope::Envelope;
use crate::hex::{Hex, HexBytes};
use crate::person::identity;
use crate::{Cost, PersonId, RoomId, VaultId, seal};

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    pub(super) strongroom_slots: u32,
    pub(super) vault: VaultId,
    pub(super) counter: u64,
    pub(super) people: Vec<Person>,
    pub(super) face: Option<Envelope>,
    pub(super) directory: Option<Envelope>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) id: PersonId,
    pub(super) user_tag: Hex<32>,
    pub(super) identity: Hex<32>,
    pub(super) sealing: String,
    pub(super) closed: Option<i64>,
    pub(super) slots: Vec<Slot>,
    pub(super) rooms: Vec<Grant>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) id: Hex<16>,
    pub(super) kind: Kind,
    pub(super) cost: Cost,
    pub(super) salt: Hex<16>,
    pub(super) nonce: Hex<24>,
    pub(super) sealed: HexBytes,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Password,
    Recovery,
    Invitation,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grant {
    pub(super) room: RoomId,
    pub(super) sealed: HexBytes,
}

impl Document {
    pub(super) fn empty(vault: VaultId) -> Self {
        Self {
            strongroom_slots: VERSION,
            vault,
            counter: 0,
            people: Vec::new(),
            face: None,
            directory: None,
        }
    }

    /// Whether this can have been written by us: nobody twice, no key that protects nothing, no cost that
    /// would hang the program, nothing left to a closed account.
    pub(super) fn is_sound(&self) -> bool {
        let ids: BTreeSet<_> = self.people.iter().map(|person| person.id).collect();
        self.strongroom_slots == VERSION
            && ids.len() == self.people.len()
            && self.people.iter().all(Person::is_sound)
    }
}

impl Person {
    pub(super) fn slot(&self, kind: Kind) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.kind == kind)
    }

    /// Puts a slot in the place of one of its kind.
    pub(super) fn put(&mut self, slot: Slot) {
        self.slots.retain(|other| other.kind != slot.kind);
        self.slots.push(slot);
    }

    fn is_sound(&self) -> bool {
        let kinds: BTreeSet<_> = self.slots.iter().map(|slot| slot.kind).collect();
        let rooms: BTreeSet<_> = self.rooms.iter().map(|grant| grant.room).collect();
        let gone = self.slots.is_empty() && self.rooms.is_empty();
        kinds.len() == self.slots.len()
            && rooms.len() == self.rooms.len()
            && self.slots.iter().all(Slot::is_sound)
            && (self.closed.is_none() || gone)
            && identity(&self.identity.0).is_ok()
            && seal::recipient(&self.sealing).is_ok()
    }
}

impl Slot {
    fn is_sound(&self) -> bool {
        match self.kind {
            Kind::Password => self.cost.may_open(),
            // One run tries every printed kit, so they all cost the same.
            Kind::Recovery | Kind::Invitation => self.cost == Cost::FLOOR,
        }
    }
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Recovery => "recovery",
            Self::Invitation => "invitation",
        }
    }
}
