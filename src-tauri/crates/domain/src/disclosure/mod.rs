//! What a report may say in numbers: no count from 1 to 4 can be worked out from it, nor from it and any report before it
//! (governor_report.toml, `suppression`; general practice of disclosure control).
//!
//! A small count is safe where there is another world: one in which every report would say just what it says, and that count is
//! another. [`protect`] looks for such a world for every small count there is; where it finds none, it shows one figure less of the new
//! report and looks again. What was said before is never taken back.

mod another_world;
mod atoms;
mod figure;
mod limits;
mod protect;
#[cfg(test)]
mod tests;

pub use figure::{Days, Event, Figure, Leaf, Published, Shown};
pub use protect::{protect, reach};
