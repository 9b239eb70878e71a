//! `log export`: the log of a period as a paper or a spreadsheet.

use app::wire::{BundleGate, LogAsked, LogSays, PaperAsked, SheetFormat};

use crate::answer::Outcome;
use crate::args::{ExportFormat, ExportLog, Run};
use crate::concerns::json_file::JsonFile;
use crate::desk;
use crate::out::Place;
use crate::papers::{write, write_sheet};
use crate::stop::{Spot, Stop};

/// Writes it, whole or not at all. That it left is recorded before it does.
pub fn export(run: &Run, wanted: &ExportLog) -> Outcome {
    let leaving = &wanted.leaving;
    if !matches!(wanted.format, ExportFormat::Pdf) && leaving.protect.is_some() {
        return Err(Stop::wrong_use(
            "--protect: a spreadsheet has no password. Give --format pdf, or leave it out."
                .to_owned(),
        ));
    }
    let gate_file = wanted.gate.as_deref().map(JsonFile::open).transpose()?;
    let gate = gate_file
        .as_ref()
        .map(JsonFile::parse::<BundleGate>)
        .transpose()?;
    let log = LogAsked {
        from: Some(wanted.from.0.clone()),
        to: Some(wanted.to.0.clone()),
        online: wanted.online,
        category: wanted.category.clone(),
        says: match (wanted.numbers, wanted.named) {
            (_, true) => LogSays::Names,
            (true, false) => LogSays::Numbers,
            (false, false) => LogSays::Nobody,
        },
        purpose: leaving.purpose.clone(),
        gate: gate.unwrap_or_default(),
    };
    let to = Place::take(&leaving.out, "--out", leaving.force)?;
    desk::sit(run, |office| {
        let format = match wanted.format {
            ExportFormat::Csv => SheetFormat::Csv,
            ExportFormat::Xlsx => SheetFormat::Xlsx,
            ExportFormat::Pdf => {
                // Whether all is settled is asked first: what is missing is said by the option it belongs to.
                app::log_sheet_name(office, &log, SheetFormat::Csv)
                    .map_err(|fault| named(fault, gate_file.as_ref()))?;
                let log = Box::new(log);
                return write(run, office, PaperAsked::Log { log }, leaving, to);
            }
        };
        let (sheet, _) = app::log_sheet(office, &log, format)
            .map_err(|fault| named(fault, gate_file.as_ref()))?;
        write_sheet(run, &sheet, to)
    })
}

/// What is to be put right, at its line of the file or at the option it belongs to.
fn named(fault: app::wire::Fault, file: Option<&JsonFile>) -> Stop {
    let spots: Vec<Spot> = fault
        .problems
        .iter()
        .map(
            |problem| match (problem.field.strip_prefix("gate."), file) {
                (Some(field), Some(file)) => file.spot(field, &problem.say),
                (Some(field), None) => {
                    Spot::option("--gate", &format!("{} ({field})", problem.say))
                }
                (None, _) => Spot::option(&format!("--{}", problem.field), &problem.say),
            },
        )
        .collect();
    let mut stop = Stop::from(fault);
    stop.spots = spots;
    stop
}
