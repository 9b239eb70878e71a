//! Crates that end in what ships. cargo's tree says which they are, cargo's metadata whose they are.

use std::collections::BTreeSet;

use super::{Work, document};
use crate::house::House;
use crate::json::Value;
use crate::shipped;
use crate::stop::Outcome;
use crate::tool::Tool;

/// Every outside crate in what ships, by name and version.
pub fn shipped(house: &House) -> Outcome<Vec<Work>> {
    let tree = shipped::tree(house, false)?;
    let metadata = Tool::cargo(["metadata", "--locked", "--format-version", "1"])
        .folder(&house.root)
        .text()?;
    Ok(works(&tree, &document(&metadata)?))
}

fn works(tree: &str, metadata: &Value) -> Vec<Work> {
    let shipped: BTreeSet<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    let mut works: Vec<Work> = metadata
        .get("packages")
        .list()
        .iter()
        .filter(|package| package.get("source").text().is_some())
        .map(work)
        .filter(|work| shipped.contains(&(work.name.as_str(), work.version.as_str())))
        .collect();
    works.sort();
    works
}

/// From a line like "serde v1.0.0 (*)".
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

fn work(package: &Value) -> Work {
    let text = |name: &str| package.get(name).text().unwrap_or_default().to_owned();
    let file = text("license_file");
    let licence = if file.is_empty() {
        text("license")
    } else {
        format!("{} (its {file})", text("license"))
    };
    Work {
        name: text("name"),
        version: text("version"),
        licence: licence.trim_start().to_owned(),
        source: text("repository"),
    }
}

#[cfg(test)]
mod tests {
    use super::works;
    use crate::json;

    #[test]
    fn only_the_version_that_ships_is_listed_and_our_own_crates_are_not() {
        let metadata = json::read(
            r#"{"packages": [
                {"name": "app", "version": "0.1.0", "source": null, "license": "MIT"},
                {"name": "aes", "version": "0.8.4", "source": "r", "license": "MIT", "repository": null},
                {"name": "aes", "version": "0.9.4", "source": "r", "license": "MIT"},
                {"name": "odd", "version": "1.0.0", "source": "r", "license": null, "license_file": "TERMS"}]}"#,
        )
        .unwrap();
        let found = works(
            "app v0.1.0 (src-tauri)\naes v0.8.4\naes v0.8.4 (*)\n\nodd v1.0.0\n",
            &metadata,
        );
        let found: Vec<_> = found
            .iter()
            .map(|work| (work.version.as_str(), work.licence.as_str()))
            .collect();
        assert_eq!(found, [("0.8.4", "MIT"), ("1.0.0", "(its TERMS)")]);
    }
}
