//! What one guess costs.

use serde::{Deserialize, Serialize};

use crate::KeysError;

/// What one guess at a password costs: memory and passes over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory in MiB.
    pub mib: u32,
    /// Passes over that memory.
    pub passes: u32,
}

impl Cost {
    /// The least there is: 64 MiB, 3 passes (RFC 9106, second recommendation).
    pub const FLOOR: Self = Self { mib: 64, passes: 3 };
    /// The most memory a new slot gets, in MiB: a school laptop must be able to open it.
    pub const MOST_MIB: u32 = 512;
    /// The most passes a new slot gets, and the most that is ever run.
    pub const MOST_PASSES: u32 = 20;
    /// The most memory that is ever run, in MiB: above it a slot is taken for hostile.
    pub const MOST_MIB_TO_OPEN: u32 = 1024;

    /// A cost for a new slot, from [`Cost::FLOOR`] to 512 MiB and 20 passes.
    pub fn new(mib: u32, passes: u32) -> Result<Self, KeysError> {
        let cost = Self { mib, passes };
        if cost.may_make() {
            Ok(cost)
        } else {
            Err(KeysError::CostRefused)
        }
    }

    /// Whether a new slot may have this cost.
    pub(crate) fn may_make(self) -> bool {
        self.may_open() && self.mib <= Self::MOST_MIB
    }

    /// Whether a slot of this cost may be tried.
    pub(crate) fn may_open(self) -> bool {
        (Self::FLOOR.mib..=Self::MOST_MIB_TO_OPEN).contains(&self.mib)
            && (Self::FLOOR.passes..=Self::MOST_PASSES).contains(&self.passes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_slot_is_neither_too_cheap_nor_too_dear() {
        assert!(Cost::new(64, 3).is_ok());
        assert!(Cost::new(512, 20).is_ok());
        for (mib, passes) in [(63, 3), (64, 2), (513, 3), (64, 21)] {
            assert!(Cost::new(mib, passes).is_err(), "{mib}/{passes}");
        }
        assert!(
            Cost {
                mib: 1024,
                passes: 3
            }
            .may_open()
        );
    }
}
