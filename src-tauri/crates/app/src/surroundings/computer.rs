//! The real clocks and the real zone: the one place where the program asks its computer instead of being told.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// When it was built, in seconds since 1970, as packages are told it so that two builds are alike. Without it, the day
/// of the oldest compiler that builds this: no clock of a working laptop stands before it.
const BUILT: Result<i64, std::num::ParseIntError> = match option_env!("SOURCE_DATE_EPOCH") {
    Some(seconds) => i64::from_str_radix(seconds, 10),
    None => Ok(OLDEST),
};

/// 14 April 2026, Rust 1.95.
const OLDEST: i64 = 1_776_124_800;

/// The wall clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock everybody else is given"
)]
pub(super) fn now() -> DateTime<Utc> {
    Utc::now()
}

/// A clock from zero that only runs forward and counts sleep.
pub(super) fn steady() -> impl Fn() -> Duration + Send + Sync {
    let (began, up) = (Instant::now(), uptime());
    move || {
        // Whether `Instant` counts sleep differs between systems. Both run forward, so the greater one does too.
        let awake = began.elapsed();
        let with_sleep = up
            .zip(uptime())
            .map(|(then, now)| now.saturating_sub(then))
            .unwrap_or_default();
        awake.max(with_sleep)
    }
}

/// How long this computer has been on, sleep included. Only Linux says so in a file.
fn uptime() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/uptime").ok()?;
    let seconds = text.split_whitespace().next()?.parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}

/// The zone of `TZ`, else of the system, else London: the schools this is made for are in England.
pub(super) fn zone() -> Tz {
    zone_from(
        std::env::var("TZ").ok(),
        iana_time_zone::get_timezone().ok(),
    )
}

fn zone_from(asked: Option<String>, system: Option<String>) -> Tz {
    [asked, system]
        .into_iter()
        .flatten()
        .find_map(|name| name.trim_start_matches(':').parse().ok())
        .unwrap_or(Tz::Europe__London)
}

/// When the program was built.
pub(super) fn built() -> DateTime<Utc> {
    let seconds = BUILT.as_ref().copied().unwrap_or(OLDEST);
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_the_one_asked_for_then_the_systems_then_london() {
        let some = |name: &str| Some(name.to_owned());

        assert_eq!(
            zone_from(some(":Europe/Paris"), some("Asia/Tokyo")),
            Tz::Europe__Paris
        );
        assert_eq!(
            zone_from(some("/nowhere"), some("Asia/Tokyo")),
            Tz::Asia__Tokyo
        );
        assert_eq!(zone_from(None, None), Tz::Europe__London);
    }

    #[test]
    fn the_steady_clock_begins_at_zero_and_runs_forward() {
        let steady = steady();

        let first = steady();
        let second = steady();

        assert!(first < Duration::from_secs(5));
        assert!(second >= first);
    }

    #[test]
    fn the_clock_stands_after_the_program_was_built() {
        assert!(built() >= DateTime::from_timestamp(OLDEST, 0).unwrap());
        assert!(now() > built());
    }
}
