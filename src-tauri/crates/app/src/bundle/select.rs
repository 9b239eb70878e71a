//! Which records a bundle holds, and which it does not: nothing is left out in silence.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::concern::Concern;
use domain::evidence::LeftOut;
use domain::id::{ChecklistId, ConcernId, PupilId};
use domain::room::Room as RoomKind;

use super::groups::{Group, grouped};
use crate::chronology::{day_of, everything_in};
use crate::office::not_a_member;
use crate::wire::{BundleSelect, Fault};
use crate::{Office, say};

/// The most concerns of one bundle: more than anybody reads, and no more than one entry can name.
const MOST: usize = 400;

fn too_many() -> Fault {
    Fault::field(
        "from",
        format!(
            "There are more than {MOST} concerns in this choice. Choose days, and make one bundle for each part"
        ),
    )
}

/// What was chosen.
pub(super) struct Chosen {
    /// The pupils, each with the name it is called by in the index.
    pub(super) pupils: Vec<(PupilId, String)>,
    /// Every record of theirs: two of one child stand for one.
    pub(super) records: BTreeSet<PupilId>,
    /// The days asked for.
    pub(super) days: (Option<NaiveDate>, Option<NaiveDate>),
    /// The concerns, in the order of their groups and in which they happened.
    pub(super) concerns: Vec<Concern>,
    /// How they are grouped, where there is more than one pupil.
    pub(super) groups: Vec<Group>,
    /// What does not go, and why.
    pub(super) left_out: Vec<LeftOut>,
    /// Concerns that whoever makes it leaves out.
    pub(super) without: BTreeSet<ConcernId>,
    /// Checklists of these concerns that are not shown.
    pub(super) not_shown: BTreeSet<ChecklistId>,
}

/// Finds them. Only what lies with the pupils' records goes; what else whoever makes it may read is neither in it nor named.
pub(super) fn choose(office: &Office, select: &BundleSelect) -> Result<Chosen, Fault> {
    let missing = || Fault::from(vault::VaultError::NotFound);
    let from = day_of("from", select.from.as_deref())?;
    let to = day_of("to", select.to.as_deref())?;
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(Fault::field(
            "to",
            "\u{201c}To\u{201d} is before \u{201c}From\u{201d}",
        ));
    }
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut ids: BTreeSet<ConcernId> = BTreeSet::new();
    let (mut pupils, mut left_out) = (Vec::new(), Vec::new());
    let mut records: BTreeSet<PupilId> = BTreeSet::new();
    let mut of_each = Vec::new();
    let mut unlinked: BTreeMap<ConcernId, String> = BTreeMap::new();
    let mut outside: BTreeSet<ConcernId> = BTreeSet::new();
    for pupil in &select.pupils {
        let whole = office.whole_pupil(pupil.parse().map_err(|_| missing())?)?;
        let row = crate::pupil::facts_row(office, &whole.id.to_string(), &whole.facts, None);
        if pupils.iter().any(|(id, _)| *id == whole.id) {
            continue;
        }
        let only = Some(RoomKind::Pupils);
        let (all, more) = everything_in(office, whole.id, only)?;
        if more {
            return Err(too_many());
        }
        for (_, line) in &all {
            let at = line.line.occurred.unwrap_or(line.line.written);
            let day = say::at(at, office.around.zone).map(|at| at.date_naive());
            let within = day.is_some_and(|day| {
                from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
            });
            let into = if within { &mut ids } else { &mut outside };
            into.insert(line.line.id);
        }
        for line in crate::chronology::unlinked(office, &whole, only)? {
            unlinked.insert(line.id, line.record_no);
        }
        records.extend(whole.records());
        of_each.push((row.name.clone(), whole.records().collect()));
        pupils.push((whole.id, row.name));
    }
    for concern in &select.concerns {
        let id = concern.parse().map_err(|_| missing())?;
        // One that lies elsewhere is not there for a bundle.
        room.concern_line(id)?;
        ids.insert(id);
    }
    let mut without = BTreeMap::new();
    for one in &select.without {
        let id: ConcernId = one.concern.parse().map_err(|_| missing())?;
        if ids.remove(&id) {
            without.insert(id, one.reason.trim().to_owned());
        }
    }
    for (id, reason) in &without {
        let line = room.concern_line(*id)?;
        left_out.push(LeftOut {
            what: format!("Record of concern {}", line.record_no),
            why: match reason.as_str() {
                "" => "Left out by whoever makes the bundle.".to_owned(),
                reason => format!("Left out by whoever makes the bundle: {reason}"),
            },
            not_held: false,
            elsewhere: false,
        });
    }
    if ids.len() > MOST {
        return Err(too_many());
    }
    unlinked.retain(|id, _| !ids.contains(id) && !without.contains_key(id));
    left_out.extend(unlinked.into_values().map(|number| LeftOut {
        what: format!("Record of concern {number}"),
        why: "It names somebody of this name who is not linked to this pupil.".to_owned(),
        not_held: false,
        elsewhere: false,
    }));
    outside.retain(|id| !ids.contains(id) && !without.contains_key(id));
    let outside = outside.len();
    if outside > 0 {
        let concerns = if outside == 1 {
            "One concern"
        } else {
            "Concerns"
        };
        let many = if outside == 1 {
            String::new()
        } else {
            format!(": {outside}")
        };
        left_out.push(LeftOut {
            what: format!("{concerns} outside the days asked for{many}"),
            why: "They were not asked for.".to_owned(),
            not_held: false,
            elsewhere: false,
        });
    }
    let mut concerns = ids
        .into_iter()
        .map(|id| Ok((room.concern_line(id)?, room.concern(id)?)))
        .collect::<Result<Vec<_>, Fault>>()?;
    concerns.sort_by_key(|(line, _)| {
        let happened = line.occurred.unwrap_or(line.written);
        (happened, line.written, line.id)
    });
    if concerns.is_empty() {
        return Err(Fault::field(
            "select",
            "There is no concern in this choice, so there is nothing to make a bundle of",
        ));
    }
    let concerns = concerns.into_iter().map(|(_, concern)| concern).collect();
    let (concerns, groups) = grouped(&of_each, concerns);
    Ok(Chosen {
        pupils,
        records,
        days: (from, to),
        concerns,
        groups,
        left_out,
        without: without.into_keys().collect(),
        not_shown: BTreeSet::new(),
    })
}
