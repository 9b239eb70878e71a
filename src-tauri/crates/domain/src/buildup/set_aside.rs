//! A lead looked at some concerns together and put the hint away, with a reason.

use serde::{Deserialize, Serialize};

use crate::id::ConcernId;

/// The kind of an entry that sets a build-up aside. It is about the newest concern that it rests on in its room.
pub const BUILDUP_SET_ASIDE: &str = "buildup.set_aside";
/// The part that holds a [`SetAside`]; why stands in the part `reason`.
pub const PART_BUILDUP: &str = "buildup";

/// What was set aside. It stays away until a concern joins that was not there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct SetAside {
    /// What sort of thing the concerns have in common.
    pub sort: String,
    /// Which, in the form in which it is compared.
    pub key: String,
    /// The concerns of this room that it rested on.
    pub concerns: Vec<ConcernId>,
    /// Fingerprints of those of other rooms: only who may read both can tell what they stand for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<String>,
    /// The sentence as it stood.
    pub say: String,
}

impl std::fmt::Debug for SetAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SetAside")
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::concern::{PART_REASON, RECORDED, fold};
    use crate::id::PersonId;
    use crate::step::{Author, Step};

    fn step(entry: u8, kind: &str, parts: &[(&str, &str)]) -> Step {
        Step {
            entry: [entry; 32],
            supersedes: Vec::new(),
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
            parts: parts
                .iter()
                .map(|(name, text)| ((*name).to_owned(), Some(text.as_bytes().to_vec())))
                .collect(),
            blobs: Vec::new(),
        }
    }

    #[test]
    fn what_was_set_aside_is_known_with_its_reason_and_asks_for_no_newer_version() {
        let said = r#"{"sort":"low","key":"k","concerns":[],"say":"Third entry.","later":1}"#;
        let steps = [
            step(1, RECORDED, &[("account", "words")]),
            step(
                2,
                BUILDUP_SET_ASIDE,
                &[(PART_BUILDUP, said), (PART_REASON, "One long cold.")],
            ),
            step(
                3,
                BUILDUP_SET_ASIDE,
                &[(PART_BUILDUP, said), (PART_REASON, "Seen too.")],
            ),
        ];

        let concern = fold(ConcernId([9; 16]), &steps).unwrap();

        let reasons: Vec<&str> = concern
            .case
            .set_aside
            .iter()
            .map(|kept| kept.reason.as_str())
            .collect();
        assert!(!concern.needs_newer);
        assert_eq!(reasons, ["One long cold.", "Seen too."]);
    }
}
