//! An entry as the folds see it: already verified, in the order of the history.

use chrono::{DateTime, FixedOffset};

use crate::id::PersonId;

/// Reads an RFC 3339 time as it stands in a header.
pub fn parse_time(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// An entry's id.
pub type EntryId = [u8; 32];

/// Who wrote an entry: the account its writer key was certified for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub person: PersonId,
    /// Name at the time.
    pub name: String,
    /// User name at the time.
    pub user: String,
    /// Role id at the time.
    pub role: String,
}

/// One step about a subject.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// The entry.
    pub entry: EntryId,
    /// Entries whose content this takes the place of.
    pub supersedes: Vec<EntryId>,
    /// The kind, as in the header.
    pub kind: String,
    /// The kind's version.
    pub kind_version: u32,
    /// A reader that does not know the kind must not show the subject as if nothing were there.
    pub critical: bool,
    /// Who.
    pub author: Author,
    /// Place in the writer's log.
    pub number: u64,
    /// When, as the laptop's clock claimed.
    pub written: DateTime<FixedOffset>,
    /// What was odd about that clock.
    pub clock_note: Option<String>,
    /// Parts by name; `None` where withheld or destroyed.
    pub parts: Vec<(String, Option<Vec<u8>>)>,
    /// Hashes and lengths of encrypted files.
    pub blobs: Vec<([u8; 32], u64)>,
}

/// A part that was asked for.
pub enum PartState<'a> {
    /// Its content.
    Here(&'a [u8]),
    /// The entry has it, but it was withheld or destroyed.
    Gone,
    /// The entry never had it.
    Never,
}

impl Step {
    /// The part with this name.
    pub fn part(&self, name: &str) -> PartState<'_> {
        match self.parts.iter().find(|(known, _)| known == name) {
            Some((_, Some(bytes))) => PartState::Here(bytes),
            Some((_, None)) => PartState::Gone,
            None => PartState::Never,
        }
    }

    /// A part that is text; empty when there is none.
    pub fn text(&self, name: &str) -> String {
        match self.part(name) {
            PartState::Here(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            PartState::Gone | PartState::Never => String::new(),
        }
    }

    /// A part that is JSON.
    pub fn json<T: serde::de::DeserializeOwned>(&self, name: &str) -> Option<T> {
        match self.part(name) {
            PartState::Here(bytes) => serde_json::from_slice(bytes).ok(),
            PartState::Gone | PartState::Never => None,
        }
    }
}

// A step holds a child's words.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Step({} {})", self.kind, self.number)
    }
}

/// Which of the steps that carry content still hold: those no other step takes the place of.
///
/// Two corrections of one version leave two heads: both are kept and shown until a person joins them.
pub fn heads<'a>(steps: impl Iterator<Item = (EntryId, &'a [EntryId])> + Clone) -> Vec<EntryId> {
    let superseded: std::collections::BTreeSet<EntryId> = steps
        .clone()
        .flat_map(|(_, supersedes)| supersedes.iter().copied())
        .collect();
    steps
        .map(|(id, _)| id)
        .filter(|id| !superseded.contains(id))
        .collect()
}
