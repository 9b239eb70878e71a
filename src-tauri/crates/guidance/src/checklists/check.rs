//! Whether a checklist can be filled: every item once, with a question, a source and something to choose where one chooses.

use std::collections::BTreeSet;

use super::{Checklist, ItemKind};
use crate::leaf::Leaf;
use crate::{Error, Source};

/// Every fault of one checklist, each with its line.
pub(crate) fn check(
    leaf: &Leaf<'_>,
    list: &Checklist,
    sources: &[Source],
    roles: &BTreeSet<&str>,
) -> Vec<Error> {
    let mut faults = Vec::new();
    leaf.once("item", list.items().map(|item| &item.id), &mut faults);
    leaf.said(&list.id, "title", &list.title, &mut faults);
    leaf.said(&list.id, "time to use it", &list.use_when, &mut faults);
    leaf.cited(&list.sources, sources, &mut faults);
    for role in &list.owner {
        leaf.there("role", role, roles, &mut faults);
    }
    for item in list.items() {
        leaf.said(&item.id, "question", &item.prompt, &mut faults);
        leaf.cited(&item.sources, sources, &mut faults);
        let choice = matches!(item.kind, ItemKind::Choice | ItemKind::Multichoice);
        if choice && item.options.len() < 2 {
            faults.push(Error::Blank {
                place: leaf.place(&item.id),
                what: "two things to choose from",
                id: item.id.to_string(),
            });
        }
        if item.sources.is_empty() {
            faults.push(Error::Blank {
                place: leaf.place(&item.id),
                what: "source",
                id: item.id.to_string(),
            });
        }
    }
    faults
}
