//! The long runs that are not tests: figures and proofs, in release.

use crate::house::{self, House};
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;
use crate::{desktop, headless, setup};

/// Longest that the window's start may be measured, in seconds.
const WINDOW_LIMIT: u32 = 600;

/// `cargo xtask bench`: whatever follows is handed on. `window` measures the start of the window instead and
/// `paint` how soon its screens are there, both on a display of their own.
pub fn bench(house: &House, words: &[String]) -> Outcome {
    let run = |words: &[&str]| {
        Tool::cargo(["run", "--locked", "--release", "-p", "journeys"])
            .args(["--bin", "bench", "--"])
            .args(words)
            .folder(&house.root)
    };
    if words.first().is_some_and(|word| word == "paint") {
        return desktop::paint(house);
    }
    if words.first().is_none_or(|word| word != "window") {
        return run(&[]).args(words).show();
    }
    let mut steps = Steps::new(house);
    setup::for_testing(house, &mut steps)?;
    setup::pages(house, &mut steps)?;
    let build = |words: &[&str]| {
        Tool::cargo(["build", "--locked", "--release"])
            .args(words)
            .folder(&house.root)
    };
    steps.tool("window built", build(&["-p", "strongroom"]))?;
    steps.tool(
        "empty window built",
        build(&["-p", "strongroom", "--example", "empty_window"]),
    )?;
    steps.tool("bench built", build(&["-p", "journeys", "--bin", "bench"]))?;
    let release = house.target.join("release");
    let ours = release.join("strongroom").display().to_string();
    let empty = release.join("examples/empty_window").display().to_string();
    headless::within(run(&["window", &ours, &empty]), WINDOW_LIMIT).show()
}

/// Tests that are too long for every day, by package and by what they are called.
const LONG: &[(&str, &str)] = &[
    ("exchange", "a_million_rows_are_read"),
    (
        "vault",
        "every_byte_of_a_three_chunk_blob_of_the_real_size_is_guarded",
    ),
    (
        "vault",
        "a_file_of_the_largest_size_goes_in_and_out_in_bounded_memory",
    ),
];

/// Pages of guidance whose sources were last read more than a year ago: nothing goes out to schools with them.
#[expect(
    clippy::disallowed_methods,
    reason = "what goes out today is judged by today's date"
)]
fn read_long_ago(house: &House) -> Outcome<Vec<String>> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    // Months of 30.44 days are near enough for a year.
    let months_now = 1970 * 12 + now.map_or(0, |since| since.as_secs() / 2_630_016);
    let mut stale = Vec::new();
    for path in house::walk(&house.at("assets/guidance"), &[]) {
        let text = house::read(&path)?;
        let checked = text
            .lines()
            .find_map(|line| line.strip_prefix("checked = "));
        let month = checked.and_then(|month| {
            let (year, month) = month.trim_matches('"').split_once('-')?;
            Some(year.parse::<u64>().ok()? * 12 + month.parse::<u64>().ok()? - 1)
        });
        if month.is_some_and(|month| months_now.saturating_sub(month) > 12) {
            stale.push(house.name_of(&path).to_string());
        }
    }
    Ok(stale)
}

/// `cargo xtask prove`: that no page of guidance is older than a year, the fault tests with their full counts, and the tests that take long.
pub fn prove(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(Stop::new(format!(
            "`cargo xtask prove` takes nothing, not {word}."
        )));
    }
    let stale = read_long_ago(house)?;
    if !stale.is_empty() {
        return Err(Stop::new(format!(
            "These pages of guidance were last read against their sources more than a year ago:\n  {}",
            stale.join("\n  ")
        )));
    }
    for (package, test) in LONG {
        Tool::cargo(["test", "--locked", "--release", "-p", package, "--lib"])
            .args(["--", "--ignored", test])
            .folder(&house.root)
            .show()?;
    }
    Tool::cargo(["test", "--locked", "--release", "-p", "journeys"])
        .args(["--test", "journeys", "--", "--ignored"])
        .folder(&house.root)
        .show()?;
    Tool::cargo(["test", "--locked", "--release", "-p", "journeys"])
        .args(["--test", "faults", "--", "--ignored", "--nocapture"])
        .env("STRONGROOM_PROVE", "1")
        .folder(&house.root)
        .show()
}
