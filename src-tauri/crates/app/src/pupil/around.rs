//! Everybody around a pupil: family and household, other children, other agencies.

use std::collections::BTreeSet;

use domain::id::{AdultId, PupilId};
use domain::pupil::{Stated, Tie};
use domain::room::Room as RoomKind;
use vault::Room;

use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{AlsoTied, AroundView, Fault, KeyFactBefore, Reach, TieView};
use crate::{Office, say, words};

use super::whole::Whole;

/// The most children who are offered as perhaps of the same household.
const PERHAPS: usize = 12;

/// Everybody who belongs to a pupil. That the pupil was opened is kept.
pub fn around(office: &mut Office, pupil: &str) -> Result<AroundView, Fault> {
    need(office, Right::AllPupilRecords)?;
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);
    everybody_around(office, id)
}

/// The same for somebody who has the pupil's page open already.
pub(crate) fn everybody_around(office: &Office, id: PupilId) -> Result<AroundView, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let whole = office.whole_pupil(id)?;
    let mut all: Vec<TieView> = Vec::new();
    for tie in whole.pupil.tied() {
        all.extend(of_own(office, room, whole.id, tie)?);
    }
    all.extend(of_others(office, room, &whole)?);
    all.sort_by(|one, other| {
        let order = |tie: &TieView| (tie.rank.unwrap_or(u8::MAX), tie.name.clone());
        order(one).cmp(&order(other))
    });
    let perhaps = perhaps(office, room, &whole, &all)?;
    let (children, adults): (Vec<_>, Vec<_>) = all.into_iter().partition(|tie| tie.child.is_some());
    let (agencies, family) = adults
        .into_iter()
        .partition(|tie| words::is_term("agency_relation", &tie.relation));
    Ok(AroundView {
        row: super::list::facts_row(office, &whole.id.to_string(), &whole.facts, None),
        family,
        children,
        agencies,
        perhaps,
        before: before(office, room, &whole)?,
    })
}

/// Whom the page of a pupil names at its head: the social worker, and whoever is rung first.
pub(super) fn near(office: &Office, whole: &Whole) -> Result<Vec<String>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut near = Vec::new();
    for tie in whole.pupil.tied() {
        // The head of the page is read in a hurry: who must not be rung without asking is not named there.
        let rung = !matches!(tie.what.ring.as_str(), "no" | "ask");
        let first = tie.what.rank == Some(1) && rung;
        if let Some(adult) = tie.what.adult
            && (first || (rung && tie.what.relation == "social-worker"))
        {
            let row = crate::person::row(&room.adult_line(adult)?, None);
            near.push((!first, relation(&tie.what.relation), first, row.name));
        }
    }
    near.sort();
    // Two records of one adult may both be said to be rung first.
    near.dedup();
    Ok(near
        .into_iter()
        .map(|(_, relation, first, name)| match first {
            true => format!("Ring first: {name} ({})", relation.to_lowercase()),
            false => format!("{relation}: {name}"),
        })
        .collect())
}

/// What somebody is to a pupil, in words.
pub(crate) fn relation(id: &str) -> String {
    for vocabulary in ["family_relation", "agency_relation"] {
        if words::is_term(vocabulary, id) {
            return words::term(vocabulary, id);
        }
    }
    id.to_owned()
}

/// Somebody who stands on the pupil's own page; nobody where it is the child themselves under another record.
fn of_own(
    office: &Office,
    room: &Room,
    own: PupilId,
    said: &Stated<Tie>,
) -> Result<Option<TieView>, Fault> {
    let whom = match said.what.pupil {
        Some(child) => match room.stands_for(child)? {
            child if child == own => return Ok(None),
            child => Whom::Child(child),
        },
        None => match said.what.adult {
            Some(adult) => Whom::Adult(room.stands_for(adult)?),
            None => return Ok(None),
        },
    };
    view(office, room, own, said, whom).map(Some)
}

/// Children on whose pages this one stands.
fn of_others(office: &Office, room: &Room, whole: &Whole) -> Result<Vec<TieView>, Fault> {
    let mut found = Vec::new();
    for record in whole.records() {
        for line in room.ties_naming_pupil(record)? {
            let other = room.pupil(line.pupil)?;
            let stands = room.stands_for(line.pupil)?;
            let said = other.tied().find(|tie| tie.step.entry == line.entry);
            if let (Some(said), true) = (said, stands != whole.id) {
                found.push(view(office, room, line.pupil, said, Whom::Child(stands))?);
            }
        }
    }
    Ok(found)
}

