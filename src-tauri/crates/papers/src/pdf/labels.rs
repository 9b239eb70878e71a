//! What a reader calls each page (ISO 32000-1, 12.4.2): the number that is printed on it.

use lopdf::{Dictionary, Object};

use crate::page::Paper;

/// The labels of a paper that says how its pages are called.
pub(super) fn labels(paper: &Paper) -> Option<Dictionary> {
    if paper.labels.is_empty() {
        return None;
    }
    let mut numbers = Vec::new();
    for (from, before) in &paper.labels {
        let mut label = Dictionary::new();
        label.set("S", Object::Name(b"D".to_vec()));
        if !before.is_empty() {
            label.set("P", Object::string_literal(before.as_str()));
        }
        numbers.push(Object::Integer(*from as i64));
        numbers.push(Object::Dictionary(label));
    }
    let mut labels = Dictionary::new();
    labels.set("Nums", numbers);
    Some(labels)
}
