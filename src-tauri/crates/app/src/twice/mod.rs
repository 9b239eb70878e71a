//! Two records of one child or one adult: found, put together, taken apart again, or found to be two.

mod adults;
mod alike;
mod find;
mod join;
mod pupils;

use domain::twice::Records;
use vault::ask::Kept;
use vault::{Room, VaultError};

use crate::Office;
use crate::wire::{Fault, RecordsOf, TwiceRecord};

pub use find::twice;
pub use join::{ask_again, join_records, keep_apart, kept_apart, part_records};

pub(crate) use join::shown as joined;

/// Somebody who may be on record twice, with the words in which that is said.
pub(crate) trait Twin: Kept {
    /// Which noun.
    const OF: RecordsOf;
    /// `one child`
    const ONE: &'static str;
    /// `two children`
    const TWO: &'static str;

    /// What was said of one record and others, verified as it is read.
    fn records(self, room: &Room) -> Result<Records<Self>, VaultError>;

    /// One record by what tells it from another.
    fn shown(self, room: &Room) -> Result<TwiceRecord, Fault>;

    /// How many concerns name it.
    fn concerns(self, office: &Office, room: &Room) -> Result<u32, Fault>;

    /// Pairs that may be one.
    fn likely(room: &Room) -> Result<Vec<find::Likely<Self>>, Fault>;
}
