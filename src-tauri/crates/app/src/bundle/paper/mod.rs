//! The paper of a bundle: cover, index, request, people, chronologies, records, exhibits, continuity.

mod annex;
mod checking;
mod continuity;
mod cover;
mod exhibits;
mod items;
mod people;
mod places;
mod reading;
mod receipt;
mod records;
mod removals;
mod request;
mod schedule;
mod statement;
mod tables;

use std::collections::BTreeSet;
use std::sync::Arc;

use history::Hash;
use papers::{BundleFacts, BundlePart, LaidOut, Printed, Schedule};

use super::continuity::Event;
use super::create::Ready;
use super::earlier::earlier;
use super::exhibits::Going;
use super::items::Item;
use super::mentioned::Spoken;
use super::on_pages::OnPages;
use super::printed::PrintedRecord;
use super::select::Chosen;
use crate::Office;
use crate::paper::pupils_chronology;
use crate::redact::Redaction;
use crate::wire::{BundleSpec, Fault};

use places::Places;

pub(super) use cover::{clock, others};
pub(super) use receipt::receipt;
pub(crate) use records::Belonging;
pub(crate) use removals::{Removals, removals};

/// Everything the paper is made of.
pub(super) struct Making<'a> {
    pub(super) spec: &'a BundleSpec,
    pub(super) chosen: &'a Chosen,
    pub(super) going: &'a [Going],
    /// The records as they are printed, in the order of the concerns.
    pub(super) records: &'a [PrintedRecord],
    /// Things that belong to them and are no files.
    pub(super) items: &'a [Item],
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
    pub(super) form: Form,
    /// What is taken out of it.
    pub(super) redaction: Option<Arc<Redaction>>,
    /// The originals of its exhibits go with it.
    pub(super) originals: bool,
    /// What is kept of that in the vault.
    pub(super) kept: Option<domain::evidence::Redaction>,
}

/// As what it leaves.
pub(super) enum Form {
    /// A folder anybody can check.
    Folder,
    /// One PDF behind a password.
    Sealed {
        /// The names of exhibits that are too large to lie in it.
        outside: BTreeSet<String>,
        /// What they lie in: its name and its hash.
        container: Option<(String, String)>,
    },
}

impl<'a> Making<'a> {
    pub(super) fn of(
        office: &Office,
        ready: &'a Ready<'_>,
        form: Form,
        list: &str,
    ) -> Result<Self, Fault> {
        Ok(Self {
            spec: ready.spec,
            chosen: &ready.chosen,
            going: &ready.going,
            records: &ready.records,
            items: &ready.items,
            spoken: &ready.spoken,
            events: &ready.events,
            number: &ready.number,
            list_hash: Hash::of(&[list.as_bytes()]).to_string(),
            printed: ready.printed.clone(),
            purpose: &ready.purpose,
            others: others(office, &ready.chosen, ready.redaction.as_deref())?,
            redaction: ready.redaction.clone(),
            originals: ready.originals,
            kept: ready.kept.clone(),
            earlier: earlier(office, &ready.chosen)?
                .into_iter()
                .map(|one| one.line)
                .collect(),
            clock: clock(&ready.chosen),
            form,
        })
    }

    /// What an exhibit was called, in quotation marks; in an edition that does not show everything it is not said: names of files are
    /// run together in ways in which nobody would find a name.
    pub(super) fn called(&self, one: &Going) -> String {
        match self.redaction {
            Some(_) => "whose name is not shown".to_owned(),
            None => format!("\u{201c}{}\u{201d}", crate::paper::one_line(&one.fact.name)),
        }
    }

    /// How large it is, where that stays no secret of the school.
    pub(super) fn size_of(&self, one: &Going) -> String {
        match self.originals {
            true => crate::say::size(one.fact.size),
            false => "whose size is not said".to_owned(),
        }
    }

