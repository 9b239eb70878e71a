//! Times of the same thing done many times.

use std::time::{Duration, Instant};

/// Times, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// Takes times in any order; there is at least one.
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that half of them stay under.
    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// The time that 19 of 20 stay under.
    pub fn p95(&self) -> Duration {
        self.percentile(95)
    }

    fn percentile(&self, percent: usize) -> Duration {
        let last = self.0.len() - 1;
        self.0[(self.0.len() * percent / 100).min(last)]
    }
}

/// How long something took, and what came of it.
pub fn took<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let value = work();
    (begun.elapsed(), value)
}

/// One time as a multiple of another.
pub fn ratio(time: Duration, floor: Duration) -> f64 {
    time.as_secs_f64() / floor.as_secs_f64()
}

/// In milliseconds, for a table.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
