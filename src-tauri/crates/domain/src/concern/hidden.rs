//! A file that should never have come in: kept out of everybody's sight, and said why.

use serde::{Deserialize, Serialize};

/// The kind of an entry that keeps a file out of sight. It names the entry that added the file as what it replaces.
pub const FILE_HIDDEN: &str = "file.hidden";
/// The part that holds a [`Hidden`].
pub const PART_HIDDEN: &str = "hidden";

/// Why nobody is to see a file. The bytes stay where they are, encrypted: only the police say what becomes of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Hidden {
    /// Why.
    pub reason: String,
    /// Who was told that it came in.
    pub told: String,
    /// Who had seen it by then.
    pub seen_by: String,
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden")
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::concern::{FILE_ADDED, FileFact, PART_FILE, RECORDED, fold};
    use crate::id::{ConcernId, FileId, PersonId};
    use crate::step::{Author, Step};

    fn step(entry: u8, kind: &str, supersedes: &[u8], part: (&str, Option<Vec<u8>>)) -> Step {
        Step {
            entry: [entry; 32],
            supersedes: supersedes.iter().map(|entry| [*entry; 32]).collect(),
            kind: kind.to_owned(),
            kind_version: 1,
            critical: false,
            author: Author {
                person: PersonId([1; 16]),
                name: "R. Calloway".to_owned(),
                user: "ruth".to_owned(),
                role: "dsl".to_owned(),
            },
            number: u64::from(entry),
            written: DateTime::parse_from_rfc3339("2026-11-10T10:41:00+00:00").unwrap(),
            clock_note: None,
            parts: vec![(part.0.to_owned(), part.1)],
            blobs: Vec::new(),
        }
    }

    fn added(entry: u8) -> Step {
        let fact = FileFact {
            id: FileId([entry; 16]),
            name: format!("{entry}.png"),
            size: 1,
            media: String::new(),
            sha256: String::new(),
            source: None,
            possible_indecent_image: "no".to_owned(),
            key: String::new(),
        };
        step(
            entry,
            FILE_ADDED,
            &[],
            (PART_FILE, serde_json::to_vec(&fact).ok()),
        )
    }

    #[test]
    fn a_file_stays_out_of_sight_even_when_the_reason_is_gone_and_no_other_file_does() {
        let steps = [
            step(1, RECORDED, &[], ("account", Some(b"words".to_vec()))),
            added(2),
            added(3),
            step(4, FILE_HIDDEN, &[2], (PART_HIDDEN, None)),
        ];

        let concern = fold(ConcernId([9; 16]), &steps).unwrap();

        let hidden: Vec<bool> = concern
            .files
            .iter()
            .map(|(_, _, step)| concern.hidden(step).is_some())
            .collect();
        assert_eq!(hidden, [true, false]);
        assert!(!concern.needs_newer);
    }
}
