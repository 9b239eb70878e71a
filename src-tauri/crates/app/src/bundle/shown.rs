//! What of an exhibit can be read on the pages of the bundle: texts of every encoding. The original lies beside them, byte for byte.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use exchange::look::{Kind, kind_of, read_text};
use vault::folder::FolderError;

use crate::wire::Fault;

/// So much of a text is printed, in bytes: some sixty pages.
pub(super) const MOST: u64 = 128 * 1024;

/// A text as it is printed.
pub(super) struct Shown {
    /// Its words, as far as they are printed.
    pub(super) text: String,
    /// What they were written in.
    pub(super) encoding: &'static str,
    /// All of it is printed.
    pub(super) whole: bool,
}

/// Reads the copy of a file that lies in the bundle, where it is a text.
pub(super) fn shown(at: &Path, name: &str, size: u64) -> Result<Option<Shown>, Fault> {
    let mut bytes = Vec::new();
    File::open(at)
        .and_then(|file| file.take(MOST).read_to_end(&mut bytes))
        .map_err(|error| Fault::from(FolderError::from(error)))?;
    Ok(shown_of(bytes, name, size))
}

/// The same of its beginning, as it was read.
pub(super) fn shown_of(bytes: Vec<u8>, name: &str, size: u64) -> Option<Shown> {
    if kind_of(name, &bytes) != Kind::Text {
        return None;
    }
    let whole = size <= MOST;
    let read = read_text(bytes, whole);
    Some(Shown {
        text: read.text,
        encoding: read.encoding,
        whole,
    })
}
