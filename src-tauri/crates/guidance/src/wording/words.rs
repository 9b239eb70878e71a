use serde::Deserialize;

use crate::read::Id;
use crate::{Error, Page, Shelf, Vocabulary};

/// A kind of record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordKind {
    /// Its name in the data.
    pub id: Id,
    /// What the screen says.
    pub label: String,
    /// What it covers, or blank.
    pub detail: String,
}

/// What the screen says in place of a vocabulary's own labels.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    #[serde(rename = "schema")]
    _schema: Id,
    pub(crate) word: Vec<Word>,
    pub(crate) record_kind: Vec<RecordKind>,
}

/// What the screen says for one term.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Word {
    pub(crate) vocabulary: Id,
    pub(crate) id: Id,
    pub(crate) label: String,
    pub(crate) detail: String,
}

impl Words {
    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        shelf.read(Page::Words)
    }

    /// Puts the screen's words in place of a vocabulary's own, which it keeps for forms and exports.
    pub(crate) fn say(&self, vocabulary: &mut Vocabulary) {
        for word in self.word.iter().filter(|w| w.vocabulary == vocabulary.id) {
            if let Some(term) = vocabulary.terms.iter_mut().find(|term| term.id == word.id) {
                term.detail.clone_from(&word.detail);
                let filed_as = std::mem::replace(&mut term.label, word.label.clone());
                if filed_as != term.label {
                    term.filed_as = Some(filed_as);
                }
            }
        }
    }
}
