//! Putting a walk that was begun alone to the concern it is about.

use domain::id::WalkId;
use domain::walk::{PUT, Walk};
use guidance::{Flow, Id};

use super::super::about::{put, written};
use super::clock;
use super::step::goes_on;
use crate::wire::{Done, Fault};
use crate::{Office, say};

/// Puts it there, or to another with a reason, with the clocks that the steps on its way began: each counts from when its step was
/// signed. When this returns it is on the disk.
pub fn put_walk(
    office: &mut Office,
    id: &str,
    concern: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let (kind, walk, flow) = goes_on(office, id)?;
    let WalkId(own) = walk.id;
    let (entry, concern) = put(office, kind, (own, &walk.puts), (concern, reason), PUT)?;
    let mut entries: Vec<_> = entry.into_iter().collect();
    for (rule, at) in clocks(&walk, &flow) {
        if let Some(at) = say::at(at, office.around.zone) {
            entries.extend(clock::begun(office, concern, rule, at)?);
        }
    }
    written(office, kind, concern, entries)
}

/// The clocks that the steps on its way began, each once, with when in milliseconds.
pub(super) fn clocks<'f>(walk: &'f Walk, flow: &'f Flow) -> Vec<(&'f Id, i64)> {
    let mut begun: Vec<(&Id, i64)> = Vec::new();
    for kept in walk.on_path().into_iter().filter(|kept| !kept.what.skipped) {
        let mut ways = flow.ways(&kept.what.from);
        let way = ways.find(|way| way.label == kept.what.answer);
        let Some(rule) = way.and_then(|way| way.starts_clock.as_ref()) else {
            continue;
        };
        if !begun.iter().any(|(known, _)| *known == rule) {
            begun.push((rule, kept.step.written.timestamp_millis()));
        }
    }
    begun
}
