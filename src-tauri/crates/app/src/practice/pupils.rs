//! The invented pupils.

use domain::id::PupilId;
use domain::pupil::{Facts, Flag, KEY_NOTED, KeyFact};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;

use super::BATCH;
use crate::Office;
use crate::demo::DemoPlan;
use crate::wire::Fault;

/// What must be read first about the first few who have a flag.
const READ_FIRST: &[&str] = &[
    "Do not ring Dad. There is a court order; Mum is the only contact.",
    "Only Mum or Nan may collect. Ask for the password at the door.",
    "Talks more easily walking than sitting. Ask for the key adult.",
    "Carries an inhaler and does not say when it is needed. The office has the spare.",
    "An interpreter is needed for every call home. The number is with the office.",
    "Never alone with the cousin in Year 10. Seating plans follow this.",
];

pub(super) fn write_pupils(
    office: &mut Office,
    plan: &DemoPlan,
) -> Result<Vec<(PupilId, Facts)>, Fault> {
    let mut pupils = Vec::with_capacity(plan.pupils.len());
    let mut entries = Vec::with_capacity(plan.pupils.len());
    for pupil in &plan.pupils {
        let facts = Facts {
            legal_surname: pupil.legal_surname.clone(),
            legal_forename: pupil.legal_forename.clone(),
            middle_names: pupil.middle_names.clone(),
            preferred_forename: pupil.preferred_forename.clone(),
            preferred_surname: pupil.preferred_surname.clone(),
            former_names: pupil.former_names.clone(),
            upn: pupil.upn.clone(),
            date_of_birth: Some(pupil.date_of_birth),
            sex: Some(pupil.sex.clone()),
            year: Some(pupil.year.clone()),
            class: Some(pupil.class.clone()),
            site: Some(pupil.site.clone()),
            admitted: Some(pupil.admitted),
            left_on: pupil.left_on,
            flags: pupil
                .flags
                .iter()
                .map(|flag| Flag {
                    flag: flag.flag.clone(),
                    from: Some(flag.from),
                    to: flag.to,
                    source: Some(flag.source.clone()),
                })
                .collect(),
            elsewhere: Vec::new(),
        };
        let id = PupilId(id(office));
        entries.push(NewEntry {
            kind: domain::pupil::RECORDED,
            subjects: vec![id.0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![facts.to_part()],
            blobs: Vec::new(),
        });
        pupils.push((id, facts));
    }
    let flagged = pupils
        .iter()
        .filter(|(_, facts)| !facts.flags.is_empty() && facts.left_on.is_none());
    for ((id, _), say) in flagged.zip(READ_FIRST) {
        let fact = KeyFact {
            say: (*say).to_owned(),
            review: None,
        };
        entries.push(NewEntry {
            kind: KEY_NOTED,
            subjects: vec![id.0],
            supersedes: Vec::new(),
            happened: None,
            parts: vec![fact.to_part()],
            blobs: Vec::new(),
        });
    }
    for chunk in chunks(entries) {
        office.write(RoomKind::Pupils, chunk)?;
    }
    Ok(pupils)
}

/// Entries in steps of a size that one transaction takes well.
pub(super) fn chunks(entries: Vec<NewEntry>) -> Vec<Vec<NewEntry>> {
    let mut out: Vec<Vec<NewEntry>> = Vec::new();
    for entry in entries {
        match out.last_mut() {
            Some(last) if last.len() < BATCH => last.push(entry),
            _ => out.push(vec![entry]),
        }
    }
    out
}

/// A new random id.
pub(super) fn id(office: &mut Office) -> [u8; 16] {
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    id
}
