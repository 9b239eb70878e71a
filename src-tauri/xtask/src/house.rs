//! Where the repository is, and what cargo says about it.

use std::path::{Path, PathBuf};

use crate::json::{self, Value};
use crate::stop::{Outcome, Stop};
use crate::tool::Tool;

/// The repository: its root, where cargo builds, and cargo's own description of the workspace.
pub struct House {
    /// The folder that holds the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
    /// `cargo metadata --no-deps`: packages, their dependencies, and the map of the crates.
    pub metadata: Value,
}

impl House {
    /// Asks cargo, so that any folder of the repository will do to start from.
    pub fn find() -> Outcome<Self> {
        let text = Tool::cargo([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .text()?;
        let metadata = json::read(&text)
            .map_err(|error| Stop::new(format!("`cargo metadata` could not be read: {error}.")))?;
        let folder = |name: &str| {
            metadata
                .get(name)
                .text()
                .map(PathBuf::from)
                .ok_or_else(|| Stop::new(format!("`cargo metadata` does not name its {name}.")))
        };
        let root = folder("workspace_root")?;
        let target = folder("target_directory")?;
        Ok(Self {
            root,
            target,
            metadata,
        })
    }

    /// A path inside the repository, written with forward slashes.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A path inside the repository as people write it: relative, with forward slashes.
    pub fn name_of(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    }

    /// A built program, debug or release.
    pub fn program(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        self.target
            .join(profile)
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Every file git knows or would take in, as (name with forward slashes, path). Ignored files are not among them.
    pub fn files(&self) -> Outcome<Vec<(String, PathBuf)>> {
        let list = Tool::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .folder(&self.root)
            .text()?;
        let mut files: Vec<_> = list
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(|name| (name.to_owned(), self.at(name)))
            .filter(|(_, path)| path.is_file())
            .collect();
        files.sort();
        files.dedup();
        Ok(files)
    }
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path)
        .map_err(|error| Stop::disk(format_args!("read {}", path.display()), &error))
}

/// Writes a file, making its folder when needed.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    std::fs::write(path, bytes)
        .map_err(|error| Stop::disk(format_args!("write {}", path.display()), &error))
}

/// Makes a folder and those above it.
pub fn make_folder(folder: &Path) -> Outcome {
    std::fs::create_dir_all(folder)
        .map_err(|error| Stop::disk(format_args!("make {}", folder.display()), &error))
}

/// Every file under a folder, sorted; nothing when the folder is not there.
pub fn walk(folder: &Path, skip: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let skipped = entry
                .file_name()
                .to_str()
                .is_some_and(|name| skip.contains(&name));
            if path.is_dir() && !skipped {
                folders.push(path);
            } else if path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
