//! Two clocks that stand still until a hand moves them.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// The wall clock, and the one that only runs forward. Clones show the same time.
#[derive(Clone)]
pub struct Clock(Arc<Mutex<Hands>>);

struct Hands {
    wall: DateTime<Utc>,
    steady: Duration,
}

impl Clock {
    /// Both stand at a moment, RFC 3339.
    pub fn at(moment: &str) -> Self {
        Self(Arc::new(Mutex::new(Hands {
            wall: moment.parse().unwrap(),
            steady: Duration::from_secs(1_000),
        })))
    }

    /// Time passes on both.
    pub fn pass(&self, time: Duration) {
        let mut hands = self.hands();
        hands.steady += time;
        hands.wall += TimeDelta::from_std(time).unwrap();
    }

    /// Somebody sets the wall clock, RFC 3339. The other runs on untouched.
    pub fn set_wall(&self, moment: &str) {
        self.hands().wall = moment.parse().unwrap();
    }

    /// What the wall clock shows.
    pub fn now(&self) -> DateTime<Utc> {
        self.hands().wall
    }

    /// What the other shows.
    pub fn steady(&self) -> Duration {
        self.hands().steady
    }

    fn hands(&self) -> std::sync::MutexGuard<'_, Hands> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
