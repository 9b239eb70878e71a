use serde::{Deserialize, Serialize};

use crate::read::Id;
use crate::{Error, Page, Shelf};

/// How far a fact was followed to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Seen in the source's own text.
    Read,
    /// Seen in someone else's account of the source.
    ReadSecondary,
    /// General professional knowledge: the school must check it before relying on it.
    Known,
}

/// One fact's source.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The source in the register.
    pub id: Id,
    /// Where in the source.
    #[serde(rename = "ref")]
    pub place: String,
    /// How far it was followed.
    pub confidence: Confidence,
}

/// One entry in the register of sources.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in citations.
    pub id: Id,
    /// Its full title.
    pub title: String,
    /// What sort of document it is.
    pub kind: String,
    /// When it is from.
    pub year: String,
    /// How much of it was read.
    pub opened: String,
    /// Where it is to be found.
    #[serde(rename = "where")]
    pub found_at: String,
    /// What to bear in mind about it.
    pub note: String,
}

/// Reads the register of sources.
pub(crate) fn sources_on(shelf: &Shelf) -> Result<Vec<Source>, Error> {
    let page: SourcesPage = shelf.read(Page::Sources)?;
    Ok(page.source)
}

#[derive(Deserialize)]
struct SourcesPage {
    source: Vec<Source>,
}
