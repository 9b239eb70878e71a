//! A table to look things up in, or of what the school does about each behaviour.

use super::flow::cited;
use crate::wire::{Choice, Fault, MatrixRowView, MatrixView};

/// One of the tables.
pub fn matrix(id: &str) -> Result<MatrixView, Fault> {
    let tables =
        guidance::matrices().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let table = tables
        .iter()
        .find(|table| table.id == *id)
        .ok_or_else(|| Fault::from(vault::VaultError::NotFound))?;
    Ok(MatrixView {
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
    })
}
