//! Writes laid-out pages as a PDF.
//!
//! printpdf is used as a writer of glyphs and pages only, a few pages at a time, because it holds a string for every
//! glyph; what it lacks or leaves behind is set right in one lopdf document that takes the finished pages over. Fonts
//! are cut down to the glyphs used, and every glyph is given one code for each text it stands for, so that copying and
//! searching yield exactly the characters that were set.

mod codes;
mod contents;
mod fonts;
mod labels;
mod links;
mod ops;
pub(crate) mod originals;
mod pass;
mod protect;
mod shelf;
mod tags;

use lopdf::Document;

use crate::PapersError;
use crate::page::Paper;

/// So many bytes an object takes beside its stream, more often than not.
const AN_OBJECT: usize = 160;

/// Turns a paper into a file. The layout stage knows nothing of writers, so that one can be put in another's place.
pub(crate) trait Writer {
    /// The bytes of the file.
    fn write(&self, paper: Paper) -> Result<Vec<u8>, PapersError>;
}

/// Writes PDF 1.7; the same bytes for the same paper.
pub(crate) struct Pdf;

/// Writes PDF 2.0's encryption, AES-256, into it: whoever opens it needs the password.
pub(crate) struct Protected<'a> {
    /// What opens it.
    pub(crate) password: &'a str,
    /// Thirty-two random bytes that encrypt the file.
    pub(crate) key: &'a [u8; 32],
}

impl Writer for Pdf {
    fn write(&self, paper: Paper) -> Result<Vec<u8>, PapersError> {
        saved(pass::assemble(paper)?)
    }
}

impl Writer for Protected<'_> {
    fn write(&self, paper: Paper) -> Result<Vec<u8>, PapersError> {
        let mut document = pass::assemble(paper)?;
        protect::protect(&mut document, self.password, self.key)?;
        saved(document)
    }
}

/// A file of ours that was written before, behind a password.
///
/// # Errors
/// [`PapersError::Password`] for one that no reader takes, [`PapersError::Writing`] if something is broken.
pub fn protected(bytes: &[u8], password: &str, key: &[u8; 32]) -> Result<Vec<u8>, PapersError> {
    let mut document = Document::load_mem(bytes).map_err(|_| PapersError::Writing)?;
    protect::protect(&mut document, password, key)?;
    saved(document)
}

fn saved(mut document: Document) -> Result<Vec<u8>, PapersError> {
    // Room for all of it at once: a buffer that grows holds half as much again.
    let streams = document.objects.values();
    let streams = streams.filter_map(|object| Some(object.as_stream().ok()?.content.len()));
    let room = streams.sum::<usize>() + document.objects.len() * AN_OBJECT;
    let mut bytes = Vec::with_capacity(room);
    document
        .save_to(&mut bytes)
        .map_err(|_| PapersError::Writing)?;
    Ok(bytes)
}
