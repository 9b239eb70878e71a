//! One adult in full.

use domain::id::AdultId;
use domain::person::{Adult, Person, Version};
use domain::room::Room as RoomKind;

use crate::concern::seal;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{AdultBeside, AdultForm, AdultView, Fault, Reach, TiedPupil};
use crate::{Office, words};

/// How many concerns stand on an adult's page.
const CONCERNS: u32 = 100;

/// Opens an adult. Every entry about them is verified as it is read, and that they were opened is kept.
pub fn adult(office: &mut Office, id: &str) -> Result<AdultView, Fault> {
    need(office, Right::AllPupilRecords)?;
    let id: AdultId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    office.note_look(RoomKind::Pupils, "adult", Some(id.to_string()), None);
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let records = room
        .records_of(id)?
        .into_iter()
        .map(|record| room.adult(record))
        .collect::<Result<Vec<_>, _>>()?;
    let (known, others) = records.split_first().ok_or_else(Fault::stopped)?;
    let current = known.current().ok_or_else(Fault::stopped)?;
    let theirs = others.iter().filter_map(Person::current);
    let facts = &current
        .facts
        .together_with(theirs.map(|version| &version.facts));
    let id = known.id;
    let mut concerns = room.concerns_naming(id, CONCERNS + 1)?;
    let more = concerns.len() > CONCERNS as usize;
    concerns.truncate(CONCERNS as usize);
    Ok(AdultView {
        row: super::list::row(&room.adult_line(id)?, None),
        known: form(id, facts),
        form: form(id, &current.facts),
        joined: crate::twice::joined(office, id)?,
        age: domain::pupil::Facts {
            date_of_birth: facts.date_of_birth,
            ..domain::pupil::Facts::default()
        }
        .age_on(office.around.local().date_naive()),
        pupils: pupils(office, id)?,
        concerns: concerns
            .iter()
            .map(|line| crate::concern::row(office, RoomKind::Pupils, room, line))
            .collect(),
        more,
        beside: records
            .iter()
            .flat_map(Person::beside)
            .map(|version| beside(office, version))
            .collect(),
        needs_newer: records.iter().any(|record| record.needs_newer),
        seal: seal(office, &current.step),
    })
}

/// The form that would write it again.
fn form(id: AdultId, facts: &Adult) -> AdultForm {
    AdultForm {
        id: Some(id.to_string()),
        name: facts.name.clone(),
        also_known: facts.also_known.clone(),
        kind: facts.kind.clone(),
        description: facts.description.clone(),
        organisation: facts.organisation.clone(),
        post: facts.post.clone(),
        date_of_birth: facts.date_of_birth.map(|day| day.to_string()),
        reach: facts
            .reach
            .iter()
            .map(|reach| Reach {
                way: reach.way.clone(),
                value: reach.value.clone(),
                note: reach.note.clone(),
            })
            .collect(),
        note: facts.note.clone(),
        reason: None,
    }
}

/// The pupils on whose pages they stand.
pub(super) fn pupils(office: &Office, id: AdultId) -> Result<Vec<TiedPupil>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut pupils: Vec<TiedPupil> = Vec::new();
    for line in room.ties_naming(id)? {
        let stands = room.stands_for(line.pupil)?;
        let Some(facts) = office.pupil_facts(stands)? else {
            continue;
        };
        let tied = TiedPupil {
            id: stands.to_string(),
            name: facts.name(),
            class: facts.class.unwrap_or_default(),
            relation: crate::pupil::relation(&line.tie.relation),
        };
        // Two records of them may both stand on the page.
        let said = |known: &TiedPupil| known.id == tied.id && known.relation == tied.relation;
        if !pupils.iter().any(said) {
            pupils.push(tied);
        }
    }
    pupils.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(pupils)
}

/// A version that holds beside the one shown, in a few lines.
fn beside(office: &Office, version: &Version) -> AdultBeside {
    let facts = &version.facts;
    let mut lines = vec![
        super::list::called(facts),
        words::term("adult_kind", &facts.kind),
    ];
    lines.extend(facts.also_known.iter().cloned());
    lines.extend([&facts.post, &facts.organisation, &facts.description].map(Clone::clone));
    lines.extend(facts.reach.iter().map(|reach| reach.value.clone()));
    lines.push(facts.note.clone());
    lines.retain(|line| !line.is_empty());
    AdultBeside {
        who: version.step.author.name.clone(),
        at: office.full(version.step.written),
        lines,
    }
}