enum Whom {
    Adult(AdultId),
    Child(PupilId),
}

fn view(
    office: &Office,
    room: &Room,
    page: PupilId,
    said: &Stated<Tie>,
    whom: Whom,
) -> Result<TieView, Fault> {
    let (name, detail, reach) = match whom {
        Whom::Adult(id) => {
            let line = room.adult_line(id)?;
            let row = crate::person::row(&line, None);
            let reach = line.facts.reach.iter().map(|reach| Reach {
                way: reach.way.clone(),
                value: reach.value.clone(),
                note: reach.note.clone(),
            });
            (row.name, row.detail, reach.collect())
        }
        Whom::Child(id) => {
            let facts = office.pupil_facts(id)?.unwrap_or_default();
            let row = super::list::facts_row(office, &id.to_string(), &facts, None);
            let age = row.age.map(|age| format!("{age} years"));
            let left = row.left.then(|| "has left".to_owned());
            let class = Some(row.class).filter(|class| !class.is_empty());
            let detail: Vec<String> = [class, age, left].into_iter().flatten().collect();
            (row.name, detail.join(", "), Vec::new())
        }
    };
    let tie = &said.what;
    let written = said.step.written.with_timezone(&office.around.zone);
    Ok(TieView {
        entry: history::to_hex(&said.step.entry),
        pupil: page.to_string(),
        adult: match whom {
            Whom::Adult(id) => Some(id.to_string()),
            Whom::Child(_) => None,
        },
        child: match whom {
            Whom::Child(id) => Some(id.to_string()),
            Whom::Adult(_) => None,
        },
        name,
        detail,
        relation_title: relation(&tie.relation),
        relation: tie.relation.clone(),
        responsibility: tie.responsibility.clone(),
        lives_with: tie.lives_with.clone(),
        rank: tie.rank,
        ring: tie.ring.clone(),
        note: tie.note.clone(),
        from: tie.from.map(|day| day.to_string()),
        reach,
        who: said.step.author.name.clone(),
        day: say::date(written.date_naive(), office.this_year()),
    })
}

/// Other children on whose pages an adult of this one's family stands, and who are not tied to this one yet.
fn perhaps(
    office: &Office,
    room: &Room,
    whole: &Whole,
    all: &[TieView],
) -> Result<Vec<AlsoTied>, Fault> {
    let mut known: BTreeSet<String> = all.iter().filter_map(|tie| tie.child.clone()).collect();
    known.extend(whole.records().map(|id| id.to_string()));
    let family = all
        .iter()
        .filter(|tie| words::is_term("family_relation", &tie.relation));
    let mut found = Vec::new();
    for tie in family {
        let Some(adult) = tie.adult.as_deref().and_then(|id| id.parse().ok()) else {
            continue;
        };
        for line in room.ties_naming(adult)? {
            let child = room.stands_for(line.pupil)?;
            if found.len() < PERHAPS && known.insert(child.to_string()) {
                let facts = office.pupil_facts(child)?.unwrap_or_default();
                found.push(AlsoTied {
                    child: child.to_string(),
                    name: facts.name(),
                    through: tie.name.clone(),
                });
            }
        }
    }
    Ok(found)
}

/// Who once belonged to them, or how it stood before, the newest end first.
fn before(office: &Office, room: &Room, whole: &Whole) -> Result<Vec<KeyFactBefore>, Fault> {
    let mut ended: Vec<_> = whole
        .pupil
        .ties
        .iter()
        .flat_map(|tie| tie.ended.iter().map(move |end| (tie, end)))
        .collect();
    ended.sort_by_key(|(_, end)| std::cmp::Reverse(end.step.written));
    ended
        .into_iter()
        .map(|(tie, end)| {
            let name = match (tie.what.adult, tie.what.pupil) {
                (Some(adult), _) => crate::person::row(&room.adult_line(adult)?, None).name,
                (None, Some(child)) => office.pupil_facts(child)?.unwrap_or_default().name(),
                (None, None) => String::new(),
            };
            let mut say = format!("{name}, {}", relation(&tie.what.relation).to_lowercase());
            if !tie.what.note.is_empty() {
                say.push_str(&format!(". {}", tie.what.note));
            }
            Ok(KeyFactBefore {
                entry: history::to_hex(&end.step.entry),
                say,
                who: tie.step.author.name.clone(),
                at: office.full(tie.step.written),
                ended_by: end.step.author.name.clone(),
                ended_at: office.full(end.step.written),
                replaced: end.replaced,
                reason: end.reason.clone(),
            })
        })
        .collect()
}
