//! What is counted about adults: allegations and low-level concerns, each with all that the register says of it.

use std::collections::BTreeMap;

use domain::concern::ERROR;
use domain::disclosure::Leaf;
use domain::id::ConcernId;
use domain::register::Line;
use vault::Room;

use super::streams::{Source, Stream, day_of, lines_of, part, registers_day, said, some};
use crate::Office;
use crate::wire::Fault;

/// What is counted together.
pub(super) struct Matter {
    /// The kind of concern.
    kind: &'static str,
    /// The register that keeps them.
    register: &'static str,
    /// Its field with the day.
    when: &'static str,
    /// What is true of one, by all lines about it.
    leaves: fn(&[&Line]) -> Vec<Leaf>,
}

/// Allegations.
pub(super) const ALLEGATIONS: Matter = Matter {
    kind: "staff-concern",
    register: "staff-concern-record",
    when: "received_at",
    leaves: |lines| {
        let is = |field: &str| lines.iter().any(|line| !said(line, field).is_empty());
        let threshold = match is("threshold_limbs") {
            true => "met",
            false => "not-met",
        };
        let mut leaves = vec![Leaf::All, part("threshold", threshold)];
        leaves.extend(is("lado_contact_at").then(|| some("lado")));
        leaves.extend(is("dbs_tra").then(|| some("barring")));
        leaves
    },
};

/// Low-level concerns.
pub(super) const LOW_LEVEL: Matter = Matter {
    kind: "low-level-concern",
    register: "low-level-concern-register",
    when: "at",
    leaves: |lines| {
        let looked = lines
            .iter()
            .any(|line| said(line, "pattern_checked") == "Yes");
        let mut leaves = vec![Leaf::All];
        leaves.extend(looked.then(|| some("pattern")));
        leaves
    },
};

/// Concerns of the kind, each with every line about it, then lines about no concern that is counted: those about one are one, and those
/// about what was recorded by mistake are none.
pub(super) fn matters(office: &Office, room: &Room, matter: &Matter) -> Result<Stream, Fault> {
    let lines = lines_of(room, matter.register)?;
    let mut about: BTreeMap<ConcernId, Vec<&Line>> = BTreeMap::new();
    for kept in &lines {
        if let Some(concern) = kept.line.concern {
            about.entry(concern).or_default().push(&kept.line);
        }
    }
    let mut stream = Stream::default();
    for concern in room.concern_facets(i64::MIN, i64::MAX)? {
        let Some(day) = day_of(office, concern.at).filter(|_| concern.kind == matter.kind) else {
            continue;
        };
        let lines = about.remove(&concern.id).unwrap_or_default();
        stream.put(
            Source::Concern(concern.id),
            day,
            "",
            (matter.leaves)(&lines),
        );
    }
    // The oldest first, so that several about one concern are counted where the first of them was written.
    for kept in lines.iter().rev() {
        let own = vec![&kept.line];
        let lines = match kept.line.concern {
            None => own,
            Some(concern) => match about.remove(&concern) {
                Some(lines) if !by_mistake(room, concern)? => lines,
                Some(_) | None => continue,
            },
        };
        let day = registers_day(&kept.line, matter.when).or_else(|| day_of(office, kept.at));
        if let Some(day) = day {
            stream.put(
                Source::Register(matter.register),
                day,
                "",
                (matter.leaves)(&lines),
            );
        }
    }
    Ok(stream)
}

/// Whether a concern was recorded by mistake. One that is not in this room says nothing of that.
fn by_mistake(room: &Room, concern: ConcernId) -> Result<bool, Fault> {
    match room.concern_line(concern) {
        Ok(line) => Ok(line.status == ERROR),
        Err(vault::VaultError::NotFound) => Ok(false),
        Err(other) => Err(other.into()),
    }
}
