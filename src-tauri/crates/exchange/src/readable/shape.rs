//! What a reading is made of.

use domain::hide_words;

use super::harmless;

/// A foreign file as words.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Readable {
    /// What it is, with its article: `an e-mail`.
    pub what: &'static str,
    /// What is known of the whole, as label and words: From, To, Date. A label may come more than once.
    pub facts: Vec<(String, String)>,
    /// What is not shown, and why; what should be known before it is read. Whole sentences.
    pub notes: Vec<String>,
    /// Its parts, in the order of the file.
    pub parts: Vec<ReadablePart>,
}

/// One part of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadablePart {
    /// What stands above it.
    pub heading: String,
    /// What it holds.
    pub body: ReadableBody,
}

/// What a part holds.
#[derive(Clone, PartialEq, Eq)]
pub enum ReadableBody {
    /// Lines.
    Words(Vec<String>),
    /// A table. Each row has as many cells as there are columns; a cell may hold several lines.
    Table {
        /// What stands above each column.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Files that are named and not opened.
    Files(Vec<ReadableFile>),
}

/// A file inside the file.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadableFile {
    /// Its name, with every sign that hides or turns round what is read written out.
    pub name: String,
    /// Its media type as the file says it; empty where it says none.
    pub media: String,
    /// How many bytes it has; where it was not unpacked, how many it is said to have.
    pub size: u64,
    /// SHA-256 of its bytes in hexadecimal; nothing where it was not unpacked, which a note then says.
    pub sha256: Option<String>,
}

hide_words!(Readable, ReadablePart, ReadableBody, ReadableFile);

/// Why a file of a known kind was not read. Each is a sentence for the sheet that stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It asks for a password.
    #[error(
        "This file is {what} and asks for a password, so its words are not printed here. The file itself is kept as it came."
    )]
    Locked {
        /// `an Excel workbook`.
        what: &'static str,
    },
    /// It is broken, cut off, or not what it is called.
    #[error(
        "This file is called {what}, and is damaged or something else, so its words are not printed here. The file itself is kept as it came."
    )]
    Damaged {
        /// `an Excel workbook`.
        what: &'static str,
    },
    /// It is larger, or unpacks to more, than is read.
    #[error(
        "This file is {what} with more in it than can be printed here. The file itself is kept as it came."
    )]
    TooLarge {
        /// `an Excel workbook`.
        what: &'static str,
    },
    /// A program from before 1997 wrote it.
    #[error(
        "This file is {what} in a form from before 1997, so its words are not printed here. The file itself is kept as it came."
    )]
    TooOld {
        /// `an Excel workbook`.
        what: &'static str,
    },
}

impl Readable {
    pub(super) fn new(what: &'static str) -> Self {
        Self {
            what,
            ..Self::default()
        }
    }

    pub(super) fn fact(&mut self, label: &str, words: impl Into<String>) {
        self.facts.push((label.to_owned(), words.into()));
    }

    pub(super) fn note(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }

    pub(super) fn part(&mut self, heading: impl Into<String>, body: ReadableBody) {
        self.parts.push(ReadablePart {
            heading: heading.into(),
            body,
        });
    }

    /// Says so where the name of an attachment deceives.
    pub(super) fn odd_name(&mut self, name: &str) {
        if name.chars().any(harmless::hides) {
            self.note("The name of an attachment holds signs that hide or turn round what is read. They are written out, as in [U+202E].");
        }
    }

    /// Says that what is shown ends before the file does.
    pub(super) fn cut(&mut self) {
        self.note("It holds more words than are printed here. What is printed ends before the file does; the rest is in the file itself.");
    }
}
