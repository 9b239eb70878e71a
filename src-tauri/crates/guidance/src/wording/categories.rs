use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// What sort of thing a category stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// Something happened.
    Incident,
    /// Something about the child's life.
    Context,
    /// Somebody was spoken or written to.
    Contact,
    /// A standing fact.
    Status,
    /// Something from before.
    History,
    /// What came of something.
    Outcome,
}

/// One of the school's own categories, its name exactly as printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its name in the data.
    pub id: Id,
    /// Its place in the list, from 1.
    pub order: u32,
    /// Its name for people.
    pub name: String,
    /// What sort of thing it stands for.
    pub nature: Nature,
    /// Whether something online may be filed under it.
    pub online_relevant: bool,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// One of the four areas of risk online.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FourC {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
    /// What it covers.
    pub detail: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// What it is divided into.
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
}

/// A part of one of the four areas.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A kind of abuse.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbuseType {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
    /// What it covers, or blank.
    pub detail: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A specific safeguarding issue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A way bullying happens online.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CyberbullyingType {
    /// Its name in the data.
    pub id: Id,
    /// Its name for people.
    pub name: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// The page of categories.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Categories {
    #[serde(rename = "schema")]
    _schema: Id,
    #[serde(rename = "notes")]
    _notes: Vec<String>,
    pub(crate) cpoms_category: Vec<Category>,
    pub(crate) four_c: Vec<FourC>,
    pub(crate) abuse: Vec<AbuseType>,
    pub(crate) issue: Vec<Issue>,
    pub(crate) cyberbullying_type: Vec<CyberbullyingType>,
}

impl Categories {
    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        let mut page: Self = shelf.read(Page::Categories)?;
        page.cpoms_category.sort_by_key(|category| category.order);
        Ok(page)
    }
}
