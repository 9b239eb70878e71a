//! The paper of a bundle: cover, index, request, people, chronologies, records, exhibits, continuity.

mod annex;
mod checking;
mod continuity;
mod cover;
mod exhibits;
mod people;
mod places;
mod receipt;
mod records;
mod request;
mod schedule;
mod statement;
mod tables;

use papers::{BundleFacts, BundlePart, LaidOut, Printed};

use super::continuity::Event;
use super::exhibits::Going;
use super::mentioned::Spoken;
use super::printed::PrintedRecord;
use super::select::Chosen;
use super::shown::Shown;
use crate::Office;
use crate::paper::pupils_chronology;
use crate::wire::{BundleSpec, Fault};

use places::Places;

pub(super) use cover::{clock, others};
pub(super) use receipt::receipt;

/// Everything the paper is made of.
pub(super) struct Making<'a> {
    /// What of each exhibit can be read on paper, in their order.
    pub(super) texts: &'a [Option<Shown>],
    pub(super) spec: &'a BundleSpec,
    pub(super) chosen: &'a Chosen,
    pub(super) going: &'a [Going],
    /// The records as they are printed, in the order of the concerns.
    pub(super) records: &'a [PrintedRecord],
    /// What they speak of, and what is known of that.
    pub(super) spoken: &'a [Spoken],
    pub(super) events: &'a [Event],
    pub(super) number: &'a str,
    /// SHA-256 of the list of everything beside the paper.
    pub(super) list_hash: String,
    pub(super) printed: Printed,
    /// What looks at the records say of it.
    pub(super) purpose: &'a str,
    /// How many other pupils are named, in words; empty where none is.
    pub(super) others: String,
    /// Bundles made before of the same.
    pub(super) earlier: Vec<String>,
    /// That the clock of a laptop was odd when something was written.
    pub(super) clock: Option<String>,
}

/// How often the papers that say on which pages others stand are laid out before they agree with them.
const ROUNDS: usize = 6;

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
    let nowhere = Places::default();
    let lists_at = parts.len();
    parts.push(part(1, "Exhibits", exhibits::list(making, &nowhere)?));
    parts.push(part(
        2,
        "Label of the printed records",
        schedule::schedule(making, &nowhere)?,
    ));
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
    if making.spec.statement {
        let draft = statement::statement(office, making)?;
        parts.push(part(1, statement::TITLE, draft));
    }
    parts.push(part(1, annex::TITLE, annex::annex(office, making)?));
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
    let front = cover::cover(making);
    say_where(making, &front, &mut parts, lists_at)?;
    Ok(papers::bundle(&front, parts)?)
}

/// Lays the lists out again until what they say of pages is so.
fn say_where(
    making: &Making<'_>,
    front: &BundleFacts,
    parts: &mut [BundlePart],
    lists_at: usize,
) -> Result<(), Fault> {
    let mut places = Places::default();
    for _ in 0..ROUNDS {
        let now = Places::of(front, parts)?;
        if now == places {
            return Ok(());
        }
        places = now;
        let lists = [
            exhibits::list(making, &places)?,
            schedule::schedule(making, &places)?,
        ];
        for (part, list) in parts.iter_mut().skip(lists_at).zip(lists) {
            part.paper = list;
        }
    }
    Err(Fault::stopped())
}

fn part(level: u8, title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level,
        paper,
        stamp: None,
    }
}
