//! The world, handed in: the time, a clock that only runs forward, randomness, and where things are kept.

mod computer;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use chrono_tz::Tz;
use keys::{Cost, Keyring};
use rand_core::{CryptoRngCore, OsRng};

/// Everything an office needs from outside.
pub struct Surroundings {
    /// The vault's folder. It need not exist yet.
    pub folder: PathBuf,
    /// Where the invented school for practising lives.
    pub practice_folder: PathBuf,
    /// Where the device secret is kept.
    pub keyring: Keyring,
    /// The wall clock.
    pub now: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    /// A clock that only runs forward and counts sleep: for locking when idle.
    pub steady: Arc<dyn Fn() -> Duration + Send + Sync>,
    /// The laptop's time zone.
    pub zone: Tz,
    /// Randomness.
    pub rng: Box<dyn CryptoRngCore + Send>,
    /// What a new password slot costs; calibrated to about a second when absent.
    pub cost: Option<Cost>,
    /// The program that writes, as it stands in entries.
    pub app: String,
    /// When the program was built.
    pub built: DateTime<Utc>,
}

impl Surroundings {
    /// The computer the program runs on: its clocks, its zone and its randomness. A password slot is calibrated to it.
    /// `program` is how the writer is named in entries, for example `strongroom 0.1.0`.
    pub fn of_this_computer(
        folder: PathBuf,
        practice_folder: PathBuf,
        keyring: Keyring,
        program: &str,
    ) -> Self {
        Self {
            folder,
            practice_folder,
            keyring,
            now: Arc::new(computer::now),
            steady: Arc::new(computer::steady()),
            zone: computer::zone(),
            rng: Box::new(OsRng),
            cost: None,
            app: program.to_owned(),
            built: computer::built(),
        }
    }

    /// The wall clock in the laptop's zone.
    pub fn local(&self) -> DateTime<Tz> {
        (self.now)().with_timezone(&self.zone)
    }

    /// The same with a fixed offset, as it is written down.
    pub fn stamp(&self) -> DateTime<FixedOffset> {
        self.local().fixed_offset()
    }

    /// Seconds since 1970, for waiting.
    pub fn seconds(&self) -> u64 {
        u64::try_from((self.now)().timestamp()).unwrap_or(0)
    }

    /// What stands in an entry about the time.
    pub fn vault_stamp(&self, sitting_ms: Option<i64>) -> vault::Stamp {
        vault::Stamp {
            now_ms: (self.now)().timestamp_millis(),
            written: self.stamp().to_rfc3339_opts(SecondsFormat::Millis, false),
            zone: self.zone.name().to_owned(),
            app: self.app.clone(),
            built_ms: self.built.timestamp_millis(),
            sitting_ms,
        }
    }
}
