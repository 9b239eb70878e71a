//! Whose work ships with ours, and under what licence.

mod crates;
mod packages;

use crate::house::{self, House};
use crate::json::{self, Value};
use crate::say;
use crate::stop::{Outcome, Stop};

/// Where it is written.
const FILE: &str = "assets/notices/THIRD-PARTY.md";

/// One piece of other people's work.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    /// Its name in its registry.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence as an SPDX expression.
    pub licence: String,
    /// Where its source is, when it says so.
    pub source: String,
}

/// `cargo xtask notices`.
pub fn run(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(Stop::new(format!(
            "`cargo xtask notices` takes nothing, not {word}."
        )));
    }
    house::write(&house.at(FILE), page(house)?.as_bytes())?;
    say::line(&format!("{FILE} is written."));
    Ok(())
}

/// Whether the page is what the lock files say, and every work has a licence.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let fresh = page(house)?;
    let kept = std::fs::read_to_string(house.at(FILE)).unwrap_or_default();
    if kept.replace("\r\n", "\n") == fresh {
        return Ok(Vec::new());
    }
    Ok(vec![format!(
        "{FILE} is not what the lock files say; run `cargo xtask notices`"
    )])
}

fn page(house: &House) -> Outcome<String> {
    let crates = crates::shipped(house)?;
    let lock = house.at("ui/package-lock.json");
    let packages = if lock.is_file() {
        packages::listed(&document(&house::read(&lock)?)?)
    } else {
        Vec::new()
    };
    let unlicensed: Vec<&str> = crates
        .iter()
        .chain(&packages)
        .filter(|work| work.licence.is_empty())
        .map(|work| work.name.as_str())
        .collect();
    if !unlicensed.is_empty() {
        return Err(Stop::new(format!(
            "These say no licence, so they cannot ship: {}.",
            unlicensed.join(", ")
        )));
    }
    Ok(format!(
        "# Third-party notices\n\nWritten by `cargo xtask notices` from the lock files; do not edit. Fonts and icons are in [README.md](README.md).\n\n\
         ## Rust crates in the program and the command line\n\n{}\n\
         ## npm packages in the window or used to build it\n\n{}",
        table(&crates),
        table(&packages)
    ))
}

/// JSON from cargo or npm.
fn document(text: &str) -> Outcome<Value> {
    json::read(text).map_err(|error| {
        Stop::new(format!(
            "A lock file or cargo's answer could not be read: {error}."
        ))
    })
}

fn table(works: &[Work]) -> String {
    let mut text = String::from("| name | version | licence | source |\n|---|---|---|---|\n");
    for work in works {
        text.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            work.name, work.version, work.licence, work.source
        ));
    }
    text
}
