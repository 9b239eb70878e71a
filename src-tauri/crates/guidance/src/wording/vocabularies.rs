use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// A closed list of words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Its name in the data.
    pub id: Id,
    /// What it is for.
    pub description: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// Its words.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
}

/// One word of a vocabulary.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name in the data, which never changes.
    pub id: Id,
    /// What the screen says.
    pub label: String,
    /// What it means, or blank.
    pub detail: String,
    /// What forms and exports file it under, where the screen says it more kindly.
    #[serde(skip)]
    pub filed_as: Option<String>,
}

/// Reads the vocabularies, in their own words.
pub(crate) fn vocabularies_on(shelf: &Shelf) -> Result<Vec<Vocabulary>, Error> {
    let page: VocabulariesPage = shelf.read(Page::Vocabularies)?;
    Ok(page.vocabulary)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabulariesPage {
    #[serde(rename = "schema")]
    _schema: Id,
    vocabulary: Vec<Vocabulary>,
}
