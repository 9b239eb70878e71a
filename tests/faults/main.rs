//! What happens when things go wrong: the program is killed, the power fails, the disk is full or refuses, the laptop
//! is searched. Every run draws its own seed and prints it; `STRONGROOM_SEED` repeats one.
//!
//! The counts of CI run by themselves. `cargo xtask prove` runs the ignored tests, which are the same with more.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod both;
mod bytes;
mod canary;
mod judge;
mod judge_desk;
mod kill;
mod kill_desk;
mod laptop;
mod luck;
mod memory;
mod network;
mod power;
mod refused;
mod rig;
mod search;
