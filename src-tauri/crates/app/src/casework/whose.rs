//! Whose behaviour a response was made to, where a concern names several people: a sanction must not be read as everybody's.

use domain::case::Whose;
use domain::concern::{Concern, PersonIn};
use domain::id::{ConcernId, PupilId};

use super::marks::pupils_of;
use super::read::Problems;
use crate::wire::{Choice, Fault};
use crate::{Office, words};

/// What is chosen where nobody could say.
const NOT_KNOWN: &str = "not-known";

/// Everybody whom it names, by what is chosen for them, each once.
fn everybody(known: &Concern) -> Vec<(String, &PersonIn)> {
    let people = known
        .current()
        .map(|version| version.content.people.as_slice());
    let mut all: Vec<(String, &PersonIn)> = Vec::new();
    for person in people.unwrap_or_default() {
        let id = match (person.pupil, person.adult) {
            (Some(pupil), _) => pupil.to_string(),
            (None, Some(adult)) => adult.to_string(),
            (None, None) => person.name.clone(),
        };
        if !id.is_empty() && !all.iter().any(|(known, _)| *known == id) {
            all.push((id, person));
        }
    }
    all
}

/// What there is to choose from; nothing where it names one person alone.
fn choices(known: &Concern) -> Vec<Choice> {
    let all = everybody(known);
    if all.len() < 2 {
        return Vec::new();
    }
    let mut choices: Vec<Choice> = all
        .into_iter()
        .map(|(id, person)| Choice {
            id,
            title: person.name.clone(),
            detail: match person.role.as_str() {
                "" => String::new(),
                role => words::term("person_role_in_incident", role),
            },
        })
        .collect();
    choices.push(Choice {
        id: NOT_KNOWN.to_owned(),
        title: "None of them, or not known".to_owned(),
        detail: String::new(),
    });
    choices
}

/// Whose behaviour a response to a concern may be to; nothing where it names one person alone.
pub fn whose(office: &Office, concern: &str) -> Result<Vec<Choice>, Fault> {
    let id: ConcernId = concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    Ok(choices(&known))
}

/// Reads what was chosen. Where it names several, somebody must be.
pub(super) fn read(problems: &mut Problems, known: &Concern, chosen: &str) -> Option<Whose> {
    let all = everybody(known);
    if all.len() < 2 {
        return None;
    }
    if chosen == NOT_KNOWN {
        return Some(Whose::NotKnown);
    }
    let Some((_, person)) = all.into_iter().find(|(id, _)| id == chosen) else {
        problems.say("whose", "Choose whose behaviour it was");
        return None;
    };
    Some(match person.pupil {
        Some(pupil) => Whose::Pupil(pupil),
        None => Whose::Named(person.name.clone()),
    })
}

/// The name that a concern has for one of its pupils now.
pub(super) fn name(concern: &Concern, pupil: PupilId) -> String {
    let people = pupils_of(concern);
    let name = people.into_iter().find(|(id, _)| *id == pupil);
    name.map_or_else(
        || "a pupil who is not named any more".to_owned(),
        |(_, name)| name,
    )
}
