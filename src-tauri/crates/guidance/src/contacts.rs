use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// Whom to reach, the same everywhere in England.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its name in records.
    pub id: Id,
    /// Who.
    pub name: String,
    /// What for.
    pub use_for: String,
    /// A number or an address.
    pub how: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Reads the contacts.
pub(crate) fn contacts_on(shelf: &Shelf) -> Result<Vec<Contact>, Error> {
    let page: ContactsPage = shelf.read(Page::Contacts)?;
    Ok(page.contact)
}

#[derive(Deserialize)]
struct ContactsPage {
    contact: Vec<Contact>,
}
