//! The desk: holds the office, does work off the window's thread, and locks when nobody is there.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use app::wire::Fault;
use app::{Keyring, Office, Surroundings, Watch};
use tauri::async_runtime::spawn_blocking;

/// The wall clock and the steady one drift apart by more than this only when the laptop slept or the clock was set.
const SLEPT: Duration = Duration::from_secs(30);

/// What every command is given.
#[derive(Clone)]
pub(crate) struct Desk {
    office: Arc<Mutex<Office>>,
    watch: Watch,
}

impl Desk {
    /// A desk over the vault in `data`, or over the invented school.
    pub(crate) fn new(data: &std::path::Path) -> Self {
        let program = concat!("strongroom ", env!("CARGO_PKG_VERSION"));
        let vault =
            std::env::var_os("STRONGROOM_VAULT").map_or_else(|| data.join("vault"), PathBuf::from);
        let around =
            Surroundings::of_this_computer(vault, data.join("practice"), Keyring::Os, program);
        let office = Office::new(around);
        Self {
            watch: office.watch(),
            office: Arc::new(Mutex::new(office)),
        }
    }

    /// Does a piece of work with the office, on a thread of its own: the window never waits for the disk.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Office) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let desk = self.clone();
        // It may wait here for other work; somebody who locks or stops meanwhile means this piece too.
        let asked = self.watch.asked();
        let done = spawn_blocking(move || {
            let mut office = desk.office();
            desk.watch.turn_of(asked);
            office.settle();
            job(&mut office)
        });
        done.await.unwrap_or_else(|_| Err(Fault::stopped()))
    }

    /// The office. A command that ended badly leaves it usable: everything it changes is whole or not at all.
    pub(crate) fn office(&self) -> MutexGuard<'_, Office> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long work is told of and stopped.
    pub(crate) fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Stops what is under way and locks. True if somebody was in.
    pub(crate) fn lock(&self) -> bool {
        self.watch.stop();
        let mut office = self.office();
        let somebody = office.is_open();
        // Locking cannot fail in a way that leaves the vault open: rooms are closed and keys wiped either way.
        let _ = app::lock(&mut office);
        somebody
    }
}

/// Watches over the desk for as long as the program runs; `locked` is told why.
pub(crate) fn keep_watch(desk: &Desk, locked: impl Fn(&str) + Send + 'static) {
    let desk = desk.clone();
    std::thread::spawn(move || {
        let (mut steady, mut wall) = (Instant::now(), wall_clock());
        // Kept until the lock was taken: a desk that is busy on waking is locked as soon as it is free.
        let mut slept = false;
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let (steady_now, wall_now) = (Instant::now(), wall_clock());
            slept |= wall_now.saturating_sub(wall) > (steady_now - steady) + SLEPT;
            (steady, wall) = (steady_now, wall_now);
            let idle = {
                let Ok(mut office) = desk.office.try_lock() else {
                    continue;
                };
                office.tick();
                office.is_idle().then(|| office.lock_after_minutes())
            };
            match idle {
                Some(minutes) if desk.lock() => locked(&format!(
                    "Locked after {minutes} {}. Your draft is kept.",
                    if minutes == 1 { "minute" } else { "minutes" }
                )),
                None if slept && desk.lock() => {
                    locked("Locked while the laptop slept. Your draft is kept.")
                }
                _ => {}
            }
        }
    });
}

#[allow(
    clippy::disallowed_methods,
    reason = "the shell is where the clock comes from"
)]
fn wall_clock() -> Duration {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}
