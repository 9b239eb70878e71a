//! Between a table and what the editor fills.

use std::collections::BTreeMap;

use guidance::{Matrix, MatrixRow};

use super::form::{id, lines, one_line, own, words};
use crate::wire::{ColumnEdit, MatrixForm, RowEdit};

/// A table as it is edited.
pub(super) fn of_matrix(table: &Matrix) -> MatrixForm {
    MatrixForm {
        id: table.id.to_string(),
        base: Vec::new(),
        compared: false,
        title: table.title.clone(),
        note: table.note.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| ColumnEdit {
                id: column.to_string(),
                title: table
                    .titles
                    .get(column.as_str())
                    .cloned()
                    .unwrap_or_default(),
            })
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| RowEdit {
                id: row.id.to_string(),
                label: row.label.clone(),
                ticks: row.ticks.iter().map(ToString::to_string).collect(),
            })
            .collect(),
    }
}

/// The table that a form makes of the one it was made from. Whether its columns are what a school does stays as it was.
pub(super) fn to_matrix(form: &MatrixForm, from: &Matrix, version: u32, by: &str) -> Matrix {
    let titles: BTreeMap<String, String> = form
        .columns
        .iter()
        .map(|column| (column.id.trim().to_owned(), one_line(&column.title)))
        .collect();
    Matrix {
        id: from.id.clone(),
        version,
        title: one_line(&form.title),
        columns: form.columns.iter().map(|column| id(&column.id)).collect(),
        titles,
        responses: from.responses,
        note: words(&form.note),
        // From here on it is the school's own policy that says so.
        sources: own(by),
        rows: form
            .rows
            .iter()
            .map(|row| MatrixRow {
                id: id(&row.id),
                label: one_line(&row.label),
                ticks: lines(&row.ticks).iter().map(|tick| id(tick)).collect(),
            })
            .collect(),
    }
}
