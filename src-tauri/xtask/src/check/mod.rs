//! `cargo xtask check`: what can be told without running the program.

mod brand;
mod crates;
mod network;
mod places;
mod pure;
mod source;
mod tree;

use crate::house::House;
use crate::steps::Steps;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;
use crate::{bindings, fixtures, notices, setup};

/// One check: its name, whether the window's pages and packages must be there first, and the work.
struct Check {
    name: &'static str,
    needs_setup: bool,
    run: fn(&House, &mut Steps<'_>) -> Outcome,
}

/// In the order they run: the cheapest first.
const CHECKS: &[Check] = &[
    Check {
        name: "crates",
        needs_setup: false,
        run: |house, steps| steps.look("crates", || crates::findings(house)),
    },
    Check {
        name: "pure",
        needs_setup: false,
        run: |house, steps| steps.look("pure", || pure::findings(house)),
    },
    Check {
        name: "places",
        needs_setup: false,
        run: |house, steps| steps.look("places", || places::findings(house)),
    },
    Check {
        name: "tree",
        needs_setup: false,
        run: |house, steps| steps.look("tree", || tree::findings(house)),
    },
    Check {
        name: "fixtures",
        needs_setup: false,
        run: |house, steps| steps.look("fixtures", || fixtures::findings(house)),
    },
    Check {
        name: "network",
        needs_setup: false,
        run: |house, steps| steps.look("network", || network::findings(house)),
    },
    Check {
        name: "notices",
        needs_setup: false,
        run: |house, steps| steps.look("notices", || notices::findings(house)),
    },
    Check {
        name: "format",
        needs_setup: false,
        run: format,
    },
    Check {
        name: "ui",
        needs_setup: true,
        run: ui,
    },
    Check {
        name: "brand",
        needs_setup: true,
        run: |house, steps| steps.look("brand", || brand::findings(house)),
    },
    Check {
        name: "lints",
        needs_setup: true,
        run: lints,
    },
    Check {
        name: "bindings",
        needs_setup: true,
        run: contract,
    },
];

/// All checks, or those named.
pub fn run(house: &House, words: &[String]) -> Outcome {
    let wanted = wanted(words)?;
    let mut steps = Steps::new(house);
    if wanted.iter().any(|check| check.needs_setup) {
        setup::for_running(house, &mut steps)?;
    }
    for check in wanted {
        (check.run)(house, &mut steps)?;
    }
    steps.summary("Checked.");
    Ok(())
}

/// All checks, on a machine already set up, as steps of something larger.
pub fn everything(house: &House, steps: &mut Steps<'_>) -> Outcome {
    CHECKS
        .iter()
        .try_for_each(|check| (check.run)(house, steps))
}

fn wanted(words: &[String]) -> Outcome<Vec<&'static Check>> {
    if words.is_empty() {
        return Ok(CHECKS.iter().collect());
    }
    words
        .iter()
        .map(|word| {
            CHECKS
                .iter()
                .find(|check| check.name == word)
                .ok_or_else(|| {
                    let names: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
                    Stop::new(format!(
                        "There is no check {word}. These are: {}.",
                        names.join(", ")
                    ))
                })
        })
        .collect()
}

fn format(house: &House, steps: &mut Steps<'_>) -> Outcome {
    steps
        .tool(
            "format",
            Tool::cargo(["fmt", "--all", "--check", "--", "--color", "never"]).folder(&house.root),
        )
        .map(|_| ())
}

fn ui(house: &House, steps: &mut Steps<'_>) -> Outcome {
    steps
        .tool(
            "ui types and accessibility",
            Tool::npm(&house.at("ui"), ["run", "check"]),
        )
        .map(|_| ())
}

fn lints(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let clippy = |words: &[&str]| {
        Tool::cargo(["clippy", "--locked", "--all-targets"])
            .args(words)
            .args(["--", "-D", "warnings"])
            .folder(&house.root)
    };
    steps.tool("lints", clippy(&[]))?;
    steps
        .tool("lints of the window", clippy(&["-p", "strongroom"]))
        .map(|_| ())
}

fn contract(house: &House, steps: &mut Steps<'_>) -> Outcome {
    let fresh = bindings::fresh_folder(house)?;
    steps.tool("bindings written afresh", bindings::write(house, &fresh))?;
    steps.look("bindings", || bindings::compare(house, &fresh))
}
