use std::collections::BTreeMap;

use serde::Deserialize;

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// A table of what a school does about each behaviour.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Its name in fields that take an answer from it.
    pub id: Id,
    /// What it is about.
    pub title: String,
    /// The responses there are, or what a thing may be.
    pub columns: Vec<Id>,
    /// What each column is called.
    pub titles: BTreeMap<String, String>,
    /// Its columns are what a school does about each behaviour; otherwise it is to look things up.
    pub responses: bool,
    /// What to bear in mind about it.
    #[serde(default)]
    pub note: String,
    /// Where it comes from.
    pub sources: Vec<Citation>,
    /// One behaviour each.
    #[serde(rename = "row")]
    pub rows: Vec<MatrixRow>,
}

/// One behaviour and the responses to it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixRow {
    /// Its name within the table.
    pub id: Id,
    /// The behaviour.
    pub label: String,
    /// The responses, by column.
    pub ticks: Vec<Id>,
}

/// Reads the tables of responses.
pub(crate) fn matrices_on(shelf: &Shelf) -> Result<Vec<Matrix>, Error> {
    let page: MatricesPage = shelf.read(Page::Matrices)?;
    Ok(page.matrix)
}

#[derive(Deserialize)]
struct MatricesPage {
    matrix: Vec<Matrix>,
}
