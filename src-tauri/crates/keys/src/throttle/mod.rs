//! The rising delay after wrong passwords. It slows somebody at this keyboard, and only them: whoever
//! copied the files guesses elsewhere.

mod file;

use std::path::{Path, PathBuf};

use crate::derive::Key;
use crate::{DeviceSecret, KeysError, VaultId};

pub use file::FILE;

/// The longest wait, in seconds.
pub const LONGEST_WAIT: u64 = 300;

/// What a missing or altered file counts as: throwing it away must not be a way round the wait.
const WHEN_UNKNOWN: u32 = 5;

/// Failed attempts in a row on this computer, kept across restarts. Times are wall-clock seconds.
pub struct Throttle {
    path: PathBuf,
    vault: VaultId,
    key: Key,
    failures: u32,
    last: u64,
}

impl Throttle {
    /// Begins to count, in a vault that was just made or opened with its printed words.
    pub fn begin(folder: &Path, vault: VaultId, device: &DeviceSecret) -> Result<Self, KeysError> {
        let throttle = Self::at(folder, vault, device, 0, 0);
        throttle.write()?;
        Ok(throttle)
    }

    /// Reads the count of a vault that exists. A missing or altered file counts as five failures just now;
    /// a clock that was set back starts the whole wait again. Never fails: what cannot be kept still counts
    /// until the program ends.
    pub fn read(folder: &Path, vault: VaultId, device: &DeviceSecret, now: u64) -> Self {
        let mut throttle = Self::at(folder, vault, device, WHEN_UNKNOWN, now);
        if let Some((failures, last)) = file::read(&throttle.path, vault, &throttle.key) {
            (throttle.failures, throttle.last) = (failures, last);
        }
        if now <= throttle.last && throttle.failures > 0 {
            throttle.last = now;
            let _ = throttle.write();
        }
        throttle
    }

    /// How many seconds are left before the next attempt may be made.
    pub fn wait(&self, now: u64) -> u64 {
        wait_after(self.failures).saturating_sub(now.saturating_sub(self.last))
    }

    /// How many attempts have failed in a row.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Counts a failed attempt and gives the wait in seconds.
    ///
    /// # Errors
    /// [`KeysError::Disk`] when it could not be kept; it is counted all the same until the program ends.
    pub fn failed(&mut self, now: u64) -> Result<u64, KeysError> {
        self.failures = self.failures.saturating_add(1);
        self.last = now;
        self.write()?;
        Ok(self.wait(now))
    }

    /// Begins again from none: the vault was opened.
    pub fn succeeded(&mut self) -> Result<(), KeysError> {
        if self.failures == 0 {
            return Ok(());
        }
        (self.failures, self.last) = (0, 0);
        self.write()
    }

    fn at(folder: &Path, vault: VaultId, device: &DeviceSecret, failures: u32, last: u64) -> Self {
        Self {
            path: folder.join(FILE),
            vault,
            key: device.key(vault, "strongroom/tries/v1"),
            failures,
            last,
        }
    }

    fn write(&self) -> Result<(), KeysError> {
        file::write(&self.path, self.vault, &self.key, self.failures, self.last)
    }
}

/// 0, 2, 4, 8, ... seconds after the 1st, 2nd, 3rd, 4th failure in a row, at most five minutes.
fn wait_after(failures: u32) -> u64 {
    match failures {
        0 | 1 => 0,
        more => 2u64.saturating_pow(more - 1).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_from_two_seconds_to_five_minutes() {
        let waits: Vec<u64> = (0..=11).map(wait_after).collect();

        assert_eq!(waits, [0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert_eq!(wait_after(u32::MAX), 300);
    }
}
