//! A laptop with a display of its own, Strongroom's real window on it, and somebody in front of it.
//!
//! A journey reads as what a person does: it finds things by what they are called and by what is written on the
//! page, never by how the page is built. Everything a run leaves is in `target/desktop/<journey>/`.

mod axe;
mod boxes;
mod chromium;
mod display;
mod driver;
mod keyboard;
mod laptop;
mod processes;
mod queue;
mod scan;
mod seed;
mod shots;
mod typist;
mod window;

pub use ::kit::{CHAIR, DEV, HEAD, PATIENCE, RUTH, SCHOOL, Somebody, TECH};
pub use laptop::Laptop;
pub use processes::{Process, until};
pub use queue::Queue;
pub use scan::Traces;
pub use seed::{Written, person};
pub use typist::Typist;
pub use window::Window;

use std::time::Duration;

/// How long somebody looks at the window before they say that it does not come. Long, because other work may share
/// the machine; a journey that goes well never waits for it.
pub const LONGEST: Duration = Duration::from_secs(30);

/// The file of a pupil list as an MIS exports it.
pub const PUPIL_LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../src-tauri/crates/exchange/fixtures/roll/sims-good.csv"
);

/// Somebody opens the vault at the door.
pub fn open_as(window: &Window, who: &Somebody) {
    window.write_into("Your user name", who.user);
    window.write_into("Password", who.password);
    window.press("Open");
    window.see(&format!("{}, ", who.name));
}

/// The first page: its title is the day.
pub fn see_today(window: &Window) {
    window.arrive_at(&seed::today());
}

/// The door after a lock.
pub fn see_locked(window: &Window) {
    window.arrive_at(SCHOOL);
    window.see("Locked. Your draft is kept.");
}
