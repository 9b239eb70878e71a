//! Writes laid-out pages as a PDF.
//!
//! printpdf is used as a writer of glyphs and pages only; what it lacks or leaves behind is set right in a pass over
//! its document with lopdf. Fonts are cut down to the glyphs used, and every glyph is given one code for each text
//! it stands for, so that copying and searching yield exactly the characters that were set.

mod codes;
mod fonts;
mod ops;
mod pass;

use printpdf::{PdfDocument, PdfSaveOptions};

use crate::PapersError;
use crate::page::Paper;
use codes::Codes;

/// Turns a paper into a file. The layout stage knows nothing of writers, so that one can be put in another's place.
pub(crate) trait Writer {
    /// The bytes of the file; the same for the same paper.
    fn write(&self, paper: &Paper) -> Result<Vec<u8>, PapersError>;
}

/// Writes PDF 1.7.
pub(crate) struct Pdf;

impl Writer for Pdf {
    fn write(&self, paper: &Paper) -> Result<Vec<u8>, PapersError> {
        let codes = Codes::of(&paper.pages)?;
        let mut document = PdfDocument::new(&paper.title);
        let mut embedded = Vec::new();
        for (face, glyphs) in codes.faces() {
            embedded.push(fonts::embed(&mut document, face, glyphs)?);
        }
        document.pages = ops::pages(&paper.pages, &codes, &embedded)?;
        let mut warnings = Vec::new();
        let written = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
        pass::finish(written, paper, &embedded)
    }
}
