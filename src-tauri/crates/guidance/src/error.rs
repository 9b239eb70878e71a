use std::fmt;

/// Where in the shipped data something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The page, as its path below `assets`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)
    }
}

/// What is wrong with the shipped data. Nothing in it comes from a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The page is not TOML, or not the shape it should be.
    #[error("{place}: {why}")]
    Unreadable {
        /// Where reading stopped.
        place: Place,
        /// What the reader expected, in its own words.
        why: String,
    },
    /// The page is of another kind or of another version.
    #[error("{place}: the schema is \"{found}\", not \"{expected}\"")]
    OtherSchema {
        /// The page.
        place: Place,
        /// What the page says it is.
        found: String,
        /// What this program reads.
        expected: &'static str,
    },
    /// A name that must be unique is used again.
    #[error("{place}: the {kind} \"{id}\" is there twice")]
    Twice {
        /// The second of them.
        place: Place,
        /// What it names.
        kind: &'static str,
        /// The name.
        id: String,
    },
    /// Something points to what is not there.
    #[error("{place}: there is no {kind} \"{id}\"")]
    NoSuch {
        /// Where it is pointed to.
        place: Place,
        /// What it should be.
        kind: &'static str,
        /// The name pointed to.
        id: String,
    },
    /// Something is there that nothing makes use of, so it is probably misspelt.
    #[error("{place}: nothing uses the {kind} \"{id}\"")]
    Unused {
        /// Where it is.
        place: Place,
        /// What it is.
        kind: &'static str,
        /// Its name.
        id: String,
    },
    /// A flowchart cannot be walked.
    #[error("{place}: \"{id}\" {why}")]
    Way {
        /// Where the step is.
        place: Place,
        /// Its name.
        id: String,
        /// What is wrong with it, as the end of a sentence.
        why: &'static str,
    },
    /// Something that must be said is blank.
    #[error("{place}: \"{id}\" has no {what}")]
    Blank {
        /// Where it is.
        place: Place,
        /// What is left blank.
        what: &'static str,
        /// The name of the entry.
        id: String,
    },
    /// Something that is said has signs that nobody sees or that turn a line round, or is longer than any page has room for.
    #[error(
        "{place}: the {what} of \"{id}\" has signs that cannot be seen, or is longer than {} characters",
        crate::leaf::LONGEST
    )]
    Odd {
        /// Where it is.
        place: Place,
        /// What it is.
        what: &'static str,
        /// The name of the entry.
        id: String,
    },
    /// There is more than is named.
    #[error("{place}: there is more after this; put these right first")]
    More {
        /// The last place that is named.
        place: Place,
    },
}

impl Error {
    /// Where it is.
    pub fn place(&self) -> &Place {
        match self {
            Self::Unreadable { place, .. }
            | Self::OtherSchema { place, .. }
            | Self::Twice { place, .. }
            | Self::NoSuch { place, .. }
            | Self::Unused { place, .. }
            | Self::Way { place, .. }
            | Self::Blank { place, .. }
            | Self::Odd { place, .. }
            | Self::More { place } => place,
        }
    }
}
