use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// A register a school keeps.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Its name in records.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// Whose it is, by role.
    pub owner: Vec<Id>,
    /// When something is entered.
    pub entry_when: String,
    /// How often somebody looks through it.
    pub review: String,
    /// What is entered, each as `name : kind of answer`.
    pub fields: Vec<String>,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Reads the registers.
pub(crate) fn registers_on(shelf: &Shelf) -> Result<Vec<Register>, Error> {
    let page: RegistersPage = shelf.read(Page::Registers)?;
    Ok(page.register)
}

#[derive(Deserialize)]
struct RegistersPage {
    register: Vec<Register>,
}
