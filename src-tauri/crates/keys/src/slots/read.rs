//! Reading the people file: the newer of two copies that is whole.

use std::path::Path;

use serde::Deserialize;

use super::document::Document;
use super::trailer::{Stored, checked};
use super::{Slots, VERSION};
use crate::{KeysError, disk};

/// The two copies of the people file in the vault's folder. A backup carries both.
pub const FILES: [&str; 2] = ["people.slots.a", "people.slots.b"];

const MOST_BYTES: u64 = 16 << 20;

/// The one thing every version says.
#[derive(Deserialize)]
struct AnyVersion {
    strongroom_slots: u32,
}

impl Slots {
    /// Reads the list of the vault in this folder: of two copies the one written last; a torn or damaged one
    /// is passed over.
    ///
    /// # Errors
    /// [`KeysError::SlotsMissing`], [`KeysError::SlotsDamaged`] (no copy is whole),
    /// [`KeysError::SlotsNewer`], [`KeysError::Disk`].
    pub fn read(folder: &Path) -> Result<Self, KeysError> {
        let copies = FILES.map(|name| read_copy(&folder.join(name)));
        let mut best: Option<Self> = None;
        let mut worst = KeysError::SlotsMissing;
        for copy in copies {
            match copy {
                Ok(slots) => {
                    if best.as_ref().is_none_or(|b| slots.counter() > b.counter()) {
                        best = Some(slots);
                    }
                }
                // What a newer build wrote is never gone behind.
                Err(newer @ KeysError::SlotsNewer { .. }) => return Err(newer),
                Err(KeysError::SlotsMissing) => {}
                Err(other) => worst = other,
            }
        }
        best.ok_or(worst)
    }

    /// Reads the bytes of one copy, say from a backup.
    ///
    /// # Errors
    /// [`KeysError::SlotsDamaged`], [`KeysError::SlotsNewer`].
    pub fn parse(bytes: &[u8]) -> Result<Self, KeysError> {
        let whole = checked(bytes).ok_or(KeysError::SlotsDamaged)?;
        let version: AnyVersion = json(whole)?;
        if version.strongroom_slots > VERSION {
            return Err(KeysError::SlotsNewer {
                found: version.strongroom_slots,
                known: VERSION,
            });
        }

        let stored = Stored::split(whole).ok_or(KeysError::SlotsDamaged)?;
        let document: Document = json(&stored.body)?;
        if !document.is_sound() {
            return Err(KeysError::SlotsDamaged);
        }
        Ok(Self {
            document,
            stored: Some(stored),
        })
    }
}

pub(super) fn read_copy(path: &Path) -> Result<Slots, KeysError> {
    let bytes = disk::read(path, MOST_BYTES)?.ok_or(KeysError::SlotsMissing)?;
    Slots::parse(&bytes)
}

fn json<T: for<'de> Deserialize<'de>>(unclosed: &[u8]) -> Result<T, KeysError> {
    let object = [unclosed, b"}"].concat();
    serde_json::from_slice(&object).map_err(|_| KeysError::SlotsDamaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn nothing_read_ends_the_program(bytes: Vec<u8>) {
            proptest::prop_assert!(Slots::parse(&bytes).is_err());
        }

        #[test]
        fn nothing_with_a_fitting_check_ends_the_program(
            json in "\\{(\"strongroom_slots\":[0-3])?(,\"(vault|people|seal|vouch|x)\":(\"[0-9a-f]{0,70}\"|\\[\\]|null|7)){0,6}"
        ) {
            let check = crate::hex::encode(&crate::derive::sha256(&[json.as_bytes()]));
            let bytes = format!("{json},\"check\":\"{check}\"}}\n");
            proptest::prop_assert!(Slots::parse(bytes.as_bytes()).is_err());
        }
    }
}
