//! Codes: which number in the file stands for which glyph and which text.

use std::collections::BTreeMap;

use crate::PapersError;
use crate::fonts::Face;
use crate::packed::Packed;
use crate::page::{Glyph, Item, Run};

/// The codes of one face: a glyph that stands for several texts (a hyphen and a fixed hyphen, say) has one for each.
#[derive(Default)]
pub(super) struct FaceCodes {
    by_glyph: BTreeMap<u16, BTreeMap<String, u16>>,
}

/// The codes of a paper.
#[derive(Default)]
pub(super) struct Codes {
    faces: BTreeMap<Face, FaceCodes>,
}

impl Codes {
    /// Numbers everything the pages use, in the order of faces, glyphs and texts, so that the numbers do not depend
    /// on what comes first on the page.
    pub(super) fn of(pages: &[Packed]) -> Result<Self, PapersError> {
        let mut codes = Self::default();
        for page in pages {
            codes.add(&page.open()?.items);
        }
        for face in codes.faces.values_mut() {
            // Code 0 is left to .notdef, which no page uses.
            let mut next = 1_u32;
            for uses in face.by_glyph.values_mut() {
                for code in uses.values_mut() {
                    *code = u16::try_from(next).map_err(|_| PapersError::Writing)?;
                    next += 1;
                }
            }
        }
        Ok(codes)
    }

    /// Takes in what these items use.
    fn add(&mut self, items: &[Item]) {
        for item in items {
            let Item::Run(run) = item else { continue };
            let face = self.faces.entry(run.face).or_default();
            for glyph in &run.glyphs {
                let text = text_of(run, glyph);
                let uses = face.by_glyph.entry(glyph.id).or_default();
                if !uses.contains_key(text) {
                    uses.insert(text.to_owned(), 0);
                }
            }
        }
    }

    /// Each face and its codes.
    pub(super) fn faces(&self) -> impl Iterator<Item = (Face, &FaceCodes)> {
        self.faces.iter().map(|(face, codes)| (*face, codes))
    }

    /// The code of a glyph in a run.
    pub(super) fn code(&self, run: &Run, glyph: &Glyph) -> Option<u16> {
        let text = text_of(run, glyph);
        self.faces
            .get(&run.face)?
            .by_glyph
            .get(&glyph.id)?
            .get(text)
            .copied()
    }
}

impl FaceCodes {
    /// Each code with its glyph and its text, in rising order.
    pub(super) fn uses(&self) -> impl Iterator<Item = (u16, u16, &str)> {
        self.by_glyph.iter().flat_map(|(glyph, uses)| {
            uses.iter()
                .map(|(text, code)| (*code, *glyph, text.as_str()))
        })
    }
}

/// The characters a glyph stands for.
pub(super) fn text_of<'a>(run: &'a Run, glyph: &Glyph) -> &'a str {
    run.text
        .get(usize::from(glyph.from)..usize::from(glyph.to))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use crate::pdf::fonts::embed;

    #[test]
    fn a_glyph_with_two_texts_has_two_codes_and_one_outline() {
        let glyph = |from, to| Glyph {
            id: 36,
            across: 0,
            rise: 0,
            from,
            to,
        };
        let run = Run {
            face: Face::Sans,
            size: 10.0,
            x: 0.0,
            y: 0.0,
            text: "-\u{2010}".into(),
            glyphs: vec![glyph(0, 1), glyph(1, 4), glyph(0, 1)],
            reads: None,
            leftward: false,
        };
        let page = Page {
            items: vec![Item::Run(run)],
            ..Page::of(crate::page::Sheet::A4)
        };
        let page = Packed::of(page).unwrap();

        let codes = Codes::of(std::slice::from_ref(&page)).unwrap();

        let (_, face) = codes.faces().next().unwrap();
        assert_eq!(
            face.uses().collect::<Vec<_>>(),
            [(1, 36, "-"), (2, 36, "\u{2010}")]
        );
        let embedded = embed(&mut printpdf::PdfDocument::new(""), Face::Sans, face).unwrap();
        assert_eq!(embedded.glyph_map, [0, 0, 0, 1, 0, 1]);
        assert_eq!(embedded.advances[&1], embedded.advances[&2]);
        assert!(embedded.advances[&1] > 0.0);
    }
}
