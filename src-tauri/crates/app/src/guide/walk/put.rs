//! Putting a walk that was begun alone to the concern it is about.

use domain::id::WalkId;
use domain::walk::PUT;

use super::super::about::put;
use super::clock;
use super::step::goes_on;
use crate::wire::{Done, Fault, Topic};
use crate::{Office, say};

/// Puts it there, with the clocks that its steps began: each counts from when its step was signed. When this returns it is on the
/// disk.
pub fn put_walk(office: &mut Office, id: &str, concern: &str) -> Result<Done<()>, Fault> {
    let (kind, walk, flow) = goes_on(office, id)?;
    let WalkId(own) = walk.id;
    let about = (own, walk.begun.what.concern);
    let (entry, concern) = put(office, kind, about, concern, PUT)?;
    let mut entries = vec![entry];
    let mut begun = Vec::new();
    for kept in walk
        .taken
        .iter()
        .filter(|kept| !kept.what.skipped && !kept.what.back)
    {
        let mut ways = flow.ways(&kept.what.from);
        let way = ways.find(|way| way.label == kept.what.answer);
        let at = say::at(kept.step.written.timestamp_millis(), office.around.zone);
        let (Some(rule), Some(at)) = (way.and_then(|way| way.starts_clock.clone()), at) else {
            continue;
        };
        if !begun.contains(&rule) {
            entries.extend(clock::begun(office, concern, &rule, at)?);
            begun.push(rule);
        }
    }
    office.write(kind, entries)?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}
