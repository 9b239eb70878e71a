//! A reader's list of contents.

use lopdf::{Dictionary, Document, Object, ObjectId, text_string};

use crate::page::{Bookmark, Paper};

/// A line of the list and those beneath it.
struct Line<'a> {
    mark: &'a Bookmark,
    beneath: Vec<&'a Bookmark>,
}

/// Adds the list and gives its root. `None` for a paper without one.
pub(super) fn outline(
    document: &mut Document,
    paper: &Paper,
    pages: &[ObjectId],
) -> Option<ObjectId> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for mark in &paper.bookmarks {
        match lines.last_mut() {
            Some(line) if mark.level > 1 => line.beneath.push(mark),
            _ => lines.push(Line {
                mark,
                beneath: Vec::new(),
            }),
        }
    }
    if lines.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = lines.iter().map(|_| document.new_object_id()).collect();
    for (place, (line, id)) in lines.iter().zip(&ids).enumerate() {
        let mut entry = entry(paper, line.mark, root, (&ids, place), pages);
        let below: Vec<ObjectId> = line
            .beneath
            .iter()
            .map(|_| document.new_object_id())
            .collect();
        for (place, (mark, own)) in line.beneath.iter().zip(&below).enumerate() {
            let beneath = self::entry(paper, mark, *id, (&below, place), pages);
            document.set_object(*own, beneath);
        }
        // Folded: a list of every concern would hide the years.
        hold(&mut entry, &below, -(below.len() as i64));
        document.set_object(*id, entry);
    }
    let mut list = Dictionary::new();
    list.set("Type", Object::Name(b"Outlines".to_vec()));
    hold(&mut list, &ids, ids.len() as i64);
    document.set_object(root, list);
    Some(root)
}

/// Names the first and the last of what a line holds.
fn hold(line: &mut Dictionary, ids: &[ObjectId], count: i64) {
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        line.set("First", *first);
        line.set("Last", *last);
        line.set("Count", count);
    }
}

fn entry(
    paper: &Paper,
    mark: &Bookmark,
    parent: ObjectId,
    (beside, place): (&[ObjectId], usize),
    pages: &[ObjectId],
) -> Dictionary {
    let mut entry = Dictionary::new();
    entry.set("Title", text_string(&mark.title));
    entry.set("Parent", parent);
    if let Some(before) = place.checked_sub(1).and_then(|before| beside.get(before)) {
        entry.set("Prev", *before);
    }
    if let Some(next) = beside.get(place + 1) {
        entry.set("Next", *next);
    }
    if let (Some(page), Some(laid)) = (pages.get(mark.page), paper.pages.get(mark.page)) {
        let up = Object::Real(laid.page.sheet.height - mark.y);
        let to = vec![
            Object::Reference(*page),
            Object::Name(b"XYZ".to_vec()),
            Object::Null,
            up,
            Object::Null,
        ];
        entry.set("Dest", to);
    }
    entry
}
