//! What must be known before anything is done about a pupil: "Do not ring Dad."
//!
//! Each is an entry of its own, so that two laptops can add one each and neither is lost. A change names the one it takes
//! the place of; one that no longer holds is ended by an entry with a reason. Nothing is overwritten.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::stated::{Sort, Stated};

/// The part that holds a [`KeyFact`].
pub const PART_KEY: &str = "key";
/// The kind of an entry that says one, or says it anew.
pub const KEY_NOTED: &str = "pupil.key_noted";
/// The kind of an entry that ends one.
pub const KEY_ENDED: &str = "pupil.key_ended";

/// Something to read first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct KeyFact {
    /// The words.
    pub say: String,
    /// The day on which somebody should ask whether it still holds.
    pub review: Option<NaiveDate>,
}

/// A key fact as it was written, and how it came to an end if it did.
pub type Noted = Stated<KeyFact>;

/// Key facts as they are written.
pub(super) const KEY: Sort<KeyFact> = Sort {
    said: KEY_NOTED,
    ended: KEY_ENDED,
    part: PART_KEY,
    says: |fact| !fact.say.trim().is_empty(),
};

impl KeyFact {
    /// The entry's part.
    pub fn to_part(&self) -> (&'static str, Zeroizing<Vec<u8>>) {
        // A plain struct of words and a day always serialises.
        let content = serde_json::to_vec(self).unwrap_or_default();
        (PART_KEY, Zeroizing::new(content))
    }
}

impl std::fmt::Debug for KeyFact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyFact")
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::super::PART_REASON;
    use super::*;
    use crate::id::PersonId;
    use crate::step::{Author, Step};

    fn step(entry: u8, kind: &str, supersedes: &[u8], part: Option<(&str, Option<&str>)>) -> Step {
        let parts = part.into_iter();
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
            parts: parts
                .map(|(name, words)| {
                    (
                        name.to_owned(),
                        words.map(|words| words.as_bytes().to_vec()),
                    )
                })
                .collect(),
            blobs: Vec::new(),
        }
    }

    fn says(entry: u8, supersedes: &[u8], words: &str) -> Step {
        let said = format!("{{\"say\":\"{words}\"}}");
        step(entry, KEY_NOTED, supersedes, Some((PART_KEY, Some(&said))))
    }

    fn ends(entry: u8, noted: u8, reason: Option<&str>) -> Step {
        step(entry, KEY_ENDED, &[noted], Some((PART_REASON, reason)))
    }

    fn standing(steps: &[Step]) -> Vec<String> {
        KEY.all(steps)
            .into_iter()
            .filter(|noted| noted.ended.is_empty())
            .map(|noted| noted.what.say)
            .collect()
    }

    #[test]
    fn what_two_laptops_wrote_in_the_place_of_one_stands_twice() {
        let steps = [
            says(1, &[], "Do not ring Dad."),
            says(2, &[1], "Ring Mum."),
            says(3, &[1], "Ring Nan."),
        ];
        assert_eq!(standing(&steps), ["Ring Mum.", "Ring Nan."]);
    }

    #[test]
    fn one_laptop_ended_it_and_another_wrote_it_anew_so_it_stands_and_both_are_known() {
        let steps = [
            says(1, &[], "Do not ring Dad."),
            ends(2, 1, Some("order ended")),
            says(3, &[1], "Ring Mum only."),
        ];
        assert_eq!(standing(&steps), ["Ring Mum only."]);
        let first = &KEY.all(&steps)[0];
        let how: Vec<_> = first.ended.iter().map(|ended| ended.replaced).collect();
        assert_eq!(how, [false, true]);
    }

    #[test]
    fn a_change_or_an_end_whose_words_are_gone_ends_nothing() {
        let gone = step(2, KEY_NOTED, &[1], Some((PART_KEY, None)));
        let blank = says(3, &[1], " ");
        let silent = ends(4, 1, Some(" "));
        let withheld = ends(5, 1, None);
        for after in [gone, blank, silent, withheld] {
            assert!(!KEY.is_readable(&after));
            assert_eq!(
                standing(&[says(1, &[], "Do not ring Dad."), after]),
                ["Do not ring Dad."]
            );
        }
    }
}
