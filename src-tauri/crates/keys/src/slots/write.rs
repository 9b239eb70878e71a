//! Writing the people file: both copies, one after the other, so that one is always whole.

use std::path::Path;

use super::read::{FILES, read_copy};
use super::trailer::Stored;
use super::{Slots, VaultKey};
use crate::{DeviceSecret, KeysError, disk};

impl Slots {
    /// Writes the list: first over the older copy, then over the other, each durable before the next.
    ///
    /// Both copies end the same, so that no closed account and no old password stays behind in either.
    /// A copy of the folder made before still opens with what opened it then: say so.
    ///
    /// # Errors
    /// [`KeysError::SlotsAltered`] when the list read does not hold under the vault key: nothing is written, so
    /// that somebody else's change is not made good; [`KeysError::SlotsMoved`] when the folder holds another
    /// list than the one this was read from; [`KeysError::SlotsNewer`]; [`KeysError::Disk`], and then the list
    /// on disk is whole, as before or as now: read it again to know which.
    pub fn write(
        &mut self,
        folder: &Path,
        device: &DeviceSecret,
        vault_key: &VaultKey,
    ) -> Result<(), KeysError> {
        if self.stored.is_some() && !self.vouch_holds(vault_key) {
            return Err(KeysError::SlotsAltered);
        }
        let older_first = self.order(folder)?;
        let mut next = self.document.clone();
        next.counter += 1;
        let mut body =
            serde_json::to_vec(&next).map_err(|error| KeysError::writing(error.into()))?;
        body.pop(); // the closing brace: the trailer brings its own
        let stored = Stored::make(body, next.vault, device, vault_key);
        let bytes = stored.to_bytes();

        let [older, newer] = older_first.map(|name| folder.join(name));
        disk::write_whole(&older, &bytes)?;
        self.document = next;
        self.stored = Some(stored);

        // From here on the list is safe. The other copy must not keep what was replaced.
        disk::write_whole(&newer, &bytes).or_else(|_| disk::remove(&newer))?;
        disk::sweep(&older);
        disk::sweep(&newer);
        Ok(())
    }

    fn order(&self, folder: &Path) -> Result<[&'static str; 2], KeysError> {
        let [a, b] = FILES;
        let counter_of = |name: &str| match read_copy(&folder.join(name)) {
            Ok(there) if there.vault() == self.vault() => Ok(Some(there.counter())),
            Ok(_) => Err(KeysError::SlotsMoved),
            Err(KeysError::SlotsMissing | KeysError::SlotsDamaged) => Ok(None),
            Err(other) => Err(other),
        };
        let (in_a, in_b) = (counter_of(a)?, counter_of(b)?);

        // Where no copy is whole, there is nothing to lose by writing one.
        if in_a.max(in_b).is_some_and(|there| there != self.counter()) {
            return Err(KeysError::SlotsMoved);
        }
        Ok(if in_a > in_b { [b, a] } else { [a, b] })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use rand_core::OsRng;

    use super::*;
    use crate::VaultId;

    #[test]
    fn the_copy_that_is_older_or_damaged_is_written_first() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        let (device, vault_key) = (DeviceSecret::absent(), VaultKey::generate(&mut OsRng));
        let mut slots = Slots::create(VaultId([1; 16]));
        slots.write(folder.path(), &device, &vault_key).unwrap();
        let old = fs::read(path(FILES[0])).unwrap();
        slots.write(folder.path(), &device, &vault_key).unwrap();
        let new = fs::read(path(FILES[0])).unwrap();

        for older in [0, 1] {
            for spoilt in [old.as_slice(), b"damaged"] {
                fs::write(path(FILES[older]), spoilt).unwrap();
                assert_eq!(slots.order(folder.path()).unwrap()[0], FILES[older]);
            }
            fs::write(path(FILES[older]), &new).unwrap();
        }
    }
}
