//! Every version of a concern, each with what it changed.

use chrono::{DateTime, FixedOffset};
use domain::concern::{Concern, Run as DomainRun, Version as DomainVersion, changes};
use domain::room::Room as RoomKind;

use super::clocks::seal;
use super::form::to_form;
use super::lines::{label, shown};
use crate::Office;
use crate::wire::{FieldChange, Run, Version};

pub(super) fn versions(office: &Office, known: &Concern, kind: RoomKind) -> Vec<Version> {
    let mut before: Option<&DomainVersion> = None;
    let heads: Vec<String> = known
        .head_entries()
        .iter()
        .map(|entry| history::to_hex(entry))
        .collect();
    let mut out = Vec::with_capacity(known.versions.len());
    for (place, version) in known.versions.iter().enumerate() {
        // A correction is compared with what it takes the place of; two of one version are each compared with that.
        let replaced = version
            .step
            .supersedes
            .iter()
            .rev()
            .find_map(|id| known.versions.iter().find(|other| other.step.entry == *id))
            .or(before);
        let changes = replaced
            .map(|replaced| changes(&replaced.content, &version.content))
            .unwrap_or_default();
        out.push(Version {
            number: u32::try_from(place + 1).unwrap_or(0),
            entry: history::to_hex(&version.step.entry),
            form: to_form(version, &known.id.to_string(), kind, &heads),
            author: writer(version, place),
            at: office.signed_at(written(version, place)),
            reason: version.reason.clone(),
            shown: shown(office, version),
            marks: super::marks::shown(&version.content.details.body_map),
            changes: changes
                .into_iter()
                .map(|change| FieldChange {
                    field: change.field.to_owned(),
                    label: label(change.field).to_owned(),
                    runs: shown_runs(change.runs),
                })
                .chain(replaced.into_iter().flat_map(|replaced| {
                    super::fact_changes::fact_changes(office, replaced, version)
                }))
                .collect(),
            seal: seal(office, &version.step),
        });
        before = Some(version);
    }
    out
}

/// Two wordings in one reading, for the window.
pub(crate) fn runs_between(before: &str, after: &str) -> Vec<Run> {
    shown_runs(domain::concern::runs(before, after))
}

fn shown_runs(runs: Vec<DomainRun>) -> Vec<Run> {
    runs.into_iter()
        .map(|run| match run {
            DomainRun::Same(text) => Run { kind: "same", text },
            DomainRun::Gone(text) => Run { kind: "gone", text },
            DomainRun::New(text) => Run { kind: "new", text },
        })
        .collect()
}

/// Who wrote a version: for one that was brought in, who wrote it there.
pub(super) fn writer(version: &DomainVersion, place: usize) -> String {
    match (&version.content.details.brought, place) {
        (Some(brought), 0) => brought.writer(),
        (Some(_) | None, _) => version.step.author.name.clone(),
    }
}

/// When it was written; for what was brought in, there.
pub(super) fn written(version: &DomainVersion, place: usize) -> DateTime<FixedOffset> {
    let details = &version.content.details;
    match (&details.brought, place) {
        (Some(_), 0) => details.first_written.unwrap_or(version.step.written),
        (Some(_) | None, _) => version.step.written,
    }
}
