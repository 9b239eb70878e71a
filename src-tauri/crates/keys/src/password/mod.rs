//! Passwords as people choose, type and get them.

mod generate;
mod judge;
mod normalise;

pub use generate::generate;
pub(crate) use generate::words;
pub use judge::{Judgement, judge};
pub(crate) use normalise::{as_typed, user_name};
