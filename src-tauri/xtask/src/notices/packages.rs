//! npm packages, from the lock file. Build tools stay in the list, because their runtime ends in the pages (Svelte's
//! does); parts for one platform only, which npm marks optional, do not, nor do links, which lead to folders of our own.

use super::Work;
use crate::json::Value;

/// Every package of the lock file, by name and version.
pub fn listed(lock: &Value) -> Vec<Work> {
    let mut works: Vec<Work> = lock
        .get("packages")
        .map()
        .iter()
        .filter(|(path, package)| {
            let left_out = ["optional", "link"];
            !path.is_empty() && !left_out.iter().any(|what| package.get(what).is_true())
        })
        .map(|(path, package)| work(path, package))
        .collect();
    works.sort();
    works.dedup();
    works
}

fn work(path: &str, package: &Value) -> Work {
    let name = path
        .rsplit("node_modules/")
        .next()
        .unwrap_or(path)
        .to_owned();
    let text = |field: &str| package.get(field).text().unwrap_or_default().to_owned();
    let source = format!("https://www.npmjs.com/package/{name}");
    Work {
        name,
        version: text("version"),
        licence: text("license"),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::listed;
    use crate::json;

    #[test]
    fn nested_packages_have_their_own_name_and_parts_of_one_platform_and_links_are_left_out() {
        let lock = json::read(
            r#"{"packages": {
                "": {"name": "ui"},
                "node_modules/svelte": {"version": "5.1.0", "license": "MIT", "dev": true},
                "node_modules/a/node_modules/@b/c": {"version": "1.0.0", "license": "ISC"},
                "node_modules/@y/drawing": {"resolved": "stubs/empty", "link": true},
                "node_modules/@x/win32": {"version": "1.0.0", "license": "MIT", "optional": true}}}"#,
        )
        .unwrap();
        let names: Vec<_> = listed(&lock).into_iter().map(|work| work.name).collect();
        assert_eq!(names, ["@b/c", "svelte"]);
    }
}
