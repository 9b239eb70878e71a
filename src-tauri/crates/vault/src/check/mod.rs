//! Checking a room: every signature, chain, part hash, table; and whether the file is older than it should be.

mod lines;
mod rollback;
mod walk;

pub use rollback::{Remembered, Rollback};
pub use walk::{Fault, Walk};
