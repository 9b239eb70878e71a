//! One pupil in full.

use domain::id::PupilId;
use domain::room::Room as RoomKind;

use crate::concern::seal;
use crate::office::not_a_member;
use crate::wire::{Differing, Disagreement, Elsewhere, Fault, FlagView, PupilNames, PupilView};
use crate::{Office, words};

/// Opens a pupil. Every entry about them is verified as it is read, and that they were opened is kept.
pub fn pupil(office: &mut Office, id: &str) -> Result<PupilView, Fault> {
    let id: PupilId = id
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    office.note_look(RoomKind::Pupils, "pupil", Some(id.to_string()), None);
    let whole = office.whole_pupil(id)?;
    let (id, known, facts) = (whole.id, &whole.pupil, &whole.facts);
    let current = known.current().ok_or_else(Fault::stopped)?;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    Ok(PupilView {
        row: super::list::facts_row(office, &id.to_string(), facts, None),
        names: PupilNames {
            legal_surname: facts.legal_surname.clone(),
            legal_forename: facts.legal_forename.clone(),
            preferred_forename: facts.preferred_forename.clone(),
            preferred_surname: facts.preferred_surname.clone(),
            middle_names: facts.middle_names.clone(),
            former_names: facts.former_names.clone(),
        },
        form: super::save::form(&id.to_string(), &current.facts),
        sex: facts.sex.clone(),
        site: facts.site.clone(),
        admitted: day(facts.admitted),
        left_on: day(facts.left_on),
        flags: facts
            .flags
            .iter()
            .map(|flag| FlagView {
                flag: flag.flag.clone(),
                title: words::term("child_status", &flag.flag),
                from: day(flag.from),
                to: day(flag.to),
                source: flag.source.clone(),
            })
            .collect(),
        elsewhere: facts
            .elsewhere
            .iter()
            .map(|place| Elsewhere {
                how: place.how.clone(),
                place: place.place.clone(),
                note: place.note.clone(),
                from: day(place.from),
                to: day(place.to),
            })
            .collect(),
        joined: crate::twice::joined(office, id)?,
        near: super::around::near(office, &whole)?,
        together: crate::buildup::of_pupil(office, id)?,
        key: super::key_fact::shown(office, known),
        key_before: super::key_fact::shown_before(office, known),
        access: crate::access::requests_of(office, whole.records())?,
        needs_newer: known.needs_newer,
        seal: seal(office, &current.step),
        disagreements: known
            .differing()
            .into_iter()
            .map(|differing| Disagreement {
                label: differing.field.replace('_', " "),
                values: differing
                    .values
                    .iter()
                    .filter_map(|(text, place)| {
                        let version = known.versions.get(*place)?;
                        Some(Differing {
                            text: text.clone(),
                            who: version.step.author.name.clone(),
                            at: office.moment(version.step.written.timestamp_millis()),
                            entry: history::to_hex(&version.step.entry),
                        })
                    })
                    .collect(),
                field: differing.field,
            })
            .collect(),
    })
}
