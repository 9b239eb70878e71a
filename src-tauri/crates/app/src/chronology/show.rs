//! A pupil's chronology for the window. Its concerns come from the lists; each is opened only for what was done about it.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use vault::ask::ChronologyLine;

use super::done::done_about;
use super::filter::Wanted;
use super::gather::{everything, letters_of};
use super::item::{in_one_line, of_concern, of_milestone, of_step, with_detail};
use super::milestone::{Milestone, milestones};
use crate::casework::CaseStep;
use crate::concern::late;
use crate::pupil::Whole;
use crate::wire::{
    Choice, ChronologyFilter, ChronologyItem, ChronologyView, Fault, OtherChild, StripMark,
};
use crate::{Office, say, words};

/// The longest file of which what was done is read without being asked for, in concerns: each is opened and checked for it.
const MOST_READ_AT_ONCE: usize = 120;

/// Something that stands in the chronology.
enum Thing {
    Concern(RoomKind, Box<ChronologyLine>),
    Milestone(Milestone),
    /// A step of a concern, and why it is marked.
    Step(
        RoomKind,
        Rc<ChronologyLine>,
        Box<(CaseStep, Option<String>)>,
    ),
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

    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let marked = all.iter().filter(|(_, concern)| concern.line.significant);
    let significant = count(marked.count());
    let categories = categories(&all);
    let wanted_steps = filter.summary || (!filter.no_steps && !filter.no_concerns);
    let without_steps =
        wanted_steps && !filter.summary && !filter.every_step && all.len() > MOST_READ_AT_ONCE;
    let steps = match wanted_steps && !without_steps {
        true => steps_of(office, &all, &whole, &filter)?,
        false => Vec::new(),
    };
    let things = in_order(office, all, milestones, steps);
    let strip = things.iter().rev();
    let strip = strip.filter_map(|(at, thing)| mark(*at, thing)).collect();
    let items = things
        .iter()
        .enumerate()
        .filter_map(|(place, (at, thing))| match thing {
            Thing::Concern(kind, concern) => wanted
                .concern(office, *kind, concern, at.date_naive())
                .then(|| {
                    let item = of_concern(office, *kind, concern, *at, &letters, filter.names);
                    // A summary has the words only of what is marked; that there was a concern it says of every one.
                    match filter.summary && !concern.line.significant {
                        true => in_one_line(item, &concern.line.category),
                        false => item,
                    }
                }),
            Thing::Milestone(milestone) => wanted
                .milestone(milestone)
                .then(|| of_milestone(milestone, *at, &letters, filter.names)),
            Thing::Step(kind, concern, said) => {
                let (step, why) = said.as_ref();
                wanted
                    .step(*kind, concern, at.date_naive(), why.is_some())
                    .then(|| {
                        let said = (step, why.as_deref());
                        let shown = of_step(office, *kind, concern, said, &letters, filter.names);
                        let shown = ChronologyItem {
                            // What cannot be marked has no entry to be told by.
                            step: shown.step.or_else(|| Some(format!("step-{place}"))),
                            ..shown
                        };
                        match filter.summary {
                            true => shown,
                            false => with_detail(shown, concern, step, &letters, filter.names),
                        }
                    })
            }
        })
        .collect();
    Ok(ChronologyView {
        items,
        strip,
        without_steps,
        concerns: count(concerns),
        milestones: count(milestone_count),
        late: count(late),
        significant,
        categories,
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
    steps: Vec<(i64, Thing, DateTime<Tz>)>,
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
    things.extend(steps.into_iter().map(|(row, thing, at)| (at, row, thing)));
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

fn mark(at: DateTime<Tz>, thing: &Thing) -> Option<StripMark> {
    if matches!(thing, Thing::Step(..)) {
        return None;
    }
    Some(StripMark {
        date: at.format("%Y-%m-%d").to_string(),
        milestone: matches!(thing, Thing::Milestone(_)),
        danger: matches!(thing, Thing::Concern(_, concern) if concern.line.urgency == "immediate"),
    })
}

/// What was done about each concern; of a summary the steps that it has. Each is read and checked for it.
fn steps_of(
    office: &Office,
    all: &[(RoomKind, ChronologyLine)],
    whole: &Whole,
    filter: &ChronologyFilter,
) -> Result<Vec<(i64, Thing, DateTime<Tz>)>, Fault> {
    let mut found = Vec::new();
    let ids: Vec<PupilId> = whole.records().collect();
    for (kind, line) in all {
        let room = office.room(*kind).ok_or_else(Fault::stopped)?;
        let shared = Rc::new(line.clone());
        for (step, why) in done_about(office, (*kind, room), line, filter.summary) {
            // Whoever asked for the names reads what belongs to the others too.
            let step = match filter.names {
                true => step,
                false => step.in_file_of(&ids),
            };
            let said = (step, why);
            let at = said.0.at.with_timezone(&office.around.zone);
            let thing = Thing::Step(*kind, Rc::clone(&shared), Box::new(said));
            found.push((line.line.row, thing, at));
        }
    }
    Ok(found)
}

/// The first categories of a file's concerns, by name.
fn categories(all: &[(RoomKind, ChronologyLine)]) -> Vec<Choice> {
    let ids: BTreeSet<&str> = all
        .iter()
        .map(|(_, concern)| concern.line.category.as_str())
        .filter(|id| !id.is_empty())
        .collect();
    let mut found: Vec<Choice> = ids
        .into_iter()
        .map(|id| Choice {
            id: id.to_owned(),
            title: words::category(id),
            detail: String::new(),
        })
        .collect();
    found.sort_by(|one, other| one.title.cmp(&other.title));
    found
}
