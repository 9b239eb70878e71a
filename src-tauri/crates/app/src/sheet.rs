//! Tables for other programs.

use exchange::sheet::{Sheet, SheetKind};

use crate::wire::{Fault, SheetFormat};

/// Begins a table for the program that somebody chose.
pub(crate) fn begun(format: SheetFormat, name: &str, head: &[&str]) -> Result<Sheet, Fault> {
    let kind = match format {
        SheetFormat::Csv => SheetKind::Csv,
        SheetFormat::Xlsx => SheetKind::Xlsx,
    };
    Sheet::begin(kind, name, head).map_err(|_| Fault::stopped())
}
