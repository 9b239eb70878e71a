//! The real program, run as a script runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test code: what cannot be set up fails its test"
)]

mod bench;
mod exits;
mod input;
mod life;
mod outputs;
mod people;
