//! Four crates know nothing of disk, network, environment or other programs. The compiler cannot see to that.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::crates::Map;
use super::source::{self, Source};
use crate::house::{self, House};
use crate::stop::{Outcome, Stop};

/// The pure crates.
const PURE: &[&str] = &["domain", "guidance", "history", "exchange"];

/// The parts of the standard library that reach outside.
const OUTSIDE: &[&str] = &["fs", "net", "env", "process"];

/// Every place where a pure crate reaches outside, tests excepted.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let map = Map::read(&house.metadata)?;
    let mut found = Vec::new();
    for name in PURE {
        if map.line(name).is_none() {
            return Err(Stop::new(format!(
                "{name} should be pure and is not on the map in Cargo.toml."
            )));
        }
        let folder = house.at("src-tauri/crates").join(name).join("src");
        for (path, source) in read_sources(&folder)? {
            found.extend(reaches(&source.code).into_iter().map(|(line, part)| {
                format!(
                    "{}:{line} names std::{part}, and {name} is pure",
                    house.name_of(&path)
                )
            }));
        }
    }
    Ok(found)
}

/// The Rust files of a folder, without those that only tests see.
pub fn read_sources(folder: &Path) -> Outcome<Vec<(PathBuf, Source)>> {
    let mut sources = Vec::new();
    let mut only_tests = BTreeSet::new();
    for path in house::walk(folder, &["target", "node_modules"]) {
        if path.extension().is_some_and(|ending| ending == "rs") {
            let source = source::split(&house::read(&path)?);
            let inside = folder_of_modules(&path);
            only_tests.extend(source.test_modules.iter().map(|name| inside.join(name)));
            sources.push((path, source));
        }
    }
    sources.retain(|(path, _)| {
        !only_tests
            .iter()
            .any(|module| path.starts_with(module) || *path == module.with_extension("rs"))
    });
    Ok(sources)
}

/// Where the files of a file's modules are: beside lib.rs, main.rs and mod.rs, else in a folder of its own name.
fn folder_of_modules(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    let folder = path.parent().unwrap_or(path);
    if stem == "lib" || stem == "main" || stem == "mod" {
        folder.to_owned()
    } else {
        folder.join(stem)
    }
}

/// Lines and the part they reach for, written as a path or inside a `use` group.
fn reaches(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for at in source::words(code, "std::") {
        let rest = code.get(at + "std::".len()..).unwrap_or_default();
        let named = rest
            .strip_prefix('{')
            .map_or_else(|| vec![first_name(rest)], group_names);
        let line = source::line_of(code, at);
        found.extend(
            OUTSIDE
                .iter()
                .filter(|part| named.contains(part))
                .map(|part| (line, *part)),
        );
    }
    found
}

fn first_name(text: &str) -> &str {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The first names in `{fs::{self, File}, io}`, given what follows the brace.
fn group_names(group: &str) -> Vec<&str> {
    let mut names = vec![first_name(group)];
    let mut depth = 0_usize;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_name(group.get(at + 1..).unwrap_or_default())),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::reaches;

    #[test]
    fn every_way_of_reaching_outside_is_seen() {
        let code = "use std::fs::File;\nuse std::{\n    fmt,\n    io::{self, Read},\n    env,\n};\nfn f() { std::process::exit(1) }\nlet s = ::std::net::TcpStream;\n";
        assert_eq!(
            reaches(code),
            [(1, "fs"), (2, "env"), (7, "process"), (8, "net")]
        );
    }

    #[test]
    fn the_rest_of_the_standard_library_is_free() {
        let code = "use std::{fmt, collections::{BTreeMap, env_like}};\nuse std::io::fs_like;\nuse crate::env;\nuse my_std::fs;\n";
        assert_eq!(reaches(code), []);
    }
}
