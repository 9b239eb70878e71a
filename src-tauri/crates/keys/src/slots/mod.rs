//! The file of people: for each, the slots that open their keys and the rooms they hold.
//!
//! Two copies, `people.slots.a` and `people.slots.b`. The exact bytes are in `docs/keys-format.md`.
//!
//! - A **slot** gives, to the right password, words or code, the person's keys, the vault key and their card.
//! - A **grant** gives a room's keys, sealed to the person.
//! - The **seal** is this computer's word that nobody else changed the list; the **vouch** is the same by
//!   anybody who holds the vault key, and outlives this computer.
//!
//! Verbs change the list in memory; [`Slots::write`] makes it so on disk.

mod change_password;
mod close;
mod document;
mod enrol;
mod face;
mod grant;
mod invite;
mod open;
mod opened;
mod read;
mod recovery;
mod slot;
mod trailer;
mod write;

use std::fmt;

use crate::person::PersonPublic;
use crate::{DeviceSecret, KeysError, PersonId, VaultId, derive, password};

use document::{Document, Kind, Person};
use trailer::Stored;

pub use enrol::Enrolment;
pub use grant::Grants;
pub use invite::Accepted;
pub use opened::{Card, Opened, VaultKey};
pub use read::FILES;

/// The newest version of the people file this build reads and writes.
pub const VERSION: u32 = 1;

/// The list of people of one vault.
#[derive(Clone)]
pub struct Slots {
    document: Document,
    stored: Option<Stored>,
}

/// What the list shows of a person without opening anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Their public keys. While invited: temporary ones, replaced at their own keyboard.
    pub public: PersonPublic,
    /// When their account was closed, in seconds since 1970.
    pub closed: Option<i64>,
    /// Has not yet accepted their invitation.
    pub invited: bool,
}

impl Slots {
    /// An empty list for a new vault. Nothing is written yet.
    pub fn create(vault: VaultId) -> Self {
        Self {
            document: Document::empty(vault),
            stored: None,
        }
    }

    /// Which vault this is.
    pub fn vault(&self) -> VaultId {
        self.document.vault
    }

    /// How often the list was written. Keep it outside the vault to notice an older list put back.
    pub fn counter(&self) -> u64 {
        self.document.counter
    }

    /// Everybody who has or had an account, in the order they came.
    pub fn people(&self) -> Vec<Listed> {
        self.document.people.iter().map(Person::listed).collect()
    }

    /// Whether the list, as it was read, was last written on this computer. When not, somebody has swapped
    /// a key, deleted a person or put in another list: say so, and let nobody be granted anything.
    /// True of nothing that was never written.
    pub fn seal_holds(&self, device: &DeviceSecret) -> bool {
        self.stored
            .as_ref()
            .is_some_and(|stored| stored.seal_holds(self.vault(), device))
    }

    /// Whether the list, as it was read, was last written by somebody who holds the vault key. Ask this
    /// after recovery on another computer, where no seal can hold.
    pub fn vouch_holds(&self, vault_key: &VaultKey) -> bool {
        self.stored
            .as_ref()
            .is_some_and(|stored| stored.vouch_holds(self.vault(), vault_key))
    }

    /// The tag by which an open account is found: only this computer can make it, so that the list does not
    /// tell who has an account.
    fn user_tag(&self, user: &str, device: &DeviceSecret) -> [u8; 32] {
        let key = device.key(self.vault(), "strongroom/user-tag/v1");
        derive::tag(&key, &password::user_name(user))
    }

    fn find_user(&self, user: &str, device: &DeviceSecret) -> Option<&Person> {
        let tag = self.user_tag(user, device);
        self.open_accounts().find(|person| person.user_tag.0 == tag)
    }

    fn open_accounts(&self) -> impl Iterator<Item = &Person> {
        self.document
            .people
            .iter()
            .filter(|person| person.closed.is_none())
    }

    fn person(&self, id: PersonId) -> Result<&Person, KeysError> {
        self.open_accounts()
            .find(|person| person.id == id)
            .ok_or(KeysError::NoSuchPerson)
    }

    fn person_mut(&mut self, id: PersonId) -> Result<&mut Person, KeysError> {
        self.document
            .people
            .iter_mut()
            .find(|person| person.id == id && person.closed.is_none())
            .ok_or(KeysError::NoSuchPerson)
    }
}

impl Person {
    fn listed(&self) -> Listed {
        Listed {
            public: PersonPublic {
                id: self.id,
                identity: self.identity.0,
                sealing: self.sealing.clone(),
            },
            closed: self.closed,
            invited: self.slot(Kind::Invitation).is_some(),
        }
    }
}

impl fmt::Debug for Slots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slots")
            .field("vault", &self.vault())
            .field("counter", &self.counter())
            .field("people", &self.document.people.len())
            .finish_non_exhaustive()
    }
}
