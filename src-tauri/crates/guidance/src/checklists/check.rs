//! Whether a checklist can be filled: every item once, with a question, a source and something to choose where one chooses.

use std::collections::BTreeSet;

use super::{Checklist, Item, ItemKind};
use crate::Error;
use crate::leaf::{Leaf, MOST_FAULTS};

/// What a checklist may point to.
pub(crate) struct Known<'k> {
    /// The register of sources.
    pub(crate) sources: &'k BTreeSet<&'k str>,
    /// Roles.
    pub(crate) roles: &'k BTreeSet<&'k str>,
    /// Whom something can go to.
    pub(crate) bodies: BTreeSet<&'k str>,
    /// Contacts.
    pub(crate) contacts: BTreeSet<&'k str>,
}

/// Every fault of one checklist, each with its line.
pub(crate) fn check(leaf: &Leaf<'_>, list: &Checklist, known: &Known<'_>) -> Vec<Error> {
    let Known { sources, roles, .. } = known;
    let mut faults = Vec::new();
    leaf.once("item", list.items().map(|item| &item.id), &mut faults);
    leaf.said(&list.id, "title", &list.title, &mut faults);
    leaf.said(&list.id, "time to use it", &list.use_when, &mut faults);
    leaf.cited(&list.sources, sources, &mut faults);
    if let Some(body) = &list.goes_to {
        leaf.there("body", body, &known.bodies, &mut faults);
    }
    for contact in &list.contacts {
        leaf.there("contact", contact, &known.contacts, &mut faults);
    }
    if let Some(elsewhere) = &list.elsewhere {
        let items = list.items().map(|item| item.id.as_str()).collect();
        leaf.there("item", &elsewhere.item, &items, &mut faults);
        leaf.said(&elsewhere.item, "reason", &elsewhere.say, &mut faults);
        // An answer that nobody can choose would never say that it goes elsewhere.
        let item = list.item(&elsewhere.item);
        if item.is_some_and(|item| !can_be_chosen(item, &elsewhere.answer)) {
            leaf.fault(&elsewhere.item, &mut faults, |place| Error::NoSuch {
                place,
                kind: "answer to choose",
                id: elsewhere.answer.clone(),
            });
        }
    }
    for role in &list.owner {
        leaf.there("role", role, roles, &mut faults);
    }
    for item in list.items() {
        if faults.len() > MOST_FAULTS {
            return faults;
        }
        leaf.said(&item.id, "question", &item.prompt, &mut faults);
        leaf.cited(&item.sources, sources, &mut faults);
        let choice = matches!(item.kind, ItemKind::Choice | ItemKind::Multichoice);
        if choice && item.options.len() < 2 {
            leaf.fault(&item.id, &mut faults, |place| Error::Blank {
                place,
                what: "two things to choose from",
                id: item.id.to_string(),
            });
        }
        let mut options = BTreeSet::new();
        if choice && !item.options.iter().all(|option| options.insert(option)) {
            leaf.fault(&item.id, &mut faults, |place| Error::Twice {
                place,
                kind: "choice of the question",
                id: item.id.to_string(),
            });
        }
        // What the record chooses must be there to be chosen, or nobody could choose it by hand.
        let offered = |answer: &String| match item.kind {
            ItemKind::Choice | ItemKind::Multichoice => item.options.contains(answer),
            ItemKind::Text
            | ItemKind::Longtext
            | ItemKind::YesNo
            | ItemKind::YesNoUnknown
            | ItemKind::YesNoNa
            | ItemKind::Date
            | ItemKind::Datetime
            | ItemKind::DatetimeRange
            | ItemKind::DatetimeText
            | ItemKind::Number
            | ItemKind::Phone
            | ItemKind::Email
            | ItemKind::Url
            | ItemKind::UrlList
            | ItemKind::Table
            | ItemKind::FileRef
            | ItemKind::Signature
            | ItemKind::Confirm => true,
        };
        if !item.choose.values().all(offered) || (!item.choose.is_empty() && item.from.is_none()) {
            leaf.fault(&item.id, &mut faults, |place| Error::NoSuch {
                place,
                kind: "answer to choose",
                id: item.id.to_string(),
            });
        }
        if let Some(needed) = &item.needed_if {
            let other = list.item(&needed.item);
            if !other.is_some_and(|other| can_be_chosen(other, &needed.answer)) {
                leaf.fault(&item.id, &mut faults, |place| Error::NoSuch {
                    place,
                    kind: "answer that makes it needed",
                    id: format!("{}: {}", needed.item, needed.answer),
                });
            }
        }
        if let Some(heed) = &item.heed {
            leaf.said(&item.id, "warning", &heed.say, &mut faults);
        }
        if item.sources.is_empty() {
            leaf.fault(&item.id, &mut faults, |place| Error::Blank {
                place,
                what: "source",
                id: item.id.to_string(),
            });
        }
    }
    faults
}

/// Whether an answer is one of those an item offers, or its tick.
fn can_be_chosen(item: &Item, answer: &str) -> bool {
    item.choices().contains(&answer) || (item.kind == ItemKind::Confirm && answer == "Yes")
}
