//! Finds the cost this computer pays in about the wanted time.

use std::time::Duration;

use super::{Cost, stretch};
use crate::KeysError;

/// Finds the highest cost whose one run takes no longer than `target` here (about a second is meant),
/// never below [`Cost::FLOOR`]: memory first, in steps of 64, 128, 256 and 512 MiB, then passes.
///
/// `clock` tells the time since any fixed moment. Takes up to about three times `target`.
pub fn calibrate(target: Duration, clock: &mut dyn FnMut() -> Duration) -> Cost {
    climb(target, &mut |cost| {
        let began = clock();
        stretch(b"how long does this take", &[0; 16], cost)?;
        Ok(clock().saturating_sub(began))
    })
}

fn climb(target: Duration, measure: &mut dyn FnMut(Cost) -> Result<Duration, KeysError>) -> Cost {
    let mut cost = Cost::FLOOR;
    let Ok(mut took) = measure(cost) else {
        return cost;
    };
    while cost.mib < Cost::MOST_MIB && took * 2 <= target {
        let dearer = Cost {
            mib: cost.mib * 2,
            ..cost
        };
        // Not enough memory, or slower than twice as slow: the last step it is.
        let measured = measure(dearer).ok().filter(|measured| *measured <= target);
        let Some(measured) = measured else { break };
        (cost, took) = (dearer, measured);
    }

    let one_pass = took / cost.passes;
    while cost.passes < Cost::MOST_PASSES && one_pass * (cost.passes + 1) <= target {
        cost.passes += 1;
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A computer that needs so many microseconds for one MiB in one pass.
    fn on(micros: u64) -> (Cost, Duration) {
        let mut spent = Duration::ZERO;
        let cost = climb(Duration::from_secs(1), &mut |cost| {
            let took = Duration::from_micros(micros * u64::from(cost.mib * cost.passes));
            spent += took;
            Ok(took)
        });
        (cost, spent)
    }

    #[test]
    fn slow_computers_get_the_floor_and_fast_ones_memory_before_passes() {
        assert_eq!(on(20_000).0, Cost { mib: 64, passes: 3 });
        assert_eq!(
            on(2_000).0,
            Cost {
                mib: 128,
                passes: 3
            }
        );
        assert_eq!(
            on(1_000).0,
            Cost {
                mib: 256,
                passes: 3
            }
        );
        assert_eq!(
            on(400).0,
            Cost {
                mib: 512,
                passes: 4
            }
        );
        assert_eq!(
            on(1).0,
            Cost {
                mib: 512,
                passes: 20
            }
        );
    }

    #[test]
    fn calibrating_does_not_take_long() {
        for micros in [100, 400, 1_000, 2_000] {
            assert!(on(micros).1 < Duration::from_secs(3), "{micros}");
        }
    }

    #[test]
    fn a_computer_short_of_memory_keeps_the_last_step_that_worked() {
        let cost = climb(Duration::from_secs(1), &mut |cost| match cost.mib {
            64 => Ok(Duration::from_millis(50)),
            _ => Err(KeysError::NoMemory),
        });

        assert_eq!(
            cost,
            Cost {
                mib: 64,
                passes: 20
            }
        );
    }

    #[test]
    fn one_real_run_is_timed_by_the_clock_handed_in() {
        let mut now = Duration::ZERO;

        let cost = calibrate(Duration::from_secs(1), &mut || {
            now += Duration::from_secs(5);
            now
        });

        assert_eq!(cost, Cost::FLOOR);
    }
}
