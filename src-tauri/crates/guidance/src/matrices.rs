use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::read::Id;
use crate::{Citation, Error, Page, Shelf};

/// A table of what a school does about each behaviour.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Its name in fields that take an answer from it.
    pub id: Id,
    /// Counts up with every change of it.
    #[serde(default = "first")]
    pub version: u32,
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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

fn first() -> u32 {
    1
}

/// A table from its page, as it was kept.
pub fn matrix_from(text: &str) -> Result<Matrix, Error> {
    let shelf = Shelf::shipped().with(Page::Matrices, text.to_owned());
    let mut all = matrices_on(&shelf)?.into_iter();
    all.next().ok_or_else(|| Error::Blank {
        place: shelf.place_at(Page::Matrices, 0),
        what: "table",
        id: Page::Matrices.file().to_owned(),
    })
}

/// Tables as a page. It reads back as the same tables.
pub(crate) fn page_of(tables: Vec<Matrix>) -> String {
    let page = WrittenPage {
        schema: Page::Matrices.schema(),
        matrix: tables,
    };
    // Plain structs of words and numbers always serialise.
    toml::to_string(&page).unwrap_or_default()
}

#[derive(Deserialize)]
struct MatricesPage {
    matrix: Vec<Matrix>,
}

#[derive(Serialize)]
struct WrittenPage {
    schema: &'static str,
    matrix: Vec<Matrix>,
}
