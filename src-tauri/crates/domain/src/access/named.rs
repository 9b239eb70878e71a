use serde::{Deserialize, Serialize};

use super::Item;
use crate::hide_words;

/// The kind of an entry that says who else a record is about.
pub const NAMED: &str = "access.named";
/// The part that holds a [`Named`].
pub const PART_NAMED: &str = "named";

/// Whether what is about somebody else may be given too (DPA 2018 Sch. 2 para. 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// They agreed.
    Yes,
    /// They said no.
    No,
    /// Nobody has asked them.
    #[default]
    NotAsked,
    /// It is reasonable to give it without asking, such as what somebody did in the course of their work.
    ReasonableWithout,
}

impl Consent {
    /// Every one, with how it is kept.
    pub const ALL: [(&'static str, Self); 4] = [
        ("yes", Self::Yes),
        ("no", Self::No),
        ("not-asked", Self::NotAsked),
        ("reasonable-without", Self::ReasonableWithout),
    ];

    /// The one that is kept so.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find_map(|(known, consent)| (known == id).then_some(consent))
    }

    /// As it is kept.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotAsked => "not-asked",
            Self::ReasonableWithout => "reasonable-without",
        }
    }

    /// Whether what is about them may be given.
    pub fn lets_go(self) -> bool {
        matches!(self, Self::Yes | Self::ReasonableWithout)
    }
}

/// Somebody else whom records are about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Named {
    /// Who.
    pub name: String,
    /// What they are: `pupil`, `family`, `staff`, `professional`, `other`.
    pub kind: String,
    /// In which records.
    pub items: Vec<Item>,
    /// Whether it may be given.
    pub consent: Consent,
    /// What was weighed.
    pub note: String,
    /// The entry that first wrote it, in hexadecimal; none in that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// It was written by mistake, and does not count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
}

hide_words!(Named);
