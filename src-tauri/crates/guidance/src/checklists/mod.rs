//! Checklists: what another body asks, so that it can be answered in one sitting.

mod check;
mod fill;
mod shipped;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::leaf::Leaf;
use crate::read::Id;
use crate::{Citation, Confidence, Error, Shelf};

pub use fill::Fill;

pub(crate) use check::{Known, check};
pub(crate) use shipped::CHECKLISTS;

/// The kind and version of page this program reads.
pub(crate) const SCHEMA: &str = "dsl-checklist/1";

/// A checklist.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// The kind and version of its page.
    pub schema: Id,
    /// Its name in records.
    pub id: Id,
    /// Counts up with every change of the page.
    pub version: u32,
    /// The month in which its sources were last read, `2026-11`.
    pub checked: String,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// When it is the right one.
    pub use_when: String,
    /// Whose it is, by role.
    pub owner: Vec<Id>,
    /// What must be known before it is begun.
    pub warnings: Vec<String>,
    /// It is about an adult in role, and is filled for a concern alone: the concern's room keeps it from whom it is about.
    #[serde(default)]
    pub needs_concern: bool,
    /// To whom it goes (vocabulary `external_body`); blank where it stays in the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goes_to: Option<Id>,
    /// Whom to reach with it, by contact.
    #[serde(default)]
    pub contacts: Vec<Id>,
    /// The answer that says it is not for whom it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Elsewhere>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Its parts.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// An answer that says a checklist is not for whom it goes to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// The item.
    pub item: Id,
    /// The answer.
    pub answer: String,
    /// Why, and what to do instead.
    pub say: String,
}

/// A part of a checklist.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// It is filled once the rest was sent: what came back.
    #[serde(default)]
    pub after: bool,
    /// What is asked.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// An answer that makes another item needed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeededIf {
    /// The item that is answered.
    pub item: Id,
    /// The answer.
    pub answer: String,
}

/// Words in a concern's account that ask for an item: until it is answered, what they may mean stands above everything else.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heed {
    /// Whole words, in small letters.
    pub words: Vec<String>,
    /// What is said where one is there.
    pub say: String,
}

/// Something that is asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its name within the checklist.
    pub id: Id,
    /// The question.
    pub prompt: String,
    /// More about it.
    pub help: String,
    /// What kind of answer.
    #[serde(rename = "type")]
    pub kind: ItemKind,
    /// What there is to choose, or the columns of a table.
    pub options: Vec<String>,
    /// How much it is needed.
    pub required: Needed,
    /// The answer of another item that makes this one needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_if: Option<NeededIf>,
    /// It comes before every other gap: whether somebody must act now hangs on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    /// Words in the account at which whoever fills it must be asked first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heed: Option<Heed>,
    /// What of the record answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Fill>,
    /// From what the record holds to the form's own words, where one chooses.
    #[serde(default)]
    pub choose: BTreeMap<String, String>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// What kind of answer an item takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is named for the answer it takes")]
pub enum ItemKind {
    Text,
    Longtext,
    YesNo,
    YesNoUnknown,
    YesNoNa,
    Choice,
    Multichoice,
    Date,
    Datetime,
    DatetimeRange,
    DatetimeText,
    Number,
    Phone,
    Email,
    Url,
    UrlList,
    Table,
    FileRef,
    Signature,
    Confirm,
}

/// How much an answer is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// The other body does not take it without.
    Required,
    /// It helps.
    Recommended,
    /// Only where there is something to say.
    IfApplicable,
}

impl Item {
    /// Whether it is known from general knowledge alone, so that it must be compared with the form itself.
    pub fn to_be_checked(&self) -> bool {
        self.sources
            .iter()
            .all(|source| source.confidence == Confidence::Known)
    }

    /// The answers it offers, in the words they are kept in; none where one types or ticks.
    pub fn choices(&self) -> Vec<&str> {
        match self.kind {
            ItemKind::YesNo => vec!["Yes", "No"],
            ItemKind::YesNoUnknown => vec!["Yes", "No", "Not known"],
            ItemKind::YesNoNa => vec!["Yes", "No", "Does not apply"],
            ItemKind::Choice | ItemKind::Multichoice => {
                self.options.iter().map(String::as_str).collect()
            }
            ItemKind::Text
            | ItemKind::Longtext
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
            | ItemKind::Confirm => Vec::new(),
        }
    }
}

impl Checklist {
    /// An item by its name.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().find(|item| item.id == *id)
    }

    /// Every item, in its order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }
}

/// Every checklist on a shelf, or the first fault of its pages.
pub(crate) fn checklists_on(shelf: &Shelf) -> Result<Vec<Checklist>, Error> {
    shelf.checklists().map(|leaf| checklist_on(&leaf)).collect()
}

/// Reads a checklist that was kept: the page as it was when somebody began to fill it.
pub fn checklist_from(text: &str) -> Result<Checklist, Error> {
    checklist_on(&Leaf {
        file: "the checklist that was kept",
        text,
    })
}

/// One checklist from its page.
pub(crate) fn checklist_on(leaf: &Leaf<'_>) -> Result<Checklist, Error> {
    leaf.read(SCHEMA)
}
