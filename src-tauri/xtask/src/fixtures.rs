//! Fixtures are only ever added: a vault written by an old version must open for ever, so no listed file changes or goes.

use std::collections::BTreeSet;

use crate::house::{self, House};
use crate::say;
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// Where they are.
const FOLDER: &str = "tests/fixtures";
/// The list of their hashes, in sha256sum's own form.
const LIST: &str = "SHA256SUMS";

/// `cargo xtask fixtures`: lists what is new, after making sure that what is listed stands.
pub fn run(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(Stop::new(format!(
            "`cargo xtask fixtures` takes nothing, not {word}."
        )));
    }
    let list_path = house.at(FOLDER).join(LIST);
    let mut list = std::fs::read_to_string(&list_path).unwrap_or_default();
    changed(house, &list)?;
    let new = unlisted(house, &list);
    if new.is_empty() {
        say::line("Every fixture is listed.");
        return Ok(());
    }
    list.push_str(
        &Tool::new("sha256sum")
            .args(&new)
            .folder(&house.at(FOLDER))
            .text()?,
    );
    house::write(&list_path, list.as_bytes())?;
    say::line(&format!("Added to {FOLDER}/{LIST}: {}.", new.join(", ")));
    Ok(())
}

/// What is wrong with the fixtures; nothing when each is listed, whole, and none was ever taken away.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let list = std::fs::read_to_string(house.at(FOLDER).join(LIST)).unwrap_or_default();
    changed(house, &list)?;
    let history = history(house);
    let unlisted = unlisted(house, &list)
        .into_iter()
        .map(|name| format!("{FOLDER}/{name} is not in {LIST}; run `cargo xtask fixtures`"));
    let gone = taken_away(&history, &list)
        .into_iter()
        .map(|line| format!("{FOLDER}/{LIST} once had \"{line}\"; fixtures are only ever added"));
    Ok(unlisted.chain(gone).collect())
}

fn changed(house: &House, list: &str) -> Outcome {
    if list.is_empty() {
        return Ok(());
    }
    Tool::new("sha256sum")
        .args(["--check", "--quiet", "--strict", LIST])
        .folder(&house.at(FOLDER))
        .text()
        .map(|_| ())
}

fn unlisted(house: &House, list: &str) -> Vec<String> {
    let folder = house.at(FOLDER);
    let listed: BTreeSet<&str> = list.lines().filter_map(name_in).collect();
    house::walk(&folder, &[])
        .iter()
        .map(|path| {
            path.strip_prefix(&folder)
                .unwrap_or(path)
                .to_string_lossy()
                .replace('\\', "/")
        })
        .filter(|name| name != LIST && !name.ends_with(".md") && !listed.contains(name.as_str()))
        .collect()
}

/// The file named in a line of the list: after the hash, a space, and a space or a star.
fn name_in(line: &str) -> Option<&str> {
    line.split_once(' ')
        .map(|(_, name)| name.trim_start_matches([' ', '*']))
}

/// The list's changes in every commit and since the last one; empty where there is no history yet.
fn history(house: &House) -> String {
    let path = format!("{FOLDER}/{LIST}");
    let git = |words: &[&str]| {
        Tool::new("git")
            .args(words)
            .args(["--", &path])
            .folder(&house.root)
            .answer()
    };
    let committed = git(&["log", "--format=", "--patch", "--unified=0"]).unwrap_or_default();
    let since = git(&["diff", "HEAD", "--unified=0"]).unwrap_or_default();
    committed + &since
}

/// Lines that some change took out and that are not in the list now.
fn taken_away<'a>(history: &'a str, list: &str) -> BTreeSet<&'a str> {
    history
        .lines()
        .filter(|line| !line.starts_with("---"))
        .filter_map(|line| line.strip_prefix('-'))
        .filter(|removed| !list.lines().any(|line| line == *removed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{name_in, taken_away};

    #[test]
    fn a_line_that_any_commit_took_out_is_named_unless_it_came_back() {
        let history = "--- a/tests/fixtures/SHA256SUMS\n+++ b/tests/fixtures/SHA256SUMS\n-aa  old.vault\n-bb  moved.vault\n+cc  old.vault\n";
        let list = "bb  moved.vault\ncc  old.vault\n";
        assert_eq!(
            taken_away(history, list).into_iter().collect::<Vec<_>>(),
            ["aa  old.vault"]
        );
    }

    #[test]
    fn names_are_read_from_both_forms_that_sha256sum_writes() {
        assert_eq!(name_in("abc  a file.csv"), Some("a file.csv"));
        assert_eq!(name_in("abc *b.bin"), Some("b.bin"));
    }
}
