//! Concerns that are worth a look together, in the rooms that whoever is in may open; joined in memory only.
//!
//! Each is one sentence of what was counted and the concerns it rests on. Nothing is scored, and nothing says what it means.

mod aside;
mod find;
mod show;
mod thread;

pub use aside::set_buildup_aside;

pub(crate) use show::{of_concern, of_pupil, of_today};
pub(crate) use thread::steps;
