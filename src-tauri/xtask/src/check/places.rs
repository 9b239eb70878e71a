//! Words that belong to one place: SQL to the vault, Tauri to the shell, its API to the bridge. And nothing about a
//! child is kept by the browser.

use super::crates::{Map, packages};
use super::pure::read_sources;
use super::source::{self, Source};
use crate::house::{self, House};
use crate::stop::Outcome;

/// How SQL begins, as it is written in our sources.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "INSERT OR ",
    "UPDATE OR ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE VIRTUAL TABLE ",
    "CREATE INDEX ",
    "CREATE TRIGGER ",
    "DROP TABLE ",
    "PRAGMA ",
    "ATTACH DATABASE ",
];

/// Where a browser keeps things after the window has closed.
const STORAGE: &[&str] = &[
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "document.cookie",
    "cookieStore",
    "serviceWorker",
    "caches.open",
    "navigator.storage",
];

/// Every word out of its place.
pub fn findings(house: &House) -> Outcome<Vec<String>> {
    let mut found = rust(house)?;
    found.extend(window(house)?);
    Ok(found)
}

fn rust(house: &House) -> Outcome<Vec<String>> {
    let map = Map::read(&house.metadata)?;
    let packages = packages(&house.metadata);
    let mut found = Vec::new();
    for package in &packages {
        let may = |outside: &str| map.owners(outside).contains(&package.name.as_str());
        // The law may name the crime.
        let (may_sql, may_tauri) = (may("rusqlite") || package.name == "xtask", may("tauri"));
        for (path, source) in read_sources(&package.folder)? {
            // The shell's folder holds the other crates' folders too.
            if package.is_home_of(&path, &packages) {
                let name = house.name_of(&path);
                found.extend(
                    in_rust(&source, may_sql, may_tauri)
                        .map(|(line, what)| format!("{name}:{line} {what}")),
                );
            }
        }
    }
    Ok(found)
}

/// Lines with what is out of place in them.
fn in_rust(
    source: &Source,
    may_sql: bool,
    may_tauri: bool,
) -> impl Iterator<Item = (usize, &'static str)> + '_ {
    let code = move |word: &'static str, what: &'static str| {
        source::words(&source.code, word).map(move |at| (source::line_of(&source.code, at), what))
    };
    let sql = SQL.iter().flat_map(|word| {
        source::words(&source.quoted, word).map(|at| {
            (
                source::line_of(&source.quoted, at),
                "holds SQL, which is the vault's",
            )
        })
    });
    let sql = sql
        .chain(code("rusqlite", "names rusqlite, which is the vault's"))
        .filter(move |_| !may_sql);
    sql.chain(code("tauri", "names tauri, which is the shell's").filter(move |_| !may_tauri))
}

fn window(house: &House) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for path in house::walk(&house.at("ui/src"), &["node_modules"]) {
        let name = house.name_of(&path);
        if is_script(&name) && !is_test(&name) {
            found.extend(in_script(&name, &house::read(&path)?));
        }
    }
    Ok(found)
}

fn is_script(name: &str) -> bool {
    [".ts", ".js", ".svelte", ".html"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Tests may name what they forbid.
fn is_test(name: &str) -> bool {
    [".test.ts", ".spec.ts", ".test.js"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn in_script(name: &str, text: &str) -> Vec<String> {
    let mut found: Vec<String> = STORAGE
        .iter()
        .flat_map(|word| source::words(text, word).map(move |at| (word, at)))
        .map(|(word, at)| {
            format!(
                "{name}:{} names {word}; the browser keeps nothing",
                source::line_of(text, at)
            )
        })
        .collect();
    if !name.starts_with("ui/src/bridge/") {
        found.extend(source::words(text, "@tauri-apps").map(|at| {
            format!(
                "{name}:{} names @tauri-apps, which is the bridge's",
                source::line_of(text, at)
            )
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{in_rust, in_script};
    use crate::check::source::split;

    #[test]
    fn sql_and_the_libraries_of_other_crates_are_named_with_their_lines() {
        let source = split(
            "use rusqlite::Row;\nlet q = \"SELECT id FROM concern\";\nuse tauri::State; // rusqlite\n",
        );
        let found: Vec<_> = in_rust(&source, false, false).collect();
        assert_eq!(
            found.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            [2, 1, 3]
        );
        assert_eq!(in_rust(&source, true, true).count(), 0);
    }

    #[test]
    fn the_browser_keeping_something_is_named_with_its_line() {
        let found = in_script(
            "ui/src/screens/A.svelte",
            "let a = 1;\nlocalStorage.setItem('a', b);\n",
        );
        assert_eq!(
            found,
            ["ui/src/screens/A.svelte:2 names localStorage; the browser keeps nothing"]
        );
    }

    #[test]
    fn only_the_bridge_may_speak_to_tauri() {
        let text = "import { invoke } from \"@tauri-apps/api/core\";\n";
        assert_eq!(
            in_script("ui/src/bridge/tauri.ts", text),
            Vec::<String>::new()
        );
        assert_eq!(in_script("ui/src/App.svelte", text).len(), 1);
    }
}
