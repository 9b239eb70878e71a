//! What an entry may be called, so that unpacking can never write outside the folder it was given.

use std::collections::HashMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::ArchiveError;

const LONGEST: usize = 120;
const DEEPEST: usize = 3;

/// A relative name of at most three parts, of small letters, digits, full stops and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryName(String);

impl EntryName {
    /// Takes a name, refusing every one that could mean another place on any system the program runs on.
    pub fn new(name: &str) -> Result<Self, ArchiveError> {
        let short = (1..=LONGEST).contains(&name.len());
        if short && name.split('/').count() <= DEEPEST && name.split('/').all(is_plain) {
            return Ok(Self(name.to_owned()));
        }
        Err(ArchiveError::BadName)
    }

    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a relative path of this system.
    pub fn path(&self) -> PathBuf {
        self.0.split('/').collect()
    }

    pub(super) fn len_byte(&self) -> u8 {
        // Never longer than LONGEST.
        u8::try_from(self.0.len()).unwrap_or(u8::MAX)
    }
}

fn is_plain(part: &str) -> bool {
    // A full stop at the end is dropped by Windows, so that two names would be one file; at the front it hides the file
    // or climbs out of the folder.
    let dotted = part.starts_with('.') || part.ends_with('.') || part.contains("..");
    let letters = part
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
    !part.is_empty() && !dotted && letters && !is_device(part)
}

/// Names that are devices on Windows, whatever follows the first full stop.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|n| n.len() == 1 && n.as_bytes().is_ascii())
    };
    matches!(stem, "con" | "prn" | "aux" | "nul")
        || (stem.ends_with(|c: char| c.is_ascii_digit()) && (numbered("com") || numbered("lpt")))
}

/// The names met so far; 16 bytes each, so that a million of them is no burden.
#[derive(Default)]
pub(super) struct Names(HashMap<[u8; 16], Stands>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    File,
    Folder,
}

impl Names {
    /// Notes a name, refusing one that was met before, as a file or as a folder around one.
    pub(super) fn take(&mut self, name: &EntryName) -> Result<(), ArchiveError> {
        for (end, _) in name.as_str().match_indices('/') {
            let around = name.as_str().get(..end).unwrap_or_default();
            if *self.0.entry(short(around)).or_insert(Stands::Folder) == Stands::File {
                return Err(ArchiveError::Twice);
            }
        }
        match self.0.insert(short(name.as_str()), Stands::File) {
            None => Ok(()),
            Some(Stands::File | Stands::Folder) => Err(ArchiveError::Twice),
        }
    }
}

fn short(name: &str) -> [u8; 16] {
    let hash: [u8; 32] = Sha256::digest(name).into();
    let mut short = [0; 16];
    short.copy_from_slice(hash.split_at(16).0);
    short
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_names_of_the_vaults_own_files_are_allowed() {
        let blob = format!("blobs/ab/{}", "ab".repeat(32));
        for name in [
            "people.slots.a",
            "room-0123456789abcdef.db",
            "letterbox/0f.post",
            "lockers/01/02.locker",
            &blob,
        ] {
            assert_eq!(EntryName::new(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn names_that_could_mean_another_place_are_refused() {
        let long = "a".repeat(121);
        let tricks = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../a",
            "a/..",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            "a/.",
            ".hidden",
            "a.",
            "a..b",
            "c:a",
            "c:/a",
            "a\\b",
            "\\\\host\\a",
            "a\0b",
            "a\nb",
            "A",
            "ä",
            "a b",
            "~",
            "a/b/c/d",
            "con",
            "nul.db",
            "blobs/aux.db",
            "com1",
            "lpt9.post",
            "a:stream",
            "%2e%2e",
            &long,
        ];

        for name in tricks {
            assert_eq!(
                EntryName::new(name),
                Err(ArchiveError::BadName),
                "{name:?} was allowed"
            );
        }
    }

    #[test]
    fn names_that_only_look_like_devices_are_allowed() {
        for name in ["console", "com", "com12", "lpt.a", "comx", "a.con"] {
            assert!(EntryName::new(name).is_ok(), "{name} was refused");
        }
    }

    #[test]
    fn a_name_is_taken_once_and_is_not_also_a_folder() {
        let mut names = Names::default();
        let mut take = |name: &str| names.take(&EntryName::new(name).unwrap());

        assert_eq!(take("a/b"), Ok(()));
        assert_eq!(take("a/c"), Ok(()));
        assert_eq!(take("a/b"), Err(ArchiveError::Twice));
        assert_eq!(take("a"), Err(ArchiveError::Twice));
        assert_eq!(take("a/c/d"), Err(ArchiveError::Twice));
    }

    proptest! {
        #[test]
        fn an_allowed_name_stays_inside_the_folder(name in "[a-z0-9./-]{1,20}|.{0,20}") {
            if let Ok(name) = EntryName::new(&name) {
                let normal = |part| matches!(part, std::path::Component::Normal(_));

                prop_assert!(name.path().components().all(normal));
                prop_assert!(name.path().is_relative());
                prop_assert!(name.path().components().count() <= 3);
            }
        }
    }
}
