//! The figures of a report as a table, the same as on its pages.

use domain::governance::Row;

use crate::sheet::begun;
use crate::wire::{Fault, SheetFormat};

/// What the columns are called; programs read them (`report governors --csv`).
const HEAD: [&str; 5] = ["section", "measure", "label", "value", "counts"];

/// A row for each number.
pub(super) fn table(rows: &[Row], format: SheetFormat) -> Result<Vec<u8>, Fault> {
    let mut sheet = begun(format, "Figures", &HEAD)?;
    for row in rows {
        for said in &row.values {
            let label = match said.when.as_str() {
                "" => row.label.clone(),
                when => format!("{}, {when}", row.label),
            };
            let cells = [
                row.section.clone(),
                row.measure.clone(),
                label,
                said.value.clone(),
                said.counts.clone(),
            ];
            sheet.row(&cells).map_err(|_| Fault::stopped())?;
        }
    }
    sheet.finish().map_err(|_| Fault::stopped())
}
