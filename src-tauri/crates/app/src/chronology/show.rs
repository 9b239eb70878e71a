//! A pupil's chronology for the window. Its concerns come from the lists alone: none is opened for it.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use vault::ask::ChronologyLine;

use super::filter::Wanted;
use super::gather::{everything, letters_of};
use super::item::{of_concern, of_milestone};
use super::milestone::{Milestone, milestones};
use crate::concern::late;
use crate::wire::{ChronologyFilter, ChronologyView, Fault, OtherChild, StripMark};
use crate::{Office, say};

/// Something that stands in the chronology.
enum Thing {
    Concern(RoomKind, Box<ChronologyLine>),
    Milestone(Milestone),
}

/// A pupil's file in the order in which things happened, newest first. That the pupil was opened is kept. Other children
/// are letters; their names are shown only where it was kept that somebody asked for them.
pub fn chronology(
    office: &mut Office,
    pupil: &str,
    filter: ChronologyFilter,
) -> Result<ChronologyView, Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let (id, known, facts) = (whole.id, &whole.pupil, &whole.facts);
    let wanted = Wanted::of(office, id, &filter)?;
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);
    if filter.names {
        office.must_look(
            RoomKind::Pupils,
            "pupil",
            Some(id.to_string()),
            Some("Chronology, with the names of other children".to_owned()),
        )?;
    }
    let (all, _) = everything(office, id)?;
    let letters = letters_of(office, (id, facts), &all);
    let late = all
        .iter()
        .filter(|(_, concern)| late(office, &concern.line).is_some())
        .count();
    let concerns = all.len();
    let milestones = milestones(known, facts, office.around.zone);
    let milestone_count = milestones.len();

    let things = in_order(office, all, milestones);
    let strip = things.iter().rev().map(|(at, thing)| mark(*at, thing));
    let strip = strip.collect();
    let items = things
        .iter()
        .filter_map(|(at, thing)| match thing {
            Thing::Concern(kind, concern) => wanted
                .concern(office, *kind, concern, at.date_naive())
                .then(|| of_concern(office, *kind, concern, *at, &letters, filter.names)),
            Thing::Milestone(milestone) => wanted
                .milestone(milestone)
                .then(|| of_milestone(milestone, *at, &letters, filter.names)),
        })
        .collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(ChronologyView {
        items,
        strip,
        concerns: count(concerns),
        milestones: count(milestone_count),
        late: count(late),
        others: letters
            .others()
            .iter()
            .map(|other| OtherChild {
                letter: other.letter.clone(),
                name: filter.names.then(|| other.name.clone()),
            })
            .collect(),
    })
}

/// Newest first by when it happened; where that is not known, by when it was written. Of one day a milestone is the
/// first thing, because only its day is known.
fn in_order(
    office: &Office,
    concerns: Vec<(RoomKind, ChronologyLine)>,
    milestones: Vec<Milestone>,
) -> Vec<(DateTime<Tz>, Thing)> {
    let zone = office.around.zone;
    let mut things: Vec<(DateTime<Tz>, i64, Thing)> = Vec::new();
    for (kind, concern) in concerns {
        let at = concern.line.occurred.unwrap_or(concern.line.written);
        if let Some(at) = say::at(at, zone) {
            things.push((
                at,
                concern.line.row,
                Thing::Concern(kind, Box::new(concern)),
            ));
        }
    }
    for milestone in milestones {
        if let Some(at) = beginning(milestone.day, zone) {
            let order = i64::MIN + milestone.order;
            things.push((at, order, Thing::Milestone(milestone)));
        }
    }
    things.sort_by_key(|(at, row, _)| Reverse((*at, *row)));
    things
        .into_iter()
        .map(|(at, _, thing)| (at, thing))
        .collect()
}

/// The beginning of a day, also of one that begins at one in the morning.
fn beginning(day: NaiveDate, zone: Tz) -> Option<DateTime<Tz>> {
    crate::concern::start_of(day, zone).and_then(|ms| say::at(ms, zone))
}

fn mark(at: DateTime<Tz>, thing: &Thing) -> StripMark {
    StripMark {
        date: at.format("%Y-%m-%d").to_string(),
        milestone: matches!(thing, Thing::Milestone(_)),
        danger: matches!(thing, Thing::Concern(_, concern) if concern.line.urgency == "immediate"),
    }
}
