//! Makes every guess at a password cost time and memory: Argon2id, version 0x13, one lane.
//!
//! One lane because this implementation runs lanes one after the other: more would only help a guesser.

mod calibrate;
mod cost;

pub use calibrate::calibrate;
pub use cost::Cost;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use crate::KeysError;
use crate::derive::Key;

/// Stretches a secret to 32 bytes. Takes about a second at a calibrated cost.
///
/// Refuses a cost below the floor or above what is safe to run, so that a hostile file cannot hang the
/// program; says [`KeysError::NoMemory`] instead of ending it when the memory is not there.
pub(crate) fn stretch(secret: &[u8], salt: &[u8; 16], cost: Cost) -> Result<Key, KeysError> {
    if !cost.may_open() {
        return Err(KeysError::CostRefused);
    }
    #[cfg(test)]
    RUNS.with(|runs| runs.set(runs.get() + 1));
    let params = Params::new(cost.mib * 1024, cost.passes, 1, Some(32))
        .map_err(|_| KeysError::CostRefused)?;

    let mut memory: Vec<Block> = Vec::new();
    memory
        .try_reserve_exact(params.block_count())
        .map_err(|_| KeysError::NoMemory)?;
    memory.resize(params.block_count(), Block::default());

    let mut key = Zeroizing::new([0; 32]);
    let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(secret, salt, key.as_mut(), &mut memory);
    // Its first blocks would let a guess be checked without the cost.
    memory.iter_mut().for_each(Zeroize::zeroize);
    done.map_err(|_| KeysError::CostRefused)?;
    Ok(key)
}

#[cfg(test)]
thread_local! {
    /// How often this thread has stretched: tests count work, they do not time it.
    pub(crate) static RUNS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    #[test]
    fn a_stretched_secret_agrees_with_other_peoples_argon2() {
        // Made with OpenSSL: ARGON2ID, 3 iterations, 1 lane, memory cost 65536.
        let key = stretch(b"correct horse", b"0123456789abcdef", Cost::FLOOR).unwrap();

        assert_eq!(
            hex::encode(key.as_ref()),
            "92599c67f23f1d9dce9b6f0cfb5a9b18ce110336de00799947472465edd9e49a"
        );
    }

    #[test]
    fn a_hostile_or_too_cheap_cost_is_refused_before_any_work() {
        for (mib, passes) in [
            (63, 3),
            (64, 2),
            (1025, 3),
            (64, 21),
            (u32::MAX, u32::MAX),
            (0, 0),
        ] {
            let refused = stretch(b"", &[0; 16], Cost { mib, passes });

            assert!(
                matches!(refused, Err(KeysError::CostRefused)),
                "{mib}/{passes}"
            );
        }
    }
}
