use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::hide_words;
use crate::id::{ConcernId, FileId};

/// The kind of an entry that decides of one record whether it is given.
pub const DECIDED: &str = "access.decided";
/// The part that holds a [`Decision`].
pub const PART_DECISION: &str = "decision";

/// Something held about the pupil.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Item {
    /// Their own details: names, dates, contacts, what must be read first.
    Details,
    /// A concern that names them.
    Concern(ConcernId),
    /// A file of such a concern.
    File(FileId),
}

/// The text names nothing that can be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no record is named so")]
pub struct NotAnItem;

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Details => f.write_str("details"),
            Self::Concern(id) => write!(f, "concern:{id}"),
            Self::File(id) => write!(f, "file:{id}"),
        }
    }
}

impl FromStr for Item {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        match text.split_once(':') {
            None if text == "details" => Ok(Self::Details),
            Some(("concern", id)) => id.parse().map(Self::Concern).map_err(|_| NotAnItem),
            Some(("file", id)) => id.parse().map(Self::File).map_err(|_| NotAnItem),
            Some(_) | None => Err(NotAnItem),
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

/// What becomes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is given as it stands.
    Give,
    /// It is given without some of it.
    Part,
    /// It is not given.
    Withhold,
}

impl Outcome {
    /// As it is kept.
    pub fn id(self) -> &'static str {
        match self {
            Self::Give => "give",
            Self::Part => "part",
            Self::Withhold => "withhold",
        }
    }

    /// The outcome that is kept so.
    pub fn of(id: &str) -> Option<Self> {
        [Self::Give, Self::Part, Self::Withhold]
            .into_iter()
            .find(|outcome| outcome.id() == id)
    }
}

/// What was decided of one record, as it stood then.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Of what.
    pub item: Item,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why not all of it is given, by code ([`crate::access::EXEMPTIONS`]).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exemptions: Vec<String>,
    /// What was weighed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The person who asked is not to learn that there is such a record: saying so would give away what is withheld.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsaid: bool,
    /// The state it was decided of, a hash over all its entries. A record that was written on since is to be decided again.
    #[serde(default)]
    pub state: String,
}

impl Decision {
    /// Whether two come to the same, whatever was noted with them.
    pub fn agrees(&self, other: &Self) -> bool {
        let codes = |of: &Self| {
            let mut codes = of.exemptions.clone();
            codes.sort();
            codes
        };
        self.outcome == other.outcome
            && self.unsaid == other.unsaid
            && self.state == other.state
            && codes(self) == codes(other)
    }
}

hide_words!(Decision);
