//! A bundle as it would be, to be looked at before it is made: nothing is recorded, and nothing lies on the disk.

use std::path::PathBuf;

use domain::room::Room as RoomKind;
use papers::LaidOut;

use super::create::{may, prepare};
use super::on_pages::on_pages;
use super::paper::{Form, Making, lay_out};
use super::record::next_number;
use super::redacted;
use super::uk_time::in_uk_time;
use crate::Office;
use crate::paper::About;
use crate::redact::unsettled;
use crate::wire::{BundleSpec, Fault, FaultKind};

/// Lays it out, with its number and that it is a draft on every page. Who asked and what was settled need not be said yet.
pub(crate) fn lay_out_trial(
    office: &mut Office,
    spec: &BundleSpec,
) -> Result<(LaidOut, String, Option<About>), Fault> {
    may(office)?;
    let problems = spec.redact.as_ref().map(unsettled).unwrap_or_default();
    if !problems.is_empty() {
        let mut fault = Fault::new(FaultKind::Refused, "Something is still to be put right.")
            .kept("What you typed is kept.");
        fault.problems = problems;
        return Err(fault);
    }
    let years = std::mem::replace(&mut office.with_years, true);
    let made = in_uk_time(office, |office| make(office, spec));
    office.settle();
    office.with_years = years;
    made
}

fn make(office: &mut Office, spec: &BundleSpec) -> Result<(LaidOut, String, Option<About>), Fault> {
    let number = format!("{} (draft)", next_number(office)?);
    let (ready, _) = prepare(office, spec, (number, PathBuf::new()))?;
    let on_pages = on_pages(office, &ready)?;
    let making = Making::of(office, &ready, Form::Folder, "")?;
    let laid_out = lay_out(office, &making, on_pages)?;
    if let Some(redaction) = &ready.redaction {
        redaction.all_met("Nothing was made. What you typed is kept.")?;
    }
    redacted::search(office, ready.redaction.as_ref(), (&laid_out, "the draft"))?;
    let concerns = ready.chosen.concerns.iter();
    let about = About {
        room: RoomKind::Pupils,
        what: "bundle",
        id: ready.number.clone(),
        purpose: ready.purpose.clone(),
        concerns: concerns
            .map(|concern| (RoomKind::Pupils, concern.id.to_string()))
            .collect(),
        listed: Vec::new(),
    };
    Ok((laid_out, "BUNDLE-draft.pdf".to_owned(), Some(about)))
}
