//! The end of the people file: seal, vouch and check, over the exact bytes before them.
//!
//! ```text
//! BODY ,"seal":"<64 hex>" ,"vouch":"<64 hex>" ,"check":"<64 hex>" }\n        (no spaces between)
//! ```
//!
//! BODY is the JSON object without its closing brace. The check stays last in every version to come, so
//! that a damaged file is told from a newer one.

use super::VaultKey;
use crate::derive::{self, Key};
use crate::{DeviceSecret, VaultId, hex};

const SEAL: &[u8] = b",\"seal\":\"";
const VOUCH: &[u8] = b",\"vouch\":\"";
const CHECK: &[u8] = b",\"check\":\"";

/// A list as it stands in its file.
#[derive(Clone)]
pub(super) struct Stored {
    pub(super) body: Vec<u8>,
    seal: [u8; 32],
    vouch: [u8; 32],
}

impl Stored {
    pub(super) fn make(
        body: Vec<u8>,
        vault: VaultId,
        device: &DeviceSecret,
        vault_key: &VaultKey,
    ) -> Self {
        Self {
            seal: derive::tag(&seal_key(vault, device), &body),
            vouch: derive::tag(&vouch_key(vault, vault_key), &body),
            body,
        }
    }

    pub(super) fn seal_holds(&self, vault: VaultId, device: &DeviceSecret) -> bool {
        derive::tag_holds(&seal_key(vault, device), &self.body, &self.seal)
    }

    pub(super) fn vouch_holds(&self, vault: VaultId, vault_key: &VaultKey) -> bool {
        derive::tag_holds(&vouch_key(vault, vault_key), &self.body, &self.vouch)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.body.clone();
        for (name, value) in [(SEAL, &self.seal), (VOUCH, &self.vouch)] {
            bytes.extend_from_slice(name);
            bytes.extend_from_slice(hex::encode(value).as_bytes());
            bytes.push(b'"');
        }
        let check = derive::sha256(&[&bytes]);
        bytes.extend_from_slice(CHECK);
        bytes.extend_from_slice(hex::encode(&check).as_bytes());
        bytes.extend_from_slice(b"\"}\n");
        bytes
    }

    /// Takes apart what [`checked`] has let through.
    pub(super) fn split(checked: &[u8]) -> Option<Self> {
        let (rest, vouch) = last(checked.strip_suffix(b"\"")?, VOUCH)?;
        let (body, seal) = last(rest.strip_suffix(b"\"")?, SEAL)?;
        Some(Self {
            body: body.to_vec(),
            seal,
            vouch,
        })
    }
}

/// Gives what stands before the check, when the check fits. True of every version.
pub(super) fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (before, check) = last(bytes.strip_suffix(b"\"}\n")?, CHECK)?;
    (derive::sha256(&[before]) == check).then_some(before)
}

fn last<'a>(bytes: &'a [u8], name: &[u8]) -> Option<(&'a [u8], [u8; 32])> {
    let (rest, digits) = bytes.split_at_checked(bytes.len().checked_sub(64)?)?;
    Some((rest.strip_suffix(name)?, hex::decode_array(digits)?))
}

fn seal_key(vault: VaultId, device: &DeviceSecret) -> Key {
    device.key(vault, "strongroom/slots-seal/v1")
}

fn vouch_key(vault: VaultId, vault_key: &VaultKey) -> Key {
    vault_key.key(vault, "strongroom/slots-vouch/v1")
}
