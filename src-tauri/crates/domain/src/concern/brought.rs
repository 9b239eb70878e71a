//! What was written in another program and brought in: where it comes from, who wrote it there, what it was called there.

use serde::{Deserialize, Serialize};

use crate::hide_words;
use crate::id::FileId;

/// The kind of an entry that says a history was brought in, with the file it came in. Its subject is the import's own.
pub const HISTORY_BROUGHT: &str = "history.brought";
/// The part that holds an [`Import`].
pub const PART_IMPORT: &str = "import";

/// Where a concern comes from that was written in another program.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Brought {
    /// The import's subject, hexadecimal.
    pub import: String,
    /// The program: `CPOMS`, `MyConcern`, or `another system`.
    pub from: String,
    /// Its number there.
    pub number: String,
    /// Rows of the file it stands on, as a spreadsheet numbers them.
    pub rows: Vec<u32>,
    /// Who wrote it there, as the file says.
    pub by: String,
    /// The file says when it was written there. Otherwise the time it happened stands in its place.
    pub written_known: bool,
    /// Categories that are none of this program's, as written there.
    pub categories: Vec<String>,
    /// What else the file said, each under a name: `Level`, `Status`.
    pub more: Vec<(String, String)>,
}

impl Brought {
    /// Who wrote it, as it stands wherever a writer is shown: `J. Smith (in CPOMS)`.
    pub fn writer(&self) -> String {
        match self.by.as_str() {
            "" => format!("Somebody (in {})", self.from),
            by => format!("{by} (in {})", self.from),
        }
    }

    /// Everything a person might look for in it.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        [self.number.as_str(), &self.by]
            .into_iter()
            .chain(self.categories.iter().map(String::as_str))
            .chain(self.more.iter().map(|(_, words)| words.as_str()))
    }
}

/// A history that was brought in, and the file it came in, which is kept as it was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Import {
    /// The file's id.
    pub file: String,
    /// The file of another import that this one is kept beside; it has no rows of its own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub beside: String,
    /// The program it comes from.
    pub from: String,
    /// The file's name when it came.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The key of its encrypted bytes, hexadecimal.
    pub key: String,
    /// The hash of its encrypted bytes, hexadecimal.
    pub blob: String,
    /// Their length.
    pub blob_len: u64,
    /// Rows it had.
    pub rows: u32,
    /// Concerns that were made of them.
    pub concerns: u32,
    /// What each column was taken for: heading, field, or nothing.
    pub columns: Vec<(String, String)>,
    /// What each name of a category was taken for: name, category, or nothing.
    pub categories: Vec<(String, String)>,
    /// What tells each of its concerns from others, so that none comes in twice.
    pub marks: Vec<String>,
}

impl Import {
    /// The file's id, when it is one.
    pub fn file_id(&self) -> Option<FileId> {
        self.file.parse().ok()
    }
}

hide_words!(Brought, Import);
