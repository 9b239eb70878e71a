//! `report governors`: a report that goes, as a paper and as tables.

use app::wire::{ReportAsked, ReportFormat};
use serde_json::json;

use crate::answer::{Answer, Outcome};
use crate::args::{GovernorsReport, Run};
use crate::desk;
use crate::out::Place;
use crate::stop::{Spot, Stop};
use crate::voice::Voice;

/// Releases it and writes its files, each whole or not at all.
pub fn release(run: &Run, wanted: &GovernorsReport) -> Outcome {
    let asked = ReportAsked {
        from: Some(wanted.from.0.clone()),
        to: Some(wanted.to.0.clone()),
        site: wanted.site.clone(),
        to_whom: wanted.recipient.clone(),
        ..ReportAsked::default()
    };
    let mut places = vec![(
        ReportFormat::Pdf,
        Place::take(&wanted.out, "--out", wanted.force)?,
    )];
    for (format, place, option) in [
        (ReportFormat::Csv, &wanted.csv, "--csv"),
        (ReportFormat::Xlsx, &wanted.xlsx, "--xlsx"),
    ] {
        if let Some(place) = place {
            places.push((format, Place::take(place, option, wanted.force)?));
        }
    }
    desk::sit(run, |office| {
        let released = app::release_report(office, asked).map_err(named)?;
        let mut files = Vec::new();
        for (format, place) in places {
            let (bytes, _) = app::released_file(office, &released.value, format)?;
            files.push(place.write(&bytes)?.display().to_string());
        }
        Voice::new(run.json).note(
            "The report is kept as released: what it says is said for good, and later reports are held against it.",
        );
        Answer::new(
            json!({ "report": released.value, "files": files }),
            files.join("\n"),
        )
    })
}

/// What is to be put right, at the option it belongs to.
fn named(fault: app::wire::Fault) -> Stop {
    let spots = fault.problems.iter().map(|problem| {
        let option = match problem.field.as_str() {
            "to_whom" => "--recipient".to_owned(),
            field => format!("--{field}"),
        };
        Spot::option(&option, &problem.say)
    });
    let spots = spots.collect();
    let mut stop = Stop::from(fault);
    stop.spots = spots;
    stop
}
