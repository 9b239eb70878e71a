//! Places on a page that lead to another.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::PapersError;
use crate::page::{Link, Page, Paper};

/// Adds them to the pages they are on.
pub(super) fn draw(
    document: &mut Document,
    paper: &Paper,
    pages: &[ObjectId],
) -> Result<(), PapersError> {
    for (page, id) in paper.pages.iter().map(|packed| &packed.page).zip(pages) {
        let links: Vec<Object> = page
            .links
            .iter()
            .filter_map(|link| Some(link_to(page, link, *pages.get(link.to)?)))
            .map(|link| Object::Reference(document.add_object(link)))
            .collect();
        if links.is_empty() {
            continue;
        }
        document
            .get_object_mut(*id)
            .and_then(Object::as_dict_mut)
            .map_err(|_| PapersError::Writing)?
            .set("Annots", links);
    }
    Ok(())
}

fn link_to(page: &Page, link: &Link, to: ObjectId) -> Dictionary {
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", Object::Name(b"Annot".to_vec()));
    dictionary.set("Subtype", Object::Name(b"Link".to_vec()));
    let top = page.sheet.height - link.y;
    let edges = [link.x, top - link.height, link.x + link.width, top].map(Object::Real);
    dictionary.set("Rect", edges.to_vec());
    dictionary.set("Border", vec![Object::Integer(0); 3]);
    let to = vec![Object::Reference(to), Object::Name(b"Fit".to_vec())];
    dictionary.set("Dest", to);
    // Printed as it is drawn: nothing is added to the page.
    dictionary.set("F", 4);
    dictionary
}
