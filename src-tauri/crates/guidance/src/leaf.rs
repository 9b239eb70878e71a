//! A page of which there are many of one kind: a flowchart, a checklist.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::read::{self, Id};
use crate::{Citation, Error, Place};

/// The most faults that are named at once. To find the line of one, its page is gone through from the top.
pub(crate) const MOST_FAULTS: usize = 200;
/// The longest that a title, a question or a warning can be, in characters.
pub(crate) const LONGEST: usize = 1_000;

/// Nothing of it is seen.
pub(crate) fn is_blank(said: &str) -> bool {
    said.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// It has signs that cannot be seen or that turn a line round, or is too long.
pub(crate) fn is_odd(said: &str) -> bool {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    said.chars().any(|c| c.is_control() || turns(c)) || said.chars().nth(LONGEST).is_some()
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Its name in an error, and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leaf<'l> {
    pub(crate) file: &'l str,
    pub(crate) text: &'l str,
}

#[derive(Deserialize)]
struct Title {
    schema: Id,
}

impl Leaf<'_> {
    /// Reads it into its shape, refusing another kind or version of page first.
    pub(crate) fn read<T: DeserializeOwned>(&self, schema: &'static str) -> Result<T, Error> {
        let title: Title = read::read(self.file, self.text)?;
        if title.schema != *schema {
            return Err(Error::OtherSchema {
                place: self.place(&title.schema),
                found: title.schema.to_string(),
                expected: schema,
            });
        }
        read::read(self.file, self.text)
    }

    /// Where on it a name is written.
    pub(crate) fn place(&self, id: &Id) -> Place {
        Place {
            file: self.file.to_owned(),
            line: read::line_of(self.text, id.at()),
        }
    }

    /// Keeps a fault at a name. One more than is named is kept, so that it is seen that there are more.
    pub(crate) fn fault(
        &self,
        id: &Id,
        faults: &mut Vec<Error>,
        make: impl FnOnce(Place) -> Error,
    ) {
        if faults.len() <= MOST_FAULTS {
            faults.push(make(self.place(id)));
        }
    }

    /// Every name must be there once.
    pub(crate) fn once<'i>(
        &self,
        kind: &'static str,
        ids: impl Iterator<Item = &'i Id>,
        faults: &mut Vec<Error>,
    ) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.as_str()) {
                self.fault(id, faults, |place| Error::Twice {
                    place,
                    kind,
                    id: id.to_string(),
                });
            }
        }
    }

    /// What is pointed to must be there.
    pub(crate) fn there(
        &self,
        kind: &'static str,
        id: &Id,
        known: &BTreeSet<&str>,
        faults: &mut Vec<Error>,
    ) {
        if !known.contains(id.as_str()) {
            self.fault(id, faults, |place| Error::NoSuch {
                place,
                kind,
                id: id.to_string(),
            });
        }
    }

    /// What must be said must not be blank.
    pub(crate) fn said(&self, id: &Id, what: &'static str, said: &str, faults: &mut Vec<Error>) {
        if is_blank(said) {
            self.fault(id, faults, |place| Error::Blank {
                place,
                what,
                id: id.to_string(),
            });
        } else if is_odd(said) {
            self.fault(id, faults, |place| Error::Odd {
                place,
                what,
                id: id.to_string(),
            });
        }
    }

    /// Every source cited must be in the register.
    pub(crate) fn cited(
        &self,
        citations: &[Citation],
        sources: &BTreeSet<&str>,
        faults: &mut Vec<Error>,
    ) {
        for citation in citations {
            self.there("source", &citation.id, sources, faults);
        }
    }
}
