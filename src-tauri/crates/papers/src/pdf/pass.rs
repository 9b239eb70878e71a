//! One document from printpdf's: its fonts from one, its pages from others, and what it lacks.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, text_string};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::codes::Codes;
use super::fonts::{self, Embedded};
use super::ops::Means;
use super::shelf::Shelf;
use super::{contents, labels, links, ops, tags};
use crate::PapersError;
use crate::packed::Packed;
use crate::page::{Paper, Role, Sheet};

/// Pages that printpdf holds at a time. It needs about half a mebibyte for each.
const CHUNK: usize = 64;

/// The whole document, ready to be written or encrypted.
pub(super) fn assemble(mut paper: Paper) -> Result<Document, PapersError> {
    let codes = Codes::of(&paper.pages)?;
    let (mut document, fonts, of_fonts) = with_fonts(&codes)?;
    let resources = document.add_object(resources(of_fonts, None));
    let shelf = Shelf::of(&paper, &mut document)?;
    let means = Means {
        codes: &codes,
        fonts: &fonts,
        shelf: &shelf,
    };
    let root = document.new_object_id();
    let mut pages = Vec::with_capacity(paper.pages.len());
    let mut nodes = Vec::new();
    for chunk in paper.pages.chunks_mut(CHUNK) {
        let node = document.new_object_id();
        let first = pages.len();
        for (contents, laid) in written(chunk, &paper.elements, &means)?
            .into_iter()
            .zip(chunk)
        {
            let contents = document.add_object(contents);
            laid.is_written();
            let number = pages.len();
            let resources = match shelf.named_on(laid) {
                Some(drawn) => document.add_object(self::resources(of_fonts, Some(drawn))),
                None => resources,
            };
            let one = page(node, contents, resources, number, laid.page.sheet);
            pages.push(document.add_object(one));
        }
        let kids = pages.get(first..).unwrap_or_default();
        let mut branch = branch(kids, kids.len());
        branch.set("Parent", root);
        document.set_object(node, branch);
        nodes.push(node);
    }
    document.set_object(root, branch(&nodes, pages.len()));
    links::draw(&mut document, &paper, &pages)?;
    let catalog = catalog(&mut document, &paper, root, &pages);
    document.trailer.set("Root", catalog);
    let info = document.add_object(info(&paper));
    document.trailer.set("Info", info);
    let id = || {
        Object::String(
            identifier(&paper.identity).into(),
            StringFormat::Hexadecimal,
        )
    };
    document.trailer.set("ID", vec![id(), id()]);
    document.compress();
    Ok(document)
}

/// A document with every font the paper uses and nothing else, and where its pages find them.
fn with_fonts(codes: &Codes) -> Result<(Document, Vec<Embedded>, ObjectId), PapersError> {
    let wrong = |_| PapersError::Writing;
    let mut inventory = PdfDocument::new("");
    let mut embedded = Vec::new();
    for (face, glyphs) in codes.faces() {
        embedded.push(fonts::embed(&mut inventory, face, glyphs)?);
    }
    let used = embedded.iter().zip(codes.faces().map(|(_, glyphs)| glyphs));
    inventory.pages = vec![ops::inventory(used)];
    let mut document = inventory.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    document.version = "1.7".to_owned();
    let only = document
        .get_pages()
        .into_values()
        .next()
        .ok_or(PapersError::Writing)?;
    let resources = document
        .get_dictionary(only)
        .and_then(|page| page.get(b"Resources"))
        .and_then(Object::as_reference)
        .map_err(wrong)?;
    let of_fonts = document
        .get_dictionary(resources)
        .and_then(|all| all.get(b"Font"))
        .and_then(Object::as_reference)
        .map_err(wrong)?;
    for font in &embedded {
        map_codes(&mut document, font)?;
    }
    // Its page, its catalogue, its facts about PDF/X and the year 1970: only what the fonts need stays.
    document.trailer = Dictionary::new();
    document.trailer.set("Root", of_fonts);
    document.prune_objects();
    Ok((document, embedded, of_fonts))
}

/// What a page calls by name.
fn resources(fonts: ObjectId, drawn: Option<Dictionary>) -> Dictionary {
    let mut all = Dictionary::new();
    all.set("Font", fonts);
    if let Some(drawn) = drawn {
        all.set("XObject", drawn);
    }
    all
}

/// What is drawn on each of a few pages.
fn written(
    pages: &[Packed],
    roles: &[Role],
    means: &Means<'_>,
) -> Result<Vec<Stream>, PapersError> {
    let wrong = |_| PapersError::Writing;
    let mut few = PdfDocument::new("");
    few.pages = pages
        .iter()
        .map(|page| ops::page(&page.open()?, roles, means))
        .collect::<Result<_, _>>()?;
    let mut document = few.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    drop(few);
    let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut streams = Vec::with_capacity(ids.len());
    for id in ids {
        let contents = document
            .get_dictionary(id)
            .and_then(|page| page.get(b"Contents"))
            .and_then(Object::as_reference)
            .map_err(wrong)?;
        match document.objects.remove(&contents) {
            Some(Object::Stream(mut stream)) => {
                stream.compress().map_err(wrong)?;
                streams.push(stream);
            }
            _ => return Err(PapersError::Writing),
        }
    }
    Ok(streams)
}

fn branch(kids: &[ObjectId], pages: usize) -> Dictionary {
    let mut branch = Dictionary::new();
    branch.set("Type", Object::Name(b"Pages".to_vec()));
    let kids: Vec<Object> = kids.iter().map(|kid| Object::Reference(*kid)).collect();
    branch.set("Kids", kids);
    branch.set("Count", pages as i64);
    branch
}

fn page(
    parent: ObjectId,
    contents: ObjectId,
    resources: ObjectId,
    number: usize,
    sheet: Sheet,
) -> Dictionary {
    let mut page = Dictionary::new();
    page.set("Type", Object::Name(b"Page".to_vec()));
    page.set("Parent", parent);
    let sheet = [0.0, 0.0, sheet.width, sheet.height].map(Object::Real);
    page.set("MediaBox", sheet.to_vec());
    page.set("Resources", resources);
    page.set("Contents", contents);
    // Where its marks find their elements, and that a reader steps through it in their order.
    page.set("StructParents", number as i64);
    page.set("Tabs", Object::Name(b"S".to_vec()));
    page
}

fn catalog(document: &mut Document, paper: &Paper, root: ObjectId, pages: &[ObjectId]) -> ObjectId {
    let mut catalog = Dictionary::new();
    catalog.set("Type", Object::Name(b"Catalog".to_vec()));
    catalog.set("Pages", root);
    catalog.set("Lang", Object::string_literal("en-GB"));
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    // Lines to write on are as far apart as they say only when nothing is shrunk to fit.
    preferences.set("PrintScaling", Object::Name(b"None".to_vec()));
    catalog.set("ViewerPreferences", preferences);
    if let Some(tree) = tags::tree(document, paper, pages) {
        catalog.set("StructTreeRoot", tree);
        let mut marked = Dictionary::new();
        marked.set("Marked", true);
        catalog.set("MarkInfo", marked);
    }
    if let Some(labels) = labels::labels(paper) {
        catalog.set("PageLabels", labels);
    }
    if let Some(outline) = contents::outline(document, paper, pages) {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    document.add_object(catalog)
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
