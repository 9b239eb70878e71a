//! Who belongs to the invented pupils: mothers, social workers, brothers and sisters.

use domain::id::{AdultId, PupilId};
use domain::person::{Adult, RECORDED, Reach};
use domain::pupil::{Facts, TIED, Tie};
use domain::room::Room as RoomKind;
use vault::NewEntry;

use super::pupils::{chunks, id};
use crate::Office;
use crate::wire::Fault;

/// First names of mothers, one for each pupil who has a flag.
const MOTHERS: &[&str] = &[
    "Folake",
    "Joanne",
    "Samina",
    "Agnieszka",
    "Michelle",
    "Thu",
    "Gulsen",
    "Rachel",
    "Nadia",
    "Claire",
    "Precious",
    "Lorna",
    "Elif",
    "Ruxandra",
    "Hannah",
    "Amina",
    "Bethan",
    "Oluchi",
    "Siobhan",
    "Marta",
];
/// Social workers of the invented local authority.
const WORKERS: &[&str] = &["Owen Bright", "Dawn Ferris", "Imran Qureshi"];
/// Flags with which a child has a social worker.
const WITH_WORKER: &[&str] = &["cin", "cp", "lac", "s47", "has-sw"];

/// Writes who belongs to the pupils who have a flag: enough to look at, little enough to read.
pub(super) fn write_around(office: &mut Office, pupils: &[(PupilId, Facts)]) -> Result<(), Fault> {
    let mut entries = Vec::new();
    let mut workers = Vec::new();
    for (place, name) in WORKERS.iter().enumerate() {
        let adult = Adult {
            name: (*name).to_owned(),
            kind: "professional".to_owned(),
            organisation: "Marlowe children\u{2019}s services".to_owned(),
            post: "Social worker".to_owned(),
            reach: vec![phone(format!("01632 96010{place}"))],
            ..Adult::default()
        };
        workers.push(record(office, &mut entries, &adult));
    }
    let flagged = pupils
        .iter()
        .filter(|(_, facts)| !facts.flags.is_empty() && facts.left_on.is_none());
    for (place, ((pupil, facts), mother)) in flagged.zip(MOTHERS).enumerate() {
        let adult = Adult {
            name: format!("{mother} {}", facts.legal_surname),
            kind: "parent-carer".to_owned(),
            reach: vec![phone(format!("07700 9001{place:02}"))],
            ..Adult::default()
        };
        let mother = record(office, &mut entries, &adult);
        entries.push(tie(
            *pupil,
            Tie {
                adult: Some(mother),
                relation: "mother".to_owned(),
                responsibility: "yes".to_owned(),
                lives_with: "yes".to_owned(),
                rank: Some(1),
                ring: "yes".to_owned(),
                ..Tie::default()
            },
        ));
        let known = |flag: &domain::pupil::Flag| WITH_WORKER.contains(&flag.flag.as_str());
        if let Some(flag) = facts.flags.iter().find(|flag| known(flag)) {
            entries.push(tie(
                *pupil,
                Tie {
                    adult: workers.get(place % workers.len().max(1)).copied(),
                    relation: "social-worker".to_owned(),
                    from: flag.from,
                    ..Tie::default()
                },
            ));
        }
        let sibling = pupils
            .iter()
            .find(|(other, theirs)| other != pupil && theirs.legal_surname == facts.legal_surname);
        if let Some((other, _)) = sibling {
            entries.push(tie(
                *pupil,
                Tie {
                    pupil: Some(*other),
                    relation: "sibling".to_owned(),
                    lives_with: "yes".to_owned(),
                    ..Tie::default()
                },
            ));
        }
    }
    for chunk in chunks(entries) {
        office.write(RoomKind::Pupils, chunk)?;
    }
    Ok(())
}

fn phone(number: String) -> Reach {
    Reach {
        way: "phone".to_owned(),
        value: number,
        note: String::new(),
    }
}

fn record(office: &mut Office, entries: &mut Vec<NewEntry>, adult: &Adult) -> AdultId {
    let place = AdultId(id(office));
    entries.push(crate::person::entry(RECORDED, place, Vec::new(), adult, ""));
    place
}

fn tie(pupil: PupilId, tie: Tie) -> NewEntry {
    NewEntry {
        kind: TIED,
        subjects: std::iter::once(pupil.0).chain(tie.whom()).collect(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![tie.to_part()],
        blobs: Vec::new(),
    }
}
