//! A child or an adult who is on record twice: two records that are read as one, until somebody says that it was a mistake.
//!
//! Nothing is moved. The record that stays names the other; both keep every entry they have, in every room.

mod other;
#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::stated::{Sort, Stated};
use crate::step::Step;

pub use other::{Other, PART_OTHER};

/// Whose records these are: somebody who may be on record twice, with the kinds of the entries that say so.
pub trait OnRecord:
    Copy + Ord + Hash + Display + FromStr + Serialize + DeserializeOwned + 'static
{
    /// The field of the part `other` that holds the other record's id.
    const FIELD: &'static str;
    /// Another record is this same one.
    const JOINED: &'static str;
    /// It is not, after all.
    const PARTED: &'static str;
    /// Another record, much like this one, is somebody else.
    const APART: &'static str;
    /// That is to be looked at again.
    const APART_ENDED: &'static str;

    /// The id as an entry's subject.
    fn bytes(self) -> [u8; 16];

    /// The id that an entry's subject is.
    fn of_bytes(bytes: [u8; 16]) -> Self;
}

/// What was said of a record and others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records<R> {
    /// Others that are this same one, oldest first.
    pub joins: Vec<Stated<Other<R>>>,
    /// Others much like this one that are somebody else.
    pub aparts: Vec<Stated<Other<R>>>,
}

impl<R: OnRecord> Records<R> {
    const JOINS: Sort<Other<R>> = Sort {
        said: R::JOINED,
        ended: R::PARTED,
        part: PART_OTHER,
        says: |_| true,
    };
    const APARTS: Sort<Other<R>> = Sort {
        said: R::APART,
        ended: R::APART_ENDED,
        part: PART_OTHER,
        says: |_| true,
    };

    /// What the steps about one record say, given in the order of the history.
    pub(crate) fn all(steps: &[Step]) -> Self {
        Self {
            joins: Self::JOINS.all(steps),
            aparts: Self::APARTS.all(steps),
        }
    }

    /// Whether a step says something of two records.
    pub(crate) fn has(step: &Step) -> bool {
        Self::JOINS.has(step) || Self::APARTS.has(step)
    }

    /// Whether such a step can be read. One that kept two apart and whose words are gone is asked about again, which is
    /// no loss.
    pub(crate) fn is_readable(step: &Step) -> bool {
        Self::APARTS.has(step) || Self::JOINS.is_readable(step)
    }

    /// Others that are this same one, as it is known now.
    pub fn joined(&self) -> impl Iterator<Item = &Stated<Other<R>>> {
        self.joins.iter().filter(|join| join.ended.is_empty())
    }

    /// Others that somebody found to be somebody else.
    pub fn kept_apart(&self) -> impl Iterator<Item = &Stated<Other<R>>> {
        self.aparts.iter().filter(|apart| apart.ended.is_empty())
    }
}
