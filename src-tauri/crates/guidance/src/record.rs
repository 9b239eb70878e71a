use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// The fields of a record, and the steps its status may take.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    #[serde(rename = "schema")]
    _schema: Id,
    /// What holds for every record.
    pub principles: Vec<String>,
    /// The fields, in the order of a record.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
    /// The paper and other forms whose questions the fields answer.
    #[serde(rename = "form")]
    pub forms: Vec<Form>,
    /// The steps a record's status may take.
    #[serde(rename = "status_transition")]
    pub transitions: Vec<Transition>,
}

/// One field of a record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The part of the record it stands in.
    pub section: String,
    /// Its name in files and scripts.
    pub id: Id,
    /// Its name for people.
    pub label: String,
    /// The kind of answer it takes.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it must be answered.
    pub required: Need,
    /// Who writes it.
    pub who_writes: Writer,
    /// What may be answered, in words; a choice without a vocabulary lists its answers between bars.
    pub validation: String,
    /// The list its answers come from, or blank.
    pub options_from: Id,
    /// The papers that may carry it.
    pub export: Vec<String>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

impl Field {
    /// The answers a field lists in its own rule ("yes | no"), or nothing if it lists none.
    pub fn listed(&self) -> Vec<&str> {
        if !self.validation.contains(" | ") {
            return Vec::new();
        }
        self.validation.split('|').map(str::trim).collect()
    }
}

/// When a field must be answered, in the words of the data ("always", "to close").
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Need(pub String);

/// Who writes a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Writer {
    /// Whoever records the concern.
    Reporter,
    /// A lead.
    Dsl,
    /// The program.
    System,
}

/// A form a school knows, and which field answers each of its questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The form.
    pub name: String,
    /// "Its question > our field".
    pub maps: Vec<String>,
}

/// One step a record's status may take.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// The status before.
    pub from: Id,
    /// Each status it may become.
    pub to: Vec<Id>,
    /// When.
    pub rule: String,
}

impl Record {
    pub(crate) fn on(shelf: &Shelf) -> Result<Self, Error> {
        shelf.read(Page::Record)
    }

    /// Finds a field by its name in files and scripts.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// Says whether a record may go from one status to another.
    pub fn may_become(&self, from: &str, to: &str) -> bool {
        self.transitions
            .iter()
            .any(|step| step.from == *from && step.to.iter().any(|next| next == to))
    }
}
