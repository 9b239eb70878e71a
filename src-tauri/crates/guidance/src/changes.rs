use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// Something that changed since the guidance of 2023, and what it asks of a record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Its name.
    pub id: Id,
    /// The month, `2024-09`, or in words where no more is known.
    pub date: String,
    /// What changed.
    pub what_changed: String,
    /// What it asks of a record.
    pub effect_on_record: Vec<String>,
    /// Whether it holds: current, superseded, pending.
    pub status: String,
    /// What to bear in mind about it.
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Reads what changed, in the order of the page.
pub(crate) fn changes_on(shelf: &Shelf) -> Result<Vec<Change>, Error> {
    let page: ChangesPage = shelf.read(Page::Changes)?;
    Ok(page.change)
}

#[derive(Deserialize)]
struct ChangesPage {
    change: Vec<Change>,
}
