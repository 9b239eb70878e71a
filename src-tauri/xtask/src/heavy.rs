//! The long runs that are not tests: figures and proofs, in release.

use crate::house::House;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// `cargo xtask bench`: whatever follows is handed on.
pub fn bench(house: &House, words: &[String]) -> Outcome {
    Tool::cargo([
        "run",
        "--locked",
        "--release",
        "-p",
        "journeys",
        "--bin",
        "bench",
        "--",
    ])
    .args(words)
    .folder(&house.root)
    .show()
}

/// `cargo xtask prove`: the fault tests with their full counts.
pub fn prove(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(Stop::new(format!(
            "`cargo xtask prove` takes nothing, not {word}."
        )));
    }
    Tool::cargo([
        "test",
        "--locked",
        "--release",
        "-p",
        "journeys",
        "--test",
        "faults",
        "--",
        "--ignored",
        "--nocapture",
    ])
    .env("STRONGROOM_PROVE", "1")
    .folder(&house.root)
    .show()
}
