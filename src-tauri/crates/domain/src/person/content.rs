//! What is known of an adult, and how it stands in an entry's part.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The part that holds an [`Adult`].
pub const PART_PERSON: &str = "person";

/// One version of what is known of an adult.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Adult {
    /// The name people say; empty where nobody knows it.
    pub name: String,
    /// Other names they use or used.
    pub also_known: Vec<String>,
    /// What they are to the school (vocabulary `adult_kind`).
    pub kind: String,
    /// What they look like, what they drive: for somebody whose name is not known.
    pub description: String,
    /// Whom they work for.
    pub organisation: String,
    /// As what.
    pub post: String,
    /// Date of birth, where a referral would ask for it.
    pub date_of_birth: Option<NaiveDate>,
    /// How to reach them.
    pub reach: Vec<Reach>,
    /// Anything else: an interpreter, the hours at which they answer.
    pub note: String,
}

/// A way to reach somebody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Reach {
    /// `phone`, `email` or `address`.
    pub way: String,
    /// The number, the address.
    pub value: String,
    /// `work`, `after 16:00`.
    pub note: String,
}

impl Adult {
    /// The entry's part.
    pub fn to_part(&self) -> (&'static str, Zeroizing<Vec<u8>>) {
        // A plain struct of words and a day always serialises.
        let content = serde_json::to_vec(self).unwrap_or_default();
        (PART_PERSON, Zeroizing::new(content))
    }

    /// What a list calls them: their name, or what they look like where nobody knows it.
    pub fn called(&self) -> &str {
        if self.name.is_empty() {
            &self.description
        } else {
            &self.name
        }
    }

    /// The same with what other records of this adult say beyond it: a name or a number that only one of them knows must
    /// not be lost from sight.
    #[must_use]
    pub fn together_with<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut whole = self.clone();
        for other in others {
            for name in other.all_names() {
                if whole.name.is_empty() {
                    name.clone_into(&mut whole.name);
                } else if !whole.all_names().contains(&name) {
                    whole.also_known.push(name.to_owned());
                }
            }
            for (own, theirs) in [
                (&mut whole.organisation, &other.organisation),
                (&mut whole.post, &other.post),
            ] {
                if own.is_empty() {
                    own.clone_from(theirs);
                }
            }
            for (own, theirs) in [
                (&mut whole.description, &other.description),
                (&mut whole.note, &other.note),
            ] {
                if own.is_empty() {
                    own.clone_from(theirs);
                } else if !own.contains(theirs.as_str()) {
                    *own = format!("{own}\n{theirs}");
                }
            }
            whole.date_of_birth = whole.date_of_birth.or(other.date_of_birth);
            for way in &other.reach {
                let there = |known: &Reach| known.way == way.way && known.value == way.value;
                if !whole.reach.iter().any(there) {
                    whole.reach.push(way.clone());
                }
            }
        }
        whole
    }

    /// Every name they may be looked for under.
    pub fn all_names(&self) -> Vec<&str> {
        std::iter::once(self.name.as_str())
            .chain(self.also_known.iter().map(String::as_str))
            .filter(|name| !name.is_empty())
            .collect()
    }
}

impl std::fmt::Debug for Adult {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Adult")
    }
}

impl std::fmt::Debug for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reach")
    }
}
