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

    /// Which of these words stand anywhere in it, in plain letters or in UTF-16.
    pub fn holding<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        let wide = |word: &str| word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wanted: Vec<(&str, Vec<u8>)> = words
            .iter()
            .flat_map(|word| [(*word, word.as_bytes().to_vec()), (*word, wide(word))])
            .collect();
        // One look at each byte, because a vault has 40 million of them.
        let mut begins = [false; 256];
        for (_, bytes) in &wanted {
            begins[usize::from(bytes[0])] = true;
        }
        let mut found = Vec::new();
        for (path, bytes) in &self.files {
            let name = path.to_string_lossy();
            found.extend(words.iter().filter(|word| name.contains(**word)));
            for (place, byte) in bytes.iter().enumerate() {
                if begins[usize::from(*byte)] {
                    let here = wanted
                        .iter()
                        .filter(|(_, word)| bytes[place..].starts_with(word));
                    found.extend(here.map(|(word, _)| *word));
                }
            }
        }
        found
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
