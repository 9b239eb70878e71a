//! The list of files with their hashes, as `sha256sum` writes and reads it.

use history::Hash;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestLine {
    /// Its name, from the bag's own folder on.
    pub path: String,
    /// SHA-256 of its bytes.
    pub hash: Hash,
}

/// Files with their hashes, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// One for each file.
    pub lines: Vec<ManifestLine>,
}

impl Manifest {
    /// Of these files, in the order of their names.
    pub fn of(mut lines: Vec<ManifestLine>) -> Self {
        lines.sort_by(|a, b| a.path.cmp(&b.path));
        Self { lines }
    }

    /// As it is written: hash, two blanks, name. What would break a line stands as `%0A`, as RFC 8493 (2.1.3) says.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let name = line
                .path
                .replace('%', "%25")
                .replace('\n', "%0A")
                .replace('\r', "%0D");
            text.push_str(&format!("{}  {name}\n", line.hash));
        }
        text
    }

    /// Reads one that anybody wrote; the number of the line, from 1, that is not one.
    pub fn read(text: &str) -> Result<Self, u32> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
            lines.push(read_line(line).ok_or(number)?);
        }
        Ok(Self { lines })
    }
}

fn read_line(line: &str) -> Option<ManifestLine> {
    let (hash, name) = line.split_once([' ', '\t'])?;
    // One more blank, or the star by which `sha256sum -b` marks bytes.
    let name = name.trim_start_matches([' ', '\t']);
    let name = name.strip_prefix('*').unwrap_or(name);
    let name = name.strip_prefix("./").unwrap_or(name);
    let name = name
        .replace("%0A", "\n")
        .replace("%0a", "\n")
        .replace("%0D", "\r")
        .replace("%0d", "\r")
        .replace("%25", "%");
    let bytes = history::from_hex(&hash.to_ascii_lowercase())?;
    (!name.is_empty()).then_some(ManifestLine {
        path: name,
        hash: Hash::from_slice(&bytes)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_sha256sum_writes_is_read() {
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let text = format!(
            "\u{feff}{hash}  data/a b.txt\r\n\n{} *./data/b\n",
            hash.to_uppercase()
        );
        let read = Manifest::read(&text).unwrap();
        let names: Vec<&str> = read.lines.iter().map(|line| line.path.as_str()).collect();
        assert_eq!(names, ["data/a b.txt", "data/b"]);
        for (odd, line) in [("x", 1), ("\nabc  data/a", 2), (&format!("{hash}  "), 1)] {
            assert_eq!(Manifest::read(odd), Err(line), "{odd:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_comes_back_as_it_was(names in proptest::collection::btree_set("[^ \t*./\u{feff}\\PC][^/\u{85}\u{2028}\u{2029}]{0,20}", 0..8), seed in any::<[u8; 32]>()) {
            let lines = names.into_iter().map(|name| ManifestLine { path: format!("data/{name}"), hash: Hash(seed) });
            let manifest = Manifest::of(lines.collect());
            prop_assert_eq!(Manifest::read(&manifest.text()), Ok(manifest));
        }

        #[test]
        fn nothing_makes_it_panic(text in any::<String>()) {
            let _ = Manifest::read(&text);
        }
    }
}
