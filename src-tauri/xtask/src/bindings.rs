//! The window's contract in TypeScript, written by ts-rs from `app`'s types.

use std::path::{Path, PathBuf};

use crate::house::{self, House};
use crate::say;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// Where the committed files are.
const HOME: &str = "ui/src/bindings";

/// `cargo xtask bindings [--check]`.
pub fn run(house: &House, words: &[String]) -> Outcome {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            write(house, &house.at(HOME)).show()?;
            say::line(&format!("{HOME} is written."));
            Ok(())
        }
        ["--check"] => {
            let fresh = fresh_folder(house)?;
            write(house, &fresh).show()?;
            let findings = compare(house, &fresh)?;
            if findings.is_empty() {
                Ok(())
            } else {
                Err(Stop::new(findings.join("\n")))
            }
        }
        _ => Err(Stop::new(
            "`cargo xtask bindings` takes --check or nothing.",
        )),
    }
}

/// An empty folder to write a second copy into.
pub fn fresh_folder(house: &House) -> Outcome<PathBuf> {
    let folder = house.target.join("bindings");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|error| Stop::disk(format_args!("empty {}", folder.display()), &error))?;
    }
    house::make_folder(&folder)?;
    Ok(folder)
}

/// The command that writes them: ts-rs makes each exported type a test.
pub fn write(house: &House, folder: &Path) -> Tool {
    Tool::cargo(["test", "--locked", "-p", "app", "--lib", "export_bindings"])
        .env("TS_RS_EXPORT_DIR", folder)
        .folder(&house.root)
}

/// What differs between a fresh copy and the committed files.
pub fn compare(house: &House, fresh: &Path) -> Outcome<Vec<String>> {
    let ours = texts(&house.at(HOME))?;
    let theirs = texts(fresh)?;
    if theirs.is_empty() {
        return Ok(vec![String::from(
            "no type of app is exported to TypeScript",
        )]);
    }
    let text_of = |list: &[(String, String)], name: &str| {
        list.iter()
            .find(|(known, _)| known == name)
            .map(|(_, text)| text.clone())
    };
    let mut findings: Vec<String> = theirs
        .iter()
        .filter(|(name, text)| text_of(&ours, name).as_ref() != Some(text))
        .map(|(name, _)| format!("{HOME}/{name} is not what app says; run `cargo xtask bindings`"))
        .collect();
    findings.extend(
        ours.iter()
            .filter(|(name, _)| text_of(&theirs, name).is_none())
            .map(|(name, _)| format!("{HOME}/{name} is not written by app; it belongs elsewhere")),
    );
    Ok(findings)
}

/// Every file with its text; line ends are those of Unix, whatever git made of them.
fn texts(folder: &Path) -> Outcome<Vec<(String, String)>> {
    house::walk(folder, &[])
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            Ok((name, house::read(&path)?.replace("\r\n", "\n")))
        })
        .collect()
}
