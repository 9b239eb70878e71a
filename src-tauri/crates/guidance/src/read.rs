use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::{Serialize, Serializer};
use toml::Spanned;

use crate::{Error, Place};

/// A name in the shipped data, which remembers where it was written so that a mistake can be pointed at.
#[derive(Clone, Eq)]
pub struct Id {
    text: String,
    at: usize,
}

impl Id {
    /// The name itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many bytes of the page stand before it.
    pub(crate) fn at(&self) -> usize {
        self.at
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

// Two names are the same name wherever they were written.
impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            at: 0,
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<String>::deserialize(deserializer)?;
        let at = spanned.span().start;
        Ok(Self {
            text: spanned.into_inner(),
            at,
        })
    }
}

/// Reads a page of shipped data into its shape; `file` is its name in an error, beside the line.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|err| Error::Unreadable {
        place: Place {
            file: file.to_owned(),
            line: line_of(text, err.span().map_or(0, |span| span.start)),
        },
        why: err.message().trim().replace('\n', ", "),
    })
}

/// Gives the line, counted from 1, that holds the byte `at`.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Note {
        id: Id,
    }

    #[test]
    fn a_name_remembers_its_line() {
        let text = "# a heading\n\nid = \"x\"\n";

        let note: Note = read("note.toml", text).unwrap();

        assert_eq!(note.id, "x");
        assert_eq!(line_of(text, note.id.at()), 3);
    }

    #[test]
    fn a_slip_of_the_pen_names_file_and_line() {
        let broken = "# a heading\nid = \"x\nother = 1\n";

        let err = read::<Note>("note.toml", broken).unwrap_err();

        assert_eq!(err.place().to_string(), "note.toml, line 2");
    }
}
