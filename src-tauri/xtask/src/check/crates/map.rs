//! `[workspace.metadata.crates]` and the packages as cargo sees them.

use std::path::{Path, PathBuf};

use crate::json::Value;
use crate::stop::{Outcome, Stop};

/// The map as drawn.
pub struct Map {
    /// In the order drawn.
    pub crates: Vec<Drawn>,
}

/// One line of the map.
pub struct Drawn {
    /// The crate.
    pub name: String,
    /// Which of ours it may name.
    pub sees: Vec<String>,
    /// Which outside crates it may name and others, unless they too own them, may not.
    pub owns: Vec<String>,
}

impl Map {
    /// From `cargo metadata`.
    pub fn read(metadata: &Value) -> Outcome<Self> {
        let drawn = metadata.get("metadata").get("crates").map();
        if drawn.is_empty() {
            return Err(Stop::new(
                "Cargo.toml has no [workspace.metadata.crates], so no edge is allowed.",
            ));
        }
        let crates = drawn
            .iter()
            .map(|(name, line)| Drawn {
                name: name.clone(),
                sees: line.get("sees").texts(),
                owns: line.get("owns").texts(),
            })
            .collect();
        Ok(Self { crates })
    }

    /// A crate's line.
    pub fn line(&self, name: &str) -> Option<&Drawn> {
        self.crates.iter().find(|drawn| drawn.name == name)
    }

    /// Those who own an outside crate; none when anybody may name it.
    pub fn owners(&self, outside: &str) -> Vec<&str> {
        self.crates
            .iter()
            .filter(|drawn| drawn.owns.iter().any(|o| o == outside))
            .map(|drawn| drawn.name.as_str())
            .collect()
    }
}

/// One of our packages.
pub struct Package {
    /// Its name.
    pub name: String,
    /// The folder of its Cargo.toml.
    pub folder: PathBuf,
    /// Whom it names.
    pub uses: Vec<Use>,
}

impl Package {
    /// Whether a file is this package's own: in its folder, and not in that of a package further in.
    pub fn is_home_of(&self, file: &Path, packages: &[Self]) -> bool {
        let nearer =
            |other: &Self| other.folder.starts_with(&self.folder) && other.folder != self.folder;
        file.starts_with(&self.folder)
            && !packages
                .iter()
                .any(|other| nearer(other) && file.starts_with(&other.folder))
    }
}

/// One dependency as written in a package's Cargo.toml.
pub struct Use {
    /// The package named.
    pub name: String,
    /// Whether it is in this repository.
    pub ours: bool,
    /// Whether only tests name it.
    pub in_tests: bool,
}

/// Our packages, from `cargo metadata`.
pub fn packages(metadata: &Value) -> Vec<Package> {
    metadata
        .get("packages")
        .list()
        .iter()
        .map(|package| Package {
            name: package.get("name").text().unwrap_or_default().to_owned(),
            folder: PathBuf::from(package.get("manifest_path").text().unwrap_or_default())
                .with_file_name(""),
            uses: package
                .get("dependencies")
                .list()
                .iter()
                .map(dependency)
                .collect(),
        })
        .collect()
}

fn dependency(value: &Value) -> Use {
    Use {
        name: value.get("name").text().unwrap_or_default().to_owned(),
        ours: value.get("path").text().is_some(),
        in_tests: value.get("kind").text() == Some("dev"),
    }
}
