//! `registers export`: a register as a spreadsheet, or as a paper.

use app::wire::{PaperAsked, SheetFormat};

use crate::answer::Outcome;
use crate::args::{ExportFormat, ExportRegister, Run};
use crate::desk;
use crate::out::Place;
use crate::papers::{write, write_sheet};
use crate::stop::Stop;

/// Writes it, whole or not at all. That it left is recorded before it does.
pub fn export(run: &Run, wanted: &ExportRegister) -> Outcome {
    let leaving = &wanted.leaving;
    if !matches!(wanted.format, ExportFormat::Pdf) && leaving.protect.is_some() {
        return Err(Stop::wrong_use(
            "--protect: a spreadsheet has no password. Give --format pdf, or leave it out."
                .to_owned(),
        ));
    }
    let to = Place::take(&leaving.out, "--out", leaving.force)?;
    let (from, to_day) = (
        wanted.from.as_ref().map(|day| day.0.clone()),
        wanted.to.as_ref().map(|day| day.0.clone()),
    );
    desk::sit(run, |office| {
        let known = app::registers(office)?;
        let mut registers = known.iter().flat_map(|group| &group.registers);
        if !registers.any(|row| row.id == wanted.name) {
            return Err(Stop::wrong_use(format!(
                "There is no register called {}. `registers list` gives their names.",
                wanted.name
            )));
        }
        let format = match wanted.format {
            ExportFormat::Csv => SheetFormat::Csv,
            ExportFormat::Xlsx => SheetFormat::Xlsx,
            ExportFormat::Pdf => {
                let asked = PaperAsked::Register {
                    id: wanted.name.clone(),
                    from,
                    to: to_day,
                    purpose: leaving.purpose.clone(),
                };
                return write(run, office, asked, leaving, to);
            }
        };
        let days = (from.as_deref(), to_day.as_deref());
        let (sheet, _) = app::register_sheet(office, &wanted.name, days, format)?;
        write_sheet(run, &sheet, to)
    })
}
