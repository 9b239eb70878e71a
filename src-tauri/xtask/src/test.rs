//! `cargo xtask test`: everything CI runs, in the order that finds a fault soonest.

use std::collections::BTreeSet;
use std::path::Path;

use crate::house::House;
use crate::say;
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;
use crate::{check, desktop, headless, setup};

/// Longest that the keyring's tests may take, in seconds.
const KEYRING_LIMIT: u32 = 300;

/// One part of the whole, which can be asked for alone.
struct Stage {
    name: &'static str,
    needs_pages: bool,
    run: fn(&House, &mut Steps<'_>) -> Outcome,
}

const STAGES: &[Stage] = &[
    Stage {
        name: "check",
        needs_pages: true,
        run: check::everything,
    },
    Stage {
        name: "rust",
        needs_pages: false,
        run: rust,
    },
    Stage {
        name: "ui",
        needs_pages: true,
        run: ui,
    },
    Stage {
        name: "keyring",
        needs_pages: false,
        run: keyring,
    },
    Stage {
        name: "desktop",
        needs_pages: true,
        run: desktop::journeys,
    },
];

/// All stages, or those named; always on a machine that is set up first, and with the tree looked at afterwards.
pub fn run(house: &House, words: &[String]) -> Outcome {
    let stages = wanted(words)?;
    let before = tree_state(house)?;
    let mut steps = Steps::new(house);
    setup::for_testing(house, &mut steps)?;
    if stages.iter().any(|stage| stage.needs_pages) {
        setup::pages(house, &mut steps)?;
    }
    for stage in stages {
        (stage.run)(house, &mut steps)?;
    }
    tidy(house, &mut steps, &before)?;
    steps.summary("All is well.");
    Ok(())
}

fn wanted(words: &[String]) -> Outcome<Vec<&'static Stage>> {
    if words.is_empty() {
        return Ok(STAGES.iter().collect());
    }
    words
        .iter()
        .map(|word| {
            STAGES
                .iter()
                .find(|stage| stage.name == word)
                .ok_or_else(|| {
                    let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
                    Stop::new(format!(
                        "There is no stage {word}. These are: {}.",
                        names.join(", ")
                    ))
                })
        })
        .collect()
}

/// Every crate but the window, with the command line built so that journeys can call it.
fn rust(house: &House, steps: &mut Steps<'_>) -> Outcome {
    steps.tool(
        "command line built",
        Tool::cargo(["build", "--locked", "-p", "strongroom-cli"]).folder(&house.root),
    )?;
    let tests = Tool::cargo(["test", "--locked"])
        .env("STRONGROOM_CLI", house.program("strongroom-cli", false));
    steps
        .tool("Rust tests", tests.folder(&house.root))
        .map(|_| ())
}

fn ui(house: &House, steps: &mut Steps<'_>) -> Outcome {
    steps
        .tool("ui tests", Tool::npm(&house.at("ui"), ["test"]))
        .map(|_| ())
}

/// The ignored tests of `keys`, which speak to a real Secret Service.
fn keyring(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let cargo = |words: &[&str]| {
        Tool::cargo(["test", "--locked", "-p", "keys"])
            .args(words)
            .folder(&house.root)
    };
    steps.tool("keyring tests built", cargo(&["--no-run"]))?;
    let log = steps.tool(
        "keyring tests",
        headless::within(cargo(&["--", "--ignored"]), KEYRING_LIMIT),
    )?;
    ran_some(house, &log)
}

/// A step that ran no test proves nothing.
pub fn ran_some(house: &House, log: &Path) -> Outcome {
    let text = std::fs::read(log).unwrap_or_default();
    match passed(&String::from_utf8_lossy(&text)) {
        0 => Err(Stop::new(format!(
            "Not one test ran; {} says why.",
            house.name_of(log)
        ))),
        count => {
            say::line(&format!("  {count} passed"));
            Ok(())
        }
    }
}

/// How many tests passed, from all lines like "test result: ok. 4 passed; ...".
fn passed(log: &str) -> usize {
    log.lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "))
        .filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok())
        .sum()
}

/// What git sees that is not committed.
fn tree_state(house: &House) -> Outcome<BTreeSet<String>> {
    let words = ["status", "--porcelain", "--untracked-files=all"];
    Ok(Tool::new("git")
        .args(words)
        .folder(&house.root)
        .text()?
        .lines()
        .map(str::to_owned)
        .collect())
}

/// Tests leave nothing behind. On a tree that was being worked on it can only be said, not judged.
fn tidy(house: &House, steps: &mut Steps<'_>, before: &BTreeSet<String>) -> Outcome {
    let after = tree_state(house)?;
    let left: Vec<String> = after.difference(before).cloned().collect();
    if before.is_empty() {
        return steps.look("nothing left behind", || Ok(left));
    }
    if !left.is_empty() {
        say::line(&format!(
            "The tree changed while the tests ran:\n  {}",
            left.join("\n  ")
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn tests_that_ran_are_counted_over_all_binaries() {
        let log = "test result: ok. 3 passed; 0 failed; 1 ignored\nnoise\ntest result: ok. 0 passed; 0 failed\ntest result: ok. 2 passed;\n";
        assert_eq!(passed(log), 5);
        assert_eq!(passed("error: no test target named `desktop`"), 0);
    }
}
