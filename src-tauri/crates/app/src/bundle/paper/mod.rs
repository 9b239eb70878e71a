//! The paper of a bundle: cover, index, request, people, chronologies, records, exhibits, continuity.

mod checking;
mod continuity;
mod cover;
mod exhibits;
mod people;
mod receipt;
mod records;
mod request;
mod schedule;
mod tables;

use std::sync::Arc;

use papers::{BundlePart, LaidOut, Printed, Schedule};

use super::continuity::Event;
use super::exhibits::Going;
use super::select::Chosen;
use super::shown::Shown;
use crate::Office;
use crate::paper::pupils_chronology;
use crate::redact::Redaction;
use crate::wire::{BundleSpec, Fault};

pub(super) use cover::{clock, others};
pub(super) use receipt::receipt;

/// Everything the paper is made of.
pub(super) struct Making<'a> {
    /// What of each exhibit can be read on paper, in their order.
    pub(super) texts: &'a [Option<Shown>],
    pub(super) spec: &'a BundleSpec,
    pub(super) chosen: &'a Chosen,
    pub(super) going: &'a [Going],
    pub(super) events: &'a [Event],
    pub(super) number: &'a str,
    /// SHA-256 of the list of everything beside the paper.
    pub(super) list_hash: String,
    pub(super) printed: Printed,
    /// What looks at the records say of it.
    pub(super) purpose: &'a str,
    /// How many other pupils are named, in words; empty where none is.
    pub(super) others: String,
    /// In which time zone times stand.
    pub(super) times: String,
    /// That the clock of a laptop was odd when something was written.
    pub(super) clock: Option<String>,
    /// What is taken out of it.
    pub(super) redaction: Option<Arc<Redaction>>,
    /// The originals of its exhibits go with it.
    pub(super) originals: bool,
    /// What is kept of that in the vault.
    pub(super) kept: Option<domain::evidence::Redaction>,
}

/// Lays it out.
pub(super) fn lay_out(office: &mut Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let mut parts = vec![
        part(
            1,
            "Request and what was supplied",
            request::request(making)?,
        ),
        part(1, "People", people::people(office, making)?),
    ];
    let days = (
        making.spec.select.from.clone(),
        making.spec.select.to.clone(),
    );
    for (pupil, name) in &making.chosen.pupils {
        let title = format!("Chronology: {name}");
        let purpose = making.purpose.to_owned();
        let pages = pupils_chronology(office, &pupil.to_string(), days.clone(), purpose)?;
        parts.push(part(1, &title, pages));
    }
    parts.extend(records::records(office, making)?);
    parts.push(part(1, "Exhibits", exhibits::list(making)?));
    for (one, text) in making.going.iter().zip(making.texts) {
        let reference = one.exhibit.reference();
        let title = format!("Label of exhibit {reference}");
        parts.push(part(2, &title, exhibits::label(office, making, one)?));
        if let Some(text) = text {
            parts.push(BundlePart {
                stamp: Some(reference.clone()),
                ..part(
                    2,
                    &format!("Exhibit {reference} as text"),
                    exhibits::as_text(making, one, text)?,
                )
            });
        }
    }
    parts.push(part(
        1,
        "Continuity of each exhibit",
        continuity::continuity(office, making)?,
    ));
    parts.push(part(
        1,
        "How to check this bundle",
        checking::checking(making)?,
    ));
    let schedule = making.redaction.is_some().then(|| Schedule {
        title: schedule::TITLE,
        lay_out: Box::new(|removed| schedule::schedule(making, removed)),
    });
    Ok(papers::bundle(&cover::cover(making), parts, schedule)?)
}

fn part(level: u8, title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level,
        paper,
        stamp: None,
    }
}
