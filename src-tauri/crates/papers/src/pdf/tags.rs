//! The tree of a paper's parts, by which it is read aloud (ISO 32000-1, 14.7 and 14.8).

use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

use crate::page::{Page, Paper, Role};

/// What a role is called in a file.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Entry => "H3",
        Role::Paragraph => "P",
        Role::Quote => "BlockQuote",
        // A note would need a name of its own in an index; it is read as what it is, a paragraph.
        Role::Note => "P",
        Role::Figure => "Figure",
    }
}

/// Adds the tree and gives its root. `None` for a paper without parts.
pub(super) fn tree(document: &mut Document, paper: &Paper, pages: &[ObjectId]) -> Option<ObjectId> {
    if paper.elements.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let elements: Vec<ObjectId> = paper
        .elements
        .iter()
        .map(|_| document.new_object_id())
        .collect();
    let pieces = pieces(paper);
    let parts = elements.iter().zip(&paper.elements).enumerate();
    for ((place, (id, role)), pieces) in parts.zip(pieces) {
        let mut element = element(name(*role), whole);
        if let Some(instead) = paper.instead.get(&place) {
            element.set("Alt", text_string(instead));
        }
        stand(&mut element, &pieces, pages);
        document.set_object(*id, element);
    }
    let mut all = element("Document", root);
    all.set("K", references(&elements));
    document.set_object(whole, all);

    let mut numbers = Vec::with_capacity(2 * pages.len());
    for (number, page) in paper.pages.iter().map(|packed| &packed.page).enumerate() {
        numbers.push(Object::Integer(number as i64));
        numbers.push(Object::Array(owners(page, &elements)));
    }
    let mut parents = Dictionary::new();
    parents.set("Nums", numbers);
    let parents = document.add_object(parents);
    let mut tree = Dictionary::new();
    tree.set("Type", Object::Name(b"StructTreeRoot".to_vec()));
    tree.set("K", whole);
    tree.set("ParentTree", parents);
    tree.set("ParentTreeNextKey", pages.len() as i64);
    document.set_object(root, tree);
    Some(root)
}

fn element(role: &str, parent: ObjectId) -> Dictionary {
    let mut element = Dictionary::new();
    element.set("S", Object::Name(role.as_bytes().to_vec()));
    element.set("P", parent);
    element
}

fn references(ids: &[ObjectId]) -> Vec<Object> {
    ids.iter().map(|id| Object::Reference(*id)).collect()
}

/// For each element, where its pieces stand: the page's place and the piece's number on it.
fn pieces(paper: &Paper) -> Vec<Vec<(usize, usize)>> {
    let mut all = vec![Vec::new(); paper.elements.len()];
    for (at, packed) in paper.pages.iter().enumerate() {
        for (number, mark) in packed.page.marks.iter().enumerate() {
            if let Some(pieces) = all.get_mut(mark.element) {
                pieces.push((at, number));
            }
        }
    }
    all
}

/// Says where the pieces of an element stand. Those on the page where it begins are numbers; only a piece on another page names its
/// page. Of a thousand pages that is a third of the tree (ISO 32000-1, 14.7.4.2).
fn stand(element: &mut Dictionary, pieces: &[(usize, usize)], pages: &[ObjectId]) {
    let first = pieces.first().map(|(page, _)| *page);
    if let Some(page) = first.and_then(|page| pages.get(page)) {
        element.set("Pg", *page);
    }
    let kid = |(page, number): &(usize, usize)| {
        let number = Object::Integer(*number as i64);
        if Some(*page) == first {
            return Some(number);
        }
        let mut piece = Dictionary::new();
        piece.set("Type", Object::Name(b"MCR".to_vec()));
        piece.set("Pg", *pages.get(*page)?);
        piece.set("MCID", number);
        Some(Object::Dictionary(piece))
    };
    let mut kids: Vec<Object> = pieces.iter().filter_map(kid).collect();
    match kids.pop() {
        Some(only) if kids.is_empty() => element.set("K", only),
        last => {
            kids.extend(last);
            element.set("K", kids);
        }
    }
}

/// The element of each mark of a page.
fn owners(page: &Page, elements: &[ObjectId]) -> Vec<Object> {
    page.marks
        .iter()
        .map(|mark| {
            elements
                .get(mark.element)
                .map_or(Object::Null, |id| Object::Reference(*id))
        })
        .collect()
}
