//! The fonts of a file: only the glyphs it uses.

use std::collections::BTreeMap;

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use super::codes::FaceCodes;
use crate::PapersError;
use crate::fonts::Face;

/// A face inside the file.
pub(super) struct Embedded {
    pub(super) face: Face,
    /// Its name among the file's resources.
    pub(super) id: FontId,
    /// The tag that marks it as cut down, and its PostScript name (ISO 32000-1, 9.6.4).
    pub(super) name: String,
    /// What the reader moves on after each code, in whole thousandths of the size, as printpdf writes it.
    pub(super) advances: BTreeMap<u16, f32>,
    /// For each code, two bytes naming the glyph in the cut-down font.
    pub(super) glyph_map: Vec<u8>,
}

/// Cuts the face down and puts it into the document.
pub(super) fn embed(
    document: &mut PdfDocument,
    face: Face,
    codes: &FaceCodes,
) -> Result<Embedded, PapersError> {
    let mut remapper = GlyphRemapper::new();
    let mut glyph_map = vec![0, 0];
    let mut coded = Vec::new();
    for (code, glyph, _) in codes.uses() {
        let kept = remapper.remap(glyph);
        glyph_map.extend(kept.to_be_bytes());
        coded.push((code, kept));
    }
    let bytes = subsetter::subset(face.bytes(), 0, &remapper).map_err(|_| PapersError::Fonts)?;
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or(PapersError::Fonts)?;
    let name = format!(
        "{}+{}",
        tag(remapper.remapped_gids()),
        face.postscript_name()
    );

    // printpdf believes codes to be glyph numbers; it is told the widths by code, and the pass afterwards writes
    // the map from codes to glyphs.
    let widths: BTreeMap<u16, u16> = coded
        .iter()
        .map(|(code, kept)| (*code, font.get_glyph_width(*kept).unwrap_or_default()))
        .collect();
    let per_em = f32::from(font.units_per_em.max(1));
    let advances = widths
        .iter()
        .map(|(code, width)| (*code, (f32::from(*width) * 1000.0 / per_em).trunc()))
        .collect();
    font.glyph_widths = widths;
    font.codepoint_to_glyph = BTreeMap::new();
    font.font_name = Some(name.clone());
    font.pdf_font_metrics.us_weight_class = face.weight();

    let id = FontId(format!("{face:?}"));
    document
        .resources
        .fonts
        .map
        .insert(id.clone(), PdfFont::new(font));
    Ok(Embedded {
        face,
        id,
        name,
        advances,
        glyph_map,
    })
}

/// Six capitals that differ where the glyphs differ, so that a printer which keeps fonts by name mixes none up.
fn tag(glyphs: impl Iterator<Item = u16>) -> String {
    let mut number = glyphs.fold(14_695_981_039_346_656_037_u64, |hash, glyph| {
        (hash ^ u64::from(glyph)).wrapping_mul(1_099_511_628_211)
    });
    std::iter::from_fn(|| {
        let letter = u8::try_from(number % 26)
            .ok()
            .map(|letter| char::from(b'A' + letter));
        number /= 26;
        letter
    })
    .take(6)
    .collect()
}
