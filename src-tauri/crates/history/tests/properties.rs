//! What must hold of any history, however it came about and in whatever order it arrives.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "test code"
)]

#[path = "properties/arrival.rs"]
mod arrival;
#[path = "properties/destruction.rs"]
mod destruction;
mod kit;
#[path = "properties/spelling.rs"]
mod spelling;
#[path = "properties/story.rs"]
mod story;
