//! A table to look things up in, or of what the school does about each behaviour.

use domain::own_guidance::Sort;
use guidance::Matrix;

use super::flow::{cited, own_said};
use super::own::{changing, matrix_now};
use crate::Office;
use crate::wire::{Choice, Fault, MatrixRowView, MatrixView};

/// One of the tables as it ships.
pub(super) fn known(id: &str) -> Result<&'static Matrix, Fault> {
    let tables =
        guidance::matrices().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    tables
        .iter()
        .find(|table| table.id == *id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))
}

/// One of the tables: the school's own where there is one, otherwise as it ships.
pub fn matrix(office: &Office, id: &str) -> Result<MatrixView, Fault> {
    let now = matrix_now(office, id)?;
    Ok(MatrixView {
        own: own_said(office, &now),
        changing: changing(office, Sort::Matrix, id),
        ..view(&now.page)
    })
}

fn view(table: &Matrix) -> MatrixView {
    MatrixView {
        id: table.id.to_string(),
        title: table.title.clone(),
        note: table.note.clone(),
        responses: table.responses,
        columns: table
            .columns
            .iter()
            .map(|column| Choice {
                id: column.to_string(),
                title: table
                    .titles
                    .get(column.as_str())
                    .cloned()
                    .unwrap_or_default(),
                detail: String::new(),
            })
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| MatrixRowView {
                id: row.id.to_string(),
                label: row.label.clone(),
                ticks: row.ticks.iter().map(ToString::to_string).collect(),
            })
            .collect(),
        sources: cited(&table.sources),
        own: None,
        changing: false,
    }
}
