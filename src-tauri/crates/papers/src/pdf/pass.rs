//! The pass over printpdf's document: what it lacks is added, what it leaves behind is removed.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, text_string};

use super::fonts::Embedded;
use crate::PapersError;
use crate::page::Paper;

/// Sets the document right and writes it.
pub(super) fn finish(
    mut document: Document,
    paper: &Paper,
    fonts: &[Embedded],
) -> Result<Vec<u8>, PapersError> {
    let wrong = |_| PapersError::Writing;
    document.version = "1.7".to_owned();
    catalog(document.catalog_mut().map_err(wrong)?);
    let pages: Vec<_> = document.get_pages().into_values().collect();
    for page in pages {
        document
            .get_dictionary_mut(page)
            .map_err(wrong)?
            .remove(b"Annots");
    }
    for font in fonts {
        map_codes(&mut document, font)?;
    }
    // A new dictionary: the old one speaks of PDF/X and of the year 1970.
    let info = document.add_object(info(paper));
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", info);
    let id = || {
        Object::String(
            identifier(&paper.identity).into(),
            StringFormat::Hexadecimal,
        )
    };
    document.trailer.set("ID", vec![id(), id()]);
    document.compress();
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|_| PapersError::Writing)?;
    Ok(bytes)
}

fn catalog(catalog: &mut Dictionary) {
    catalog.remove(b"PageLayout");
    catalog.set("Lang", Object::string_literal("en-GB"));
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    // Lines to write on are as far apart as they say only when nothing is shrunk to fit.
    preferences.set("PrintScaling", Object::Name(b"None".to_vec()));
    catalog.set("ViewerPreferences", preferences);
}

fn info(paper: &Paper) -> Dictionary {
    let mut info = Dictionary::new();
    info.set("Title", text_string(&paper.title));
    info.set("Creator", text_string("Strongroom"));
    info.set("Producer", text_string("Strongroom"));
    if let Some(day) = paper.made_on {
        info.set("CreationDate", Object::string_literal(day.in_pdf()));
        info.set("ModDate", Object::string_literal(day.in_pdf()));
    }
    info
}

/// Gives the font its map from codes to glyphs in place of the identity.
fn map_codes(document: &mut Document, font: &Embedded) -> Result<(), PapersError> {
    let map = document.add_object(Stream::new(Dictionary::new(), font.glyph_map.clone()));
    let descendants = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok())
        .filter(|dictionary| {
            dictionary.get(b"BaseFont").and_then(Object::as_name).ok() == Some(font.name.as_bytes())
        })
        .find_map(|dictionary| {
            dictionary
                .get_mut(b"DescendantFonts")
                .and_then(Object::as_array_mut)
                .ok()
        });
    descendants
        .and_then(|list| list.first_mut())
        .and_then(|first| first.as_dict_mut().ok())
        .ok_or(PapersError::Writing)?
        .set("CIDToGIDMap", map);
    Ok(())
}

/// Sixteen bytes that tell this paper from others (FNV-1a, 128 bits). Made from what the paper is, never from what
/// it says: readers keep identifiers of files they have opened.
fn identifier(identity: &str) -> [u8; 16] {
    identity
        .bytes()
        .fold(
            0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128,
            |hash, byte| {
                (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
            },
        )
        .to_be_bytes()
}
