//! The figures of a report as a table, the same as on its pages.

use domain::governance::Row;
use exchange::sheet;

use crate::wire::{Fault, SheetFormat};

/// What the columns are called; programs read them (`report governors --csv`).
const HEAD: [&str; 5] = ["section", "measure", "label", "value", "counts"];

/// A row for each number.
pub(super) fn table(rows: &[Row], format: SheetFormat) -> Result<Vec<u8>, Fault> {
    let rows = rows.iter().flat_map(|row| {
        row.values.iter().map(|said| {
            let label = match said.when.as_str() {
                "" => row.label.clone(),
                when => format!("{}, {when}", row.label),
            };
            vec![
                row.section.clone(),
                row.measure.clone(),
                label,
                said.value.clone(),
                said.counts.clone(),
            ]
        })
    });
    let rows: Vec<Vec<String>> = rows.collect();
    match format {
        SheetFormat::Csv => Ok(sheet::csv_to_open(&HEAD, &rows)
            .map_err(|_| Fault::stopped())?
            .into_bytes()),
        SheetFormat::Xlsx => sheet::xlsx("Figures", &HEAD, &rows).map_err(|_| Fault::stopped()),
    }
}
