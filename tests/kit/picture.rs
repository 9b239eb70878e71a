//! A folder as it was at one moment, to be put somewhere else or back.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file of a folder, by its path in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(Vec<(PathBuf, Vec<u8>)>);

impl Picture {
    /// Takes the picture.
    pub fn of(folder: &Path) -> Self {
        let mut files = Vec::new();
        gather(folder, Path::new(""), &mut files);
        files.sort();
        Self(files)
    }

    /// Makes a folder what it was: what came since goes.
    pub fn put(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).unwrap();
        for (path, bytes) in &self.0 {
            let to = folder.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }

    /// The paths in it.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|(path, _)| path.as_path())
    }

    /// Whether these words stand anywhere in it, in plain letters or in UTF-16.
    pub fn holds(&self, words: &str) -> bool {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.0.iter().any(|(path, bytes)| {
            path.to_string_lossy().contains(words)
                || stands_in(bytes, words.as_bytes())
                || stands_in(bytes, &wide)
        })
    }
}

fn gather(folder: &Path, inside: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = inside.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &path, files);
        } else {
            files.push((path, fs::read(entry.path()).unwrap()));
        }
    }
}

/// Looks for the first byte and then for the rest, so that 40 MB take no time.
fn stands_in(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    bytes
        .iter()
        .enumerate()
        .any(|(place, byte)| byte == first && bytes[place + 1..].starts_with(rest))
}
