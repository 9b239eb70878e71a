//! What is left on a disk: every byte of every file, looked through for words that must not be there.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder, as it was when looked at.
pub struct Traces {
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Traces {
    /// Reads everything. What goes away meanwhile is looked for in vain; sockets and pipes hold nothing.
    pub fn of(folder: &Path) -> Self {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_file() => {
                        if let Ok(bytes) = fs::read(entry.path()) {
                            files.push((entry.path(), bytes));
                        }
                    }
                    Ok(_) | Err(_) => {}
                }
            }
        }
        Self { files }
    }

    /// How many files were read.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// Files whose name or bytes hold these words, in UTF-8 or in either UTF-16.
    pub fn holding(&self, words: &str) -> Vec<&Path> {
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let wanted = [words.as_bytes(), &little, &big];
        self.files
            .iter()
            .filter(|(path, bytes)| {
                path.to_string_lossy().contains(words)
                    || wanted.iter().any(|one| stands_in(bytes, one))
            })
            .map(|(path, _)| path.as_path())
            .collect()
    }
}

fn stands_in(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    let mut left = bytes;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = &left[at + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

/// Looking is only worth something when it would find.
#[test]
fn words_are_found_in_plain_letters_in_both_wide_ones_and_in_names() {
    let disk = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = disk.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let wide = |words: &str| {
        words
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
    };
    put("a/plain", b"hhheron on the weir");
    put("a/b/wide", &[&[0, 1], wide("heron").as_slice()].concat());
    put("a/heron.txt", b"");
    put("none", b"heroheroo");

    let traces = Traces::of(disk.path());

    assert_eq!(traces.count(), 4);
    assert_eq!(traces.holding("heron").len(), 3);
    assert_eq!(traces.holding("kettle").len(), 0);
}