    /// Its hash, where its bytes go.
    pub(super) fn hash_of<'b>(&self, one: &'b Going) -> &'b str {
        match self.originals {
            true => &one.fact.sha256,
            false => "",
        }
    }

    /// The exhibits whose originals go.
    pub(super) fn gone(&self) -> &[Going] {
        match self.originals {
            true => self.going,
            false => &[],
        }
    }

    /// Where the original of an exhibit lies.
    pub(super) fn place_of(&self, one: &Going) -> String {
        match &self.form {
            Form::Folder => one.path.clone(),
            Form::Sealed {
                outside,
                container: Some((name, _)),
            } if outside.contains(&one.path) => format!("{}, in {name} beside this file", one.path),
            Form::Sealed { .. } => format!("{}, attached to this file", one.path),
        }
    }
}

/// How often the papers that say on which pages others stand are laid out before they agree with them.
const ROUNDS: usize = 6;

/// The sections of a bundle whose pages are called by them: what it is and who is in it, chronologies, records, exhibits, and what
/// shows that all of it is whole.
const CHRONOLOGIES: u8 = 1;
const RECORDS: u8 = 2;
const EXHIBITS: u8 = 3;
const CHECKS: u8 = 4;

/// Lays it out, with what is shown of each exhibit.
pub(super) fn lay_out(
    office: &mut Office,
    making: &Making<'_>,
    on_pages: Vec<OnPages>,
) -> Result<LaidOut, Fault> {
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
        let (pages, _) =
            pupils_chronology(office, &pupil.to_string(), days.clone(), false, purpose)?;
        parts.push(in_section(CHRONOLOGIES, part(1, &title, pages)));
    }
    let records = records::records(office, making)?.into_iter();
    parts.extend(records.map(|record| in_section(RECORDS, record)));
    let nowhere = Places::default();
    let lists_at = parts.len();
    let label = "Label of the printed records";
    let lists = [
        part(1, "Exhibits", exhibits::list(making, &nowhere)?),
        part(2, label, schedule::schedule(making, &nowhere)?),
    ];
    parts.extend(lists.map(|list| in_section(EXHIBITS, list)));
    for (one, shown) in making.going.iter().zip(on_pages) {
        let all = exhibits::exhibit(office, making, one, shown)?.into_iter();
        parts.extend(all.map(|part| in_section(EXHIBITS, part)));
    }
    let things = items::items(making)?.into_iter();
    parts.extend(things.map(|part| in_section(EXHIBITS, part)));
    let mut rest = Vec::new();
    if making.spec.statement {
        let draft = statement::statement(office, making)?;
        rest.push(part(1, statement::TITLE, draft));
    }
    rest.push(part(1, annex::TITLE, annex::annex(office, making)?));
    rest.push(part(
        1,
        "Continuity of each exhibit",
        continuity::continuity(office, making)?,
    ));
    let checking = checking::checking(making)?;
    rest.push(part(1, "How to check this bundle", checking));
    parts.extend(rest.into_iter().map(|part| in_section(CHECKS, part)));
    let front = cover::cover(making);
    say_where(making, &front, &mut parts, lists_at)?;
    let schedule = making.redaction.is_some().then(|| Schedule {
        title: removals::TITLE,
        lay_out: Box::new(|removed| removals::removals(&removals::Removals::of(making), removed)),
    });
    Ok(papers::bundle(&front, parts, schedule)?)
}

/// Lays the lists out again until what they say of pages is so.
fn say_where(
    making: &Making<'_>,
    front: &BundleFacts,
    parts: &mut [BundlePart],
    lists_at: usize,
) -> Result<(), Fault> {
    let last = making.redaction.is_some().then_some(removals::TITLE);
    let mut places = Places::default();
    for _ in 0..ROUNDS {
        let now = Places::of(front, parts, last)?;
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

fn in_section(section: u8, part: BundlePart) -> BundlePart {
    BundlePart { section, ..part }
}

fn part(level: u8, title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level,
        section: 0,
        paper,
        stamp: None,
    }
}
