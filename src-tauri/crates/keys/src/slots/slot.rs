//! One slot: a person's keys, the vault key and their card, under what one secret gives.
//!
//! Plaintext, before the padding of every envelope: version 1 (1 byte), identity seed (32), sealing
//! secret (32), vault key (32), then user, name and role, each as length (2 bytes, big-endian) and UTF-8.

use rand_core::CryptoRngCore;
use zeroize::Zeroizing;

use super::document::{Kind, Slot};
use super::{Card, Opened, VaultKey};
use crate::derive::{self, Key};
use crate::envelope::Envelope;
use crate::hex::Hex;
use crate::stretch::stretch;
use crate::{
    Cost, DeviceSecret, InvitationCode, KeysError, PersonId, PersonKeys, RecoveryWords, VaultId,
    password,
};

const CONTENTS_VERSION: u8 = 1;

/// What opens a slot of one kind.
pub(super) enum Opener<'a> {
    Password(&'a str, &'a DeviceSecret),
    Recovery(&'a RecoveryWords),
    Invitation(&'a InvitationCode, &'a DeviceSecret),
}

/// An opener after its one expensive step. Opens any slot of the salt it was stretched with; for printed
/// words that salt is the vault's, so that one run tries everybody's.
pub(super) struct Stretched<'a> {
    key: Key,
    kind: Kind,
    device: Option<&'a DeviceSecret>,
}

/// What a slot holds.
pub(super) struct Contents<'a> {
    pub(super) keys: &'a PersonKeys,
    pub(super) vault_key: &'a VaultKey,
    pub(super) card: &'a Card,
}

impl<'a> Contents<'a> {
    pub(super) fn of(opened: &'a Opened) -> Self {
        Self {
            keys: &opened.keys,
            vault_key: &opened.vault_key,
            card: &opened.card,
        }
    }
}

impl<'a> Opener<'a> {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Password(..) => Kind::Password,
            Self::Recovery(_) => Kind::Recovery,
            Self::Invitation(..) => Kind::Invitation,
        }
    }

    /// One run of Argon2id. `salt` is the slot's; printed words do not use it here.
    pub(super) fn stretch(
        &self,
        vault: VaultId,
        salt: &[u8; 16],
        cost: Cost,
    ) -> Result<Stretched<'a>, KeysError> {
        let (key, device) = match self {
            Self::Password(password, device) => (
                stretch(&password::as_typed(password), salt, cost)?,
                Some(*device),
            ),
            Self::Recovery(words) => (stretch(words.bits(), &salt_of_kits(vault), cost)?, None),
            Self::Invitation(code, device) => (
                stretch(code.as_str().as_bytes(), salt, cost)?,
                Some(*device),
            ),
        };
        Ok(Stretched {
            key,
            kind: self.kind(),
            device,
        })
    }
}

/// Printed words are 128 random bits: a salt per vault is as good as one per person, and lets one run of
/// Argon2id try every kit.
fn salt_of_kits(vault: VaultId) -> [u8; 16] {
    let hash = derive::sha256(&[b"strongroom/recovery-salt/v1\n", &vault.0]);
    let (salt, _) = hash.split_first_chunk().unwrap_or((&[0; 16], &[]));
    *salt
}

impl Stretched<'_> {
    fn kek(&self, salt: &[u8; 16]) -> Key {
        let purpose: &[u8] = match self.kind {
            Kind::Password => b"strongroom/kek/v1",
            Kind::Recovery => b"strongroom/kek-recovery/v1",
            Kind::Invitation => b"strongroom/kek-invitation/v1",
        };
        match self.device {
            Some(device) => derive::key(&[&*self.key, device.bytes()], salt, &[purpose]),
            None => derive::key(&[&*self.key], salt, &[purpose]),
        }
    }

    pub(super) fn open(&self, vault: VaultId, person: PersonId, slot: &Slot) -> Option<Opened> {
        let envelope = Envelope {
            nonce: slot.nonce,
            sealed: slot.sealed.clone(),
        };
        let about = about(vault, person, &slot.id.0, slot.kind);
        let bytes = envelope.open(&self.kek(&slot.salt.0), &about)?;
        unpack(person, slot.cost, &bytes)
    }
}

/// Makes a slot. Costs one run of Argon2id.
pub(super) fn make(
    vault: VaultId,
    contents: &Contents,
    opener: &Opener,
    cost: Cost,
    rng: &mut dyn CryptoRngCore,
) -> Result<Slot, KeysError> {
    if !cost.may_make() {
        return Err(KeysError::CostRefused);
    }
    let (mut id, mut salt) = ([0; 16], [0; 16]);
    rng.fill_bytes(&mut id);
    rng.fill_bytes(&mut salt);

    let kind = opener.kind();
    let kek = opener.stretch(vault, &salt, cost)?.kek(&salt);
    let about = about(vault, contents.keys.id(), &id, kind);
    let Envelope { nonce, sealed } = Envelope::seal(&kek, &about, &pack(contents), rng);
    Ok(Slot {
        id: Hex(id),
        kind,
        cost,
        salt: Hex(salt),
        nonce,
        sealed,
    })
}

/// What a slot is bound to: it opens nowhere but in its place.
fn about(vault: VaultId, person: PersonId, slot: &[u8; 16], kind: Kind) -> Vec<u8> {
    [
        b"strongroom/slot/v1\n".as_slice(),
        &vault.0,
        &person.0,
        slot,
        kind.name().as_bytes(),
    ]
    .concat()
}

fn pack(contents: &Contents) -> Zeroizing<Vec<u8>> {
    let card = contents.card;
    let texts = [&card.user, &card.name, &card.role].map(|text| cut(text));
    let length = 97 + texts.iter().map(|text| 2 + text.len()).sum::<usize>();

    let mut bytes = Zeroizing::new(Vec::with_capacity(length));
    bytes.push(CONTENTS_VERSION);
    for secret in contents.keys.secrets() {
        bytes.extend_from_slice(secret);
    }
    bytes.extend_from_slice(contents.vault_key.bytes());
    for text in texts {
        let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(text.as_bytes());
    }
    bytes
}

/// No name is longer than 65,535 bytes; one that is loses its end, not its place.
fn cut(text: &str) -> &str {
    text.get(..text.floor_char_boundary(usize::from(u16::MAX)))
        .unwrap_or_default()
}

fn unpack(person: PersonId, cost: Cost, bytes: &[u8]) -> Option<Opened> {
    let (version, rest) = bytes.split_first()?;
    if *version != CONTENTS_VERSION {
        return None;
    }
    let (identity, rest) = rest.split_first_chunk::<32>()?;
    let (sealing, rest) = rest.split_first_chunk::<32>()?;
    let (vault_key, rest) = rest.split_first_chunk::<32>()?;
    let (user, rest) = text(rest)?;
    let (name, rest) = text(rest)?;
    let (role, rest) = text(rest)?;
    rest.is_empty().then(|| Opened {
        keys: PersonKeys::from_secrets(person, identity, sealing),
        vault_key: VaultKey::from_bytes(vault_key),
        card: Card { user, name, role },
        cost,
    })
}

fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    let (text, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}
