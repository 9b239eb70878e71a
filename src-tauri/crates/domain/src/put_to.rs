//! That a walk or a checklist which was begun alone is about a concern: it was recorded since.

use serde::{Deserialize, Serialize};

use crate::case::{Kept, holding};
use crate::hide_words;
use crate::id::ConcernId;

/// The part that holds a [`PutTo`].
pub const PART_PUT_TO: &str = "put_to";

/// The concern it is about. A later one takes the place of those it names.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutTo {
    /// Which.
    pub concern: ConcernId,
    /// Why it was put to another than before; empty the first time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Every time something begun alone was put to a concern.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Puts {
    /// It was begun with no concern; otherwise nothing can be put.
    pub alone: bool,
    /// All of them, oldest first.
    pub all: Vec<Kept<PutTo>>,
    heads: Vec<usize>,
}

impl Puts {
    pub(crate) fn of(alone: bool, all: Vec<Kept<PutTo>>) -> Self {
        match alone {
            true => Self {
                alone,
                heads: holding(&all),
                all,
            },
            false => Self::default(),
        }
    }

    /// The one that it goes by: the first of those that hold.
    pub fn holds(&self) -> Option<&Kept<PutTo>> {
        self.held().next()
    }

    /// Those that hold beside it and say another concern: put there at the same time, on another laptop.
    pub fn beside(&self) -> impl Iterator<Item = &Kept<PutTo>> {
        let first = self.holds().map(|kept| kept.what.concern);
        self.held()
            .filter(move |kept| Some(kept.what.concern) != first)
    }

    /// Those that another has taken the place of, oldest first.
    pub fn before(&self) -> impl Iterator<Item = &Kept<PutTo>> {
        let all = self.all.iter().enumerate();
        all.filter(|(place, _)| !self.heads.contains(place))
            .map(|(_, kept)| kept)
    }

    /// Entries that a new one takes the place of.
    pub fn head_entries(&self) -> Vec<[u8; 32]> {
        self.held().map(|kept| kept.step.entry).collect()
    }

    fn held(&self) -> impl Iterator<Item = &Kept<PutTo>> {
        self.heads.iter().filter_map(|place| self.all.get(*place))
    }
}

hide_words!(PutTo);
