//! Whoever is named in the chosen records, and whom the bundle is about.

use std::collections::{BTreeMap, HashMap};

use domain::concern::{Concern, PersonIn};
use domain::id::{ConcernId, PupilId};
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use vault::ask::PersonLine;

use crate::Office;
use crate::chronology::is_child;
use crate::office::not_a_member;
use crate::wire::Fault;

/// Everybody in the chosen records.
pub(super) struct People {
    /// Whoever each of them names, in any version.
    pub(super) named: BTreeMap<ConcernId, Vec<PersonLine>>,
    /// Whoever wrote in each of them.
    pub(super) wrote: BTreeMap<ConcernId, Vec<String>>,
    /// Whoever has an account here, whose names stand in what was done.
    pub(super) accounts: Vec<String>,
    /// The pupils whom the bundle is about.
    pub(super) subjects: Vec<(PupilId, Facts)>,
    /// The record that stands for each record that was joined to another.
    pub(super) standing: HashMap<PupilId, PupilId>,
}

/// Somebody who is on no list and whom the bundle is about.
const NOBODY: PupilId = PupilId([0xff; 16]);

/// Reads them. A bundle is about the pupils it was asked for; one of single concerns is about whoever came to harm in them.
pub(super) fn people(
    office: &Office,
    pupils: &[PupilId],
    concerns: &[Concern],
) -> Result<People, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut all = People {
        named: BTreeMap::new(),
        wrote: BTreeMap::new(),
        accounts: accounts(office)?,
        subjects: Vec::new(),
        standing: office.standing_for()?,
    };
    let mut about: Vec<(PupilId, Facts)> = Vec::new();
    for pupil in pupils {
        // Whoever names a record that was joined means the one that stands for it.
        let whole = office.whole_pupil(*pupil)?;
        about.push((whole.id, whole.facts));
    }
    for concern in concerns {
        let lines = lines_of(concern, &all.standing);
        if pupils.is_empty() {
            for person in harmed(&lines) {
                let subject = subject(office, person)?;
                if !about.contains(&subject) {
                    about.push(subject);
                }
            }
        }
        let authors = concern.versions.iter().map(|version| &version.step.author);
        let brought_in = concern.files.iter().map(|(_, author, _)| author);
        let mut wrote = vec![room.concern_line(concern.id)?.reporter_name];
        wrote.extend(authors.chain(brought_in).map(|author| author.name.clone()));
        wrote.sort();
        wrote.dedup();
        all.wrote.insert(concern.id, wrote);
        all.named.insert(concern.id, lines);
    }
    all.subjects = about;
    Ok(all)
}

/// Names of everybody with an account, closed ones too.
fn accounts(office: &Office) -> Result<Vec<String>, Fault> {
    let sitting = office.sitting()?;
    let people = sitting.directory.people.iter();
    let names = people.map(|person| person.name.clone());
    Ok(names.chain([sitting.opened.card.name.clone()]).collect())
}

/// Whoever a concern names, as each version names them.
fn lines_of(concern: &Concern, standing: &HashMap<PupilId, PupilId>) -> Vec<PersonLine> {
    let mut lines = Vec::new();
    for (place, version) in concern.versions.iter().enumerate() {
        let at = version.step.written.timestamp_millis();
        for person in &version.content.people {
            let line = |name: &str| PersonLine {
                pupil: person
                    .pupil
                    .map(|id| standing.get(&id).copied().unwrap_or(id)),
                name: name.to_owned(),
                before: !concern.heads.contains(&place),
                at,
                ..PersonLine::from(person)
            };
            lines.push(line(&person.name));
            if !said_as(person).is_empty() {
                lines.push(line(said_as(person)));
            }
        }
    }
    lines
}

fn said_as(person: &PersonIn) -> &str {
    person.said_as.trim()
}

/// The pupils who came to harm, or the first who is named.
fn harmed(lines: &[PersonLine]) -> Vec<&PersonLine> {
    let now = || {
        let lines = lines.iter();
        lines.filter(|person| !person.before && is_child(person))
    };
    let harmed: Vec<&PersonLine> = now()
        .filter(|person| matches!(person.role.as_str(), "victim" | "subject"))
        .collect();
    match harmed.is_empty() {
        true => now().take(1).collect(),
        false => harmed,
    }
}

fn subject(office: &Office, person: &PersonLine) -> Result<(PupilId, Facts), Fault> {
    if let Some(id) = person.pupil {
        return Ok((id, office.pupil_facts(id)?.unwrap_or_default()));
    }
    let name = person.name.trim();
    let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
    let facts = Facts {
        legal_forename: given.to_owned(),
        legal_surname: family.to_owned(),
        ..Facts::default()
    };
    Ok((NOBODY, facts))
}
