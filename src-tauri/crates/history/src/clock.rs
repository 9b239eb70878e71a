//! The clock of a history: never goes back, whatever the laptop's clock does.

use serde::{Deserialize, Serialize};

use crate::MAX_NUMBER;

/// A hybrid clock reading: the wall clock in milliseconds since 1970, and a count for entries that share it.
///
/// A writer's next reading is always later than every entry it has seen, so that order by reading
/// is an order in which causes come before effects, also between laptops whose clocks disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC, from 0 to 2^53 - 1.
    pub ms: i64,
    /// Counts entries within the same millisecond, or while the wall clock is behind.
    pub n: u32,
}

/// The latest wall time the format can write.
const MAX_MS: i64 = MAX_NUMBER as i64;

impl Moment {
    /// The reading for a new entry at wall time `now_ms`, after the latest reading seen.
    ///
    /// A clock outside of what the format can write is taken to its nearest end: a wrong clock is never a reason
    /// to refuse a record.
    pub fn after(latest: Option<Moment>, now_ms: i64) -> Moment {
        let now_ms = now_ms.clamp(0, MAX_MS);
        match latest {
            Some(latest) if latest.ms >= now_ms => match latest.n.checked_add(1) {
                Some(n) => Moment { ms: latest.ms, n },
                None => Moment {
                    ms: latest.ms.saturating_add(1),
                    n: 0,
                },
            },
            Some(_) | None => Moment { ms: now_ms, n: 0 },
        }
    }
}

/// What was odd about the laptop's clock when an entry was written. Recorded and shown, never a reason to refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockNote {
    /// The clock stood earlier than an entry already written here, by so many seconds.
    WentBack(i64),
    /// The clock was more than a day past the last entry of the same sitting, by so many seconds.
    Jumped(i64),
    /// The clock stood before this program was made.
    BeforeBuild,
}

/// Two minutes: laptops correct themselves by less all the time.
const BACK_MS: i64 = 2 * 60 * 1000;
/// One day.
const JUMP_MS: i64 = 24 * 60 * 60 * 1000;

impl ClockNote {
    /// Compares the wall clock with the last entry written here, with the last time this sitting looked at the
    /// clock, and with the day the program was built. Sleep between sittings is not a jump.
    pub fn about(
        now_ms: i64,
        last_written_ms: Option<i64>,
        this_sitting_ms: Option<i64>,
        built_ms: i64,
    ) -> Option<Self> {
        if now_ms < built_ms {
            return Some(Self::BeforeBuild);
        }
        match (last_written_ms, this_sitting_ms) {
            (Some(last), _) if now_ms < last.saturating_sub(BACK_MS) => {
                Some(Self::WentBack(last.saturating_sub(now_ms) / 1000))
            }
            (_, Some(sat)) if now_ms > sat.saturating_add(JUMP_MS) => {
                Some(Self::Jumped(now_ms.saturating_sub(sat) / 1000))
            }
            _ => None,
        }
    }

    /// As it stands in a header.
    pub fn code(&self) -> String {
        match self {
            Self::WentBack(seconds) => format!("went back {seconds} s"),
            Self::Jumped(seconds) => format!("jumped {seconds} s"),
            Self::BeforeBuild => "before build".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_still_moves_the_history_forward() {
        let seen = Moment { ms: 5_000, n: 7 };

        let next = Moment::after(Some(seen), 1_000);

        assert!(next > seen);
        assert_eq!(next, Moment { ms: 5_000, n: 8 });
    }

    #[test]
    fn a_counter_that_is_full_moves_to_the_next_millisecond() {
        let full = Moment {
            ms: 5_000,
            n: u32::MAX,
        };

        assert_eq!(Moment::after(Some(full), 10), Moment { ms: 5_001, n: 0 });
    }

    #[test]
    fn a_clock_outside_of_the_format_is_no_reason_to_refuse() {
        assert_eq!(Moment::after(None, -1), Moment { ms: 0, n: 0 });
        assert_eq!(Moment::after(None, i64::MAX), Moment { ms: MAX_MS, n: 0 });
        assert_eq!(
            Moment::after(Some(Moment { ms: MAX_MS, n: 3 }), 7),
            Moment { ms: MAX_MS, n: 4 }
        );
    }

    #[test]
    fn small_corrections_are_not_worth_a_note_and_large_ones_are() {
        assert_eq!(ClockNote::about(1_000_000, Some(1_060_000), None, 0), None);
        assert_eq!(
            ClockNote::about(1_000_000, Some(1_200_000), None, 0),
            Some(ClockNote::WentBack(200))
        );
        assert_eq!(
            ClockNote::about(90_000_000, None, Some(1), 0),
            Some(ClockNote::Jumped(89_999))
        );
        assert_eq!(
            ClockNote::about(5, None, None, 10),
            Some(ClockNote::BeforeBuild)
        );
    }
}
