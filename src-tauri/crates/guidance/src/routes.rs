//! Where each kind of matter goes, and what is not for CEOP.

use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// One kind of matter, and where it goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its name.
    pub id: Id,
    /// What it is, in a lead's words.
    pub what: String,
    /// Where it goes and why.
    pub say: String,
    /// CEOP does not take it.
    #[serde(default)]
    pub not_ceop: bool,
    /// Checklists to fill.
    #[serde(default)]
    pub checklists: Vec<Id>,
    /// The flowchart that goes with it.
    #[serde(default)]
    pub flow: Option<Id>,
    /// Whom to reach.
    #[serde(default)]
    pub contacts: Vec<Id>,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// Reads the routes.
pub(crate) fn routes_on(shelf: &Shelf) -> Result<Vec<Route>, Error> {
    let page: RoutesPage = shelf.read(Page::Routes)?;
    Ok(page.route)
}

#[derive(Deserialize)]
struct RoutesPage {
    route: Vec<Route>,
}
