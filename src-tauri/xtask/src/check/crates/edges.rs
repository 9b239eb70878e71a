//! Compares what is used with what is drawn.

use super::map::{Drawn, Map, Package, Use};

/// Every difference, one sentence each. Tests' own dependencies may go anywhere, but they count as use.
pub fn strays(map: &Map, packages: &[Package]) -> Vec<String> {
    let mut found = Vec::new();
    for package in packages {
        match map.line(&package.name) {
            Some(line) => {
                found.extend(
                    package
                        .uses
                        .iter()
                        .filter(|used| !used.in_tests)
                        .filter_map(|used| stray(map, line, used)),
                );
                found.extend(idle(line, package));
            }
            None => found.push(format!("{} is not on the map in Cargo.toml", package.name)),
        }
    }
    let known = |name: &str| packages.iter().any(|package| package.name == name);
    found.extend(
        map.crates
            .iter()
            .filter(|drawn| !known(&drawn.name))
            .map(|drawn| format!("{} is on the map, and there is no such crate", drawn.name)),
    );
    found
}

fn stray(map: &Map, line: &Drawn, used: &Use) -> Option<String> {
    if used.ours {
        let drawn = line.sees.contains(&used.name);
        return (!drawn).then(|| {
            format!(
                "{} names {}, which is not among what it sees",
                line.name, used.name
            )
        });
    }
    let owners = map.owners(&used.name);
    let allowed = owners.is_empty() || owners.contains(&line.name.as_str());
    (!allowed).then(|| {
        format!(
            "{} names {}, which belongs to {}",
            line.name,
            used.name,
            owners.join(" and ")
        )
    })
}

/// What is drawn and not used: a map that promises more than there is hides the next stray.
fn idle<'a>(line: &'a Drawn, package: &'a Package) -> impl Iterator<Item = String> + 'a {
    let unused = |ours: bool| {
        move |name: &&String| {
            !package
                .uses
                .iter()
                .any(|used| used.ours == ours && used.name == **name)
        }
    };
    let sees = line
        .sees
        .iter()
        .filter(unused(true))
        .map(|name| ("sees", name));
    let owns = line
        .owns
        .iter()
        .filter(unused(false))
        .map(|name| ("owns", name));
    sees.chain(owns)
        .map(|(verb, name)| format!("{} {verb} {name} on the map and does not use it", line.name))
}

#[cfg(test)]
mod tests {
    use super::super::map::{Map, packages};
    use super::strays;
    use crate::json::{self, Value};

    const MAP: &str = r#"{"crates": {
        "domain": {"sees": [], "owns": ["chrono"]},
        "vault": {"sees": ["domain"], "owns": ["rusqlite"]},
        "app": {"sees": ["domain", "vault"], "owns": []},
        "shell": {"sees": ["app"], "owns": ["tauri"]}
    }}"#;

    /// A package and what it names: (name, whether ours, kind or nothing).
    type Written<'a> = (&'a str, &'a [(&'a str, bool, &'a str)]);

    /// What `cargo metadata` says of such packages and the map above.
    fn workspace(list: &[Written<'_>]) -> Value {
        let package = |(name, uses): &Written<'_>| {
            let uses: Vec<String> = uses
                .iter()
                .map(|(name, ours, kind)| {
                    let path = if *ours { r#""/x""# } else { "null" };
                    let kind = if kind.is_empty() {
                        "null".to_owned()
                    } else {
                        format!("\"{kind}\"")
                    };
                    format!(r#"{{"name": "{name}", "path": {path}, "kind": {kind}}}"#)
                })
                .collect();
            format!(
                r#"{{"name": "{name}", "dependencies": [{}]}}"#,
                uses.join(",")
            )
        };
        let packages: Vec<String> = list.iter().map(package).collect();
        json::read(&format!(
            r#"{{"packages": [{}], "metadata": {MAP}}}"#,
            packages.join(",")
        ))
        .unwrap()
    }

    fn found(list: &[Written<'_>]) -> Vec<String> {
        let metadata = workspace(list);
        strays(&Map::read(&metadata).unwrap(), &packages(&metadata))
    }

    const DOMAIN: Written<'static> = ("domain", &[("chrono", false, ""), ("serde", false, "")]);
    const VAULT: Written<'static> = ("vault", &[("domain", true, ""), ("rusqlite", false, "")]);
    const APP: Written<'static> = ("app", &[("domain", true, ""), ("vault", true, "")]);
    const SHELL: Written<'static> = ("shell", &[("app", true, ""), ("tauri", false, "")]);

    #[test]
    fn a_workspace_that_follows_its_map_has_nothing_to_say() {
        assert_eq!(found(&[DOMAIN, VAULT, APP, SHELL]), Vec::<String>::new());
    }

    #[test]
    fn the_shell_opening_the_vault_itself_is_named() {
        let shell = (
            "shell",
            &[("app", true, ""), ("tauri", false, ""), ("vault", true, "")][..],
        );
        assert_eq!(
            found(&[DOMAIN, VAULT, APP, shell]),
            ["shell names vault, which is not among what it sees"]
        );
    }

    #[test]
    fn an_outside_crate_named_by_another_than_its_owner_is_named_also_in_a_build_script() {
        let app = (
            "app",
            &[
                ("domain", true, ""),
                ("vault", true, ""),
                ("rusqlite", false, "build"),
            ][..],
        );
        assert_eq!(
            found(&[DOMAIN, VAULT, app, SHELL]),
            ["app names rusqlite, which belongs to vault"]
        );
    }

    #[test]
    fn tests_may_name_what_the_crate_may_not() {
        let app = (
            "app",
            &[
                ("domain", true, ""),
                ("vault", true, ""),
                ("rusqlite", false, "dev"),
            ][..],
        );
        assert_eq!(found(&[DOMAIN, VAULT, app, SHELL]), Vec::<String>::new());
    }

    #[test]
    fn a_line_that_nobody_uses_and_a_crate_that_is_not_drawn_are_named() {
        let app = ("app", &[("domain", true, "")][..]);
        let extra = ("extra", &[][..]);
        assert_eq!(
            found(&[DOMAIN, VAULT, app, extra]),
            [
                "app sees vault on the map and does not use it",
                "extra is not on the map in Cargo.toml",
                "shell is on the map, and there is no such crate",
            ]
        );
    }
}
