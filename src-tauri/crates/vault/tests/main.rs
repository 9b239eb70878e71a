//! What a room promises, at the level of one file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod arrival;
mod destruction;
mod kit;
mod older_file;
mod recording;
mod rollback;
mod today;
mod told;
mod traps;
