//! A folder as it was at one moment, to be put somewhere else or back.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file of a folder, by its path in it, and the folders that hold nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    files: Vec<(PathBuf, Vec<u8>)>,
    empty: Vec<PathBuf>,
}

impl Picture {
    /// Takes the picture.
    pub fn of(folder: &Path) -> Self {
        let mut picture = Self {
            files: Vec::new(),
            empty: Vec::new(),
        };
        picture.gather(folder, Path::new(""));
        picture.files.sort();
        picture.empty.sort();
        picture
    }

    /// Makes a folder what it was: what came since goes.
    pub fn put(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).unwrap();
        for path in &self.empty {
            fs::create_dir_all(folder.join(path)).unwrap();
        }
        for (path, bytes) in &self.files {
            let to = folder.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }

    /// Puts back only the files whose names begin so; everything else stays as it is now.
    pub fn put_only(&self, folder: &Path, beginning: &str) {
        let wanted = |path: &Path| path.to_string_lossy().starts_with(beginning);
        for (path, bytes) in self.files.iter().filter(|(path, _)| wanted(path)) {
            fs::write(folder.join(path), bytes).unwrap();
        }
    }

    /// The paths in it.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }

    /// The files themselves.
    pub fn files(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_path(), bytes.as_slice()))
    }

    /// Whether these words stand anywhere in it, in plain letters or in UTF-16.
    pub fn holds(&self, words: &str) -> bool {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.files.iter().any(|(path, bytes)| {
            path.to_string_lossy().contains(words)
                || stands_in(bytes, words.as_bytes())
                || stands_in(bytes, &wide)
        })
    }

    fn gather(&mut self, folder: &Path, inside: &Path) {
        let entries: Vec<fs::DirEntry> =
            fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
        if entries.is_empty() {
            self.empty.push(inside.to_owned());
        }
        for entry in entries {
            let path = inside.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                self.gather(&entry.path(), &path);
            } else {
                self.files.push((path, fs::read(entry.path()).unwrap()));
            }
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
