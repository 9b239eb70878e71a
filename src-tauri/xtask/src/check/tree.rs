//! What no tracked file may hold: paths of a machine, another registry's name, unfinished work.

use std::path::Path;

use super::source;
use crate::house::House;
use crate::stop::Outcome;

/// Folders of machines and people. Written in halves, so that this file passes its own check.
const MACHINES: &[&str] = &[
    concat!("/", "work/"),
    concat!("/", "home/"),
    concat!("/", "root/"),
    concat!("/", "Users/"),
];

/// What is left to do belongs in an issue.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
];

/// Other programs' data is kept as it came.
const AS_IT_CAME: &[&str] = &["tests/fixtures/"];

/// Names that machines write: long, and full of accidents.
const LOCKS: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Every such line in every text file git knows.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let here = house
        .root
        .parent()
        .map(|folder| format!("{}/", folder.display()));
    let home = std::env::var("HOME")
        .ok()
        .map(|folder| format!("{folder}/"));
    let machines: Vec<String> = MACHINES
        .iter()
        .map(|path| (*path).to_owned())
        .chain(here)
        .chain(home)
        .collect();
    // The file system's own root says nothing.
    let machines: Vec<String> = machines.into_iter().filter(|path| path.len() > 2).collect();
    let mut found = Vec::new();
    for (name, path) in house.files()? {
        if AS_IT_CAME.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        if let Some(text) = text_of(&path) {
            found.extend(
                in_text(&name, &text, &machines)
                    .into_iter()
                    .map(|(line, what)| format!("{name}:{line} {what}")),
            );
        }
    }
    Ok(found)
}

/// A file's words; nothing for pictures, fonts and the like.
fn text_of(path: &Path) -> Option<String> {
    let bytes = std::fs::read(path).ok()?;
    if bytes.contains(&0) {
        None
    } else {
        String::from_utf8(bytes).ok()
    }
}

fn in_text(name: &str, text: &str, machines: &[String]) -> Vec<(usize, String)> {
    let is_lock = LOCKS.iter().any(|lock| name.ends_with(lock));
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut tell = |what: String| found.push((index + 1, what));
        if let Some(path) = machines.iter().find(|path| names_folder(line, path)) {
            tell(format!("names {path}, a folder of one machine"));
        }
        if let Some(source) = foreign_registry(name, line) {
            tell(format!("names {source}, which others cannot reach"));
        }
        if let Some(word) = UNFINISHED
            .iter()
            .find(|word| !is_lock && source::words(line, word).next().is_some())
        {
            tell(format!("says {word}; finish it, or open an issue"));
        }
    }
    found
}

/// Whether a line names an absolute path; the same letters inside an address or a relative path do not count.
fn names_folder(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "._~%-})>*".contains(c))
    })
}

/// Where a lock file or a setting fetches from, when it is not the public index.
fn foreign_registry<'a>(name: &str, line: &'a str) -> Option<&'a str> {
    let line = line.trim();
    let value = |start: &str| {
        line.strip_prefix(start)
            .map(|rest| rest.trim_end_matches([',', '"']))
    };
    if name.ends_with("Cargo.lock") {
        value("source = \"")
            .filter(|source| *source != "registry+https://github.com/rust-lang/crates.io-index")
    } else if name.ends_with("package-lock.json") {
        value("\"resolved\": \"")
            .filter(|from| from.contains("://") && !from.starts_with("https://registry.npmjs.org/"))
    } else if name.ends_with(".npmrc") {
        Some(line).filter(|line| line.contains("registry=") || line.contains("_authToken"))
    } else if name.ends_with(".cargo/config.toml") {
        Some(line).filter(|line| {
            ["[source", "[registr"]
                .iter()
                .any(|start| line.starts_with(start))
        })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{in_text, names_folder};

    #[test]
    fn a_folder_of_a_machine_is_seen_and_an_address_is_not() {
        let folder = concat!("/", "home/");
        assert!(names_folder(
            &format!("path = \"{folder}ruth/vault\""),
            folder
        ));
        assert!(names_folder(&format!("file://{folder}x"), folder));
        assert!(!names_folder(
            &format!("https://school.example{folder}page"),
            folder
        ));
        assert!(!names_folder(
            &format!("..{folder}page and ui{folder}x"),
            folder
        ));
    }

    #[test]
    fn a_mirror_in_a_lock_file_is_named() {
        let lock = "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"registry+https://mirror.example/\"\n";
        let found = in_text("Cargo.lock", lock, &[]);
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == 2 && found[0].1.contains("mirror.example"));
        let lock = "  \"resolved\": \"https://registry.npmjs.org/a.tgz\",\n  \"resolved\": \"https://mirror.example/b.tgz\",\n";
        assert_eq!(in_text("ui/package-lock.json", lock, &[])[0].0, 2);
    }

    #[test]
    fn unfinished_work_is_named_and_words_that_only_look_like_it_are_not() {
        let line = format!("// {}: later\nlet todos = 1;\n", concat!("TO", "DO"));
        let found = in_text("src/a.rs", &line, &[]);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1]);
    }
}
