//! Documents that other programs wrote: their pages go on ours as they are, smaller, with nothing of them run or fetched.

mod copy;
mod page;
#[cfg(test)]
mod tests;

use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use lopdf::{Document, LoadOptions, Object};

pub(crate) use copy::Copier;
pub(crate) use page::{Sheet as ForeignSheet, after};

/// What the thread is called on which documents are read: where a reader breaks there, nobody need be told.
const READING: &str = "reading a file";
/// Its stack, in bytes; only what is used of it takes memory.
const STACK: usize = 64 << 20;
/// How long it is waited for. A good document takes a second or two.
const PATIENCE: Duration = Duration::from_secs(60);
/// The most bytes a document may have.
const MOST_BYTES: usize = 64 << 20;
/// The most bytes that one part of it may have when it is unpacked.
const MOST_UNPACKED: usize = 64 << 20;
/// The most bytes that a list of its parts may have when it is unpacked: what is made of them takes many times as much.
const MOST_LISTED: usize = 8 << 20;
/// The most things stuck on its pages, together.
const MOST_NOTES: usize = 20_000;
/// The most pages it may have.
const MOST_PAGES: usize = 2_000;

/// A document from elsewhere, read and found fit to be drawn. Its `Debug` shows no word of it.
pub struct Foreign {
    document: Document,
    pages: Vec<ForeignSheet>,
    notes: Vec<&'static str>,
}

/// Why a document from elsewhere is not drawn; it stays beside the pages as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ForeignError {
    /// It asks for a password.
    #[error("It asks for a password.")]
    Locked,
    /// It is no PDF, or a broken one.
    #[error("It is damaged, or not a PDF.")]
    Damaged,
    /// It is too much for a page of evidence.
    #[error(
        "It has more than 2,000 pages or 64 MiB, or unpacks to far more than that, so it was not opened."
    )]
    TooLarge,
}

impl std::fmt::Debug for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Foreign({} pages)", self.pages.len())
    }
}

impl Foreign {
    /// Reads a document from the whole of its file.
    ///
    /// # Errors
    /// [`ForeignError`] where it cannot be drawn.
    pub fn open(bytes: &[u8]) -> Result<Self, ForeignError> {
        if bytes.len() > MOST_BYTES {
            return Err(ForeignError::TooLarge);
        }
        // Whoever sent it may have made it to break whoever opens it: where the reader stumbles, on a thread of its own, the document
        // is damaged.
        let bytes = bytes.to_vec();
        let (done, wait) = sync_channel(1);
        let started = thread::Builder::new()
            .name(READING.to_owned())
            .stack_size(STACK)
            .spawn(move || done.send(read(&bytes)).is_ok());
        if started.is_err() {
            return Err(ForeignError::Damaged);
        }
        wait.recv_timeout(PATIENCE)
            .unwrap_or_else(|error| match error {
                RecvTimeoutError::Timeout => Err(ForeignError::TooLarge),
                RecvTimeoutError::Disconnected => Err(ForeignError::Damaged),
            })
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// What of it is not on its pages here, or otherwise than its own program shows it: a sentence each.
    pub fn notes(&self) -> &[&'static str] {
        &self.notes
    }

    /// One of its pages, from 0.
    pub(crate) fn sheet(&self, page: usize) -> Option<&ForeignSheet> {
        self.pages.get(page)
    }

    pub(crate) fn document(&self) -> &Document {
        &self.document
    }
}

fn read(bytes: &[u8]) -> Result<Foreign, ForeignError> {
    let options = LoadOptions {
        max_decompressed_size: Some(MOST_LISTED),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(why)?;
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(ForeignError::Locked);
    }
    let ids: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.len() > MOST_PAGES {
        return Err(ForeignError::TooLarge);
    }
    if ids.is_empty() {
        return Err(ForeignError::Damaged);
    }
    let mut left = MOST_UNPACKED;
    let mut seen = Seen::default();
    let pages: Vec<ForeignSheet> = ids
        .into_iter()
        .map(|id| page::read(&document, id, &mut left, &mut seen))
        .collect::<Result<_, _>>()?;
    seen.pages_missing = said_pages(&document).is_some_and(|said| said != pages.len() as i64);
    let notes = notes(&document, &seen);
    Ok(Foreign {
        document,
        pages,
        notes,
    })
}

fn why(error: lopdf::Error) -> ForeignError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "whatever else is wrong with it, it cannot be read"
    )]
    match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => ForeignError::Locked,
        _ => ForeignError::Damaged,
    }
}

/// What was met on the pages.
#[derive(Default)]
struct Seen {
    /// Things stuck on them.
    notes: usize,
    /// Something that somebody wrote or recorded shows nothing, or not what was written.
    unseen: bool,
    /// A field of a form was filled, and how that looks is left to the reader.
    unseen_fields: bool,
    /// Something that is drawn on a page is missing from the file.
    torn: bool,
    /// It says it has another number of pages.
    pages_missing: bool,
}

/// How many pages it says it has.
fn said_pages(document: &Document) -> Option<i64> {
    let pages = document
        .catalog()
        .ok()?
        .get_deref(b"Pages", document)
        .ok()?;
    pages
        .as_dict()
        .ok()?
        .get_deref(b"Count", document)
        .ok()?
        .as_i64()
        .ok()
}

/// What does not come with the pages.
fn notes(document: &Document, seen: &Seen) -> Vec<&'static str> {
    let catalog = document.catalog().ok();
    let held = |at: &lopdf::Dictionary, key: &[u8]| {
        at.get_deref(key, document)
            .and_then(Object::as_dict)
            .ok()
            .cloned()
    };
    let has = |keys: &[&[u8]]| {
        let mut at = catalog.cloned();
        for key in keys {
            at = at.and_then(|at| held(&at, key));
        }
        at.is_some()
    };
    let form = catalog.and_then(|catalog| held(catalog, b"AcroForm"));
    let mut notes = Vec::new();
    if has(&[b"Names", b"EmbeddedFiles"]) {
        notes.push("Files are attached to it. They are in the original only.");
    }
    if form.is_some_and(|form| form.has(b"XFA")) {
        notes.push("It is a form that only some programs show. What was typed in it may be in the original only.");
    }
    if has(&[b"OCProperties"]) {
        notes.push("It has layers that can be switched on and off. All of them are drawn.");
    }
    let more = [
        (
            seen.unseen,
            "It has notes or recordings whose words no page shows. They are in the original only.",
        ),
        (
            seen.unseen_fields,
            "What was typed in some fields of its form is not drawn here. It is in the original.",
        ),
        (
            seen.torn,
            "Part of what its pages show is missing from the file.",
        ),
        (
            seen.pages_missing,
            "It says that it has another number of pages than could be found in it.",
        ),
    ];
    notes.extend(
        more.into_iter()
            .filter(|(is_so, _)| *is_so)
            .map(|(_, say)| say),
    );
    notes
}
