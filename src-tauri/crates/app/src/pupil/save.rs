//! Adding a pupil by hand, and correcting one.

use chrono::NaiveDate;
use domain::id::PupilId;
use domain::pupil::{AMENDED, Elsewhere, Facts, Flag, PART_REASON, RECORDED, Upn};
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use zeroize::Zeroizing;

use crate::Office;
use crate::office::create_refuse as refuse;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Done, Fault, Problem, PupilForm, Topic};

/// Saves a pupil: a new one, or a new version of one that is there. Gives the pupil's id.
pub fn save_pupil(office: &mut Office, form: PupilForm) -> Result<Done<String>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let facts = read(office, &form)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let known = match form.id.as_deref().filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => {
            let id: PupilId = id
                .parse()
                .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
            Some((id, room.pupil(id)?))
        }
    };
    if let Some(upn) = &facts.upn
        && let Some(other) = room.pupil_with_upn(upn)?
        && !known.as_ref().is_some_and(|(id, _)| {
            let records = room.records_of(*id);
            records.is_ok_and(|records| records.contains(&other))
        })
    {
        return Err(Fault::field(
            "upn",
            "Another pupil has this number already. Look for them under Pupils",
        ));
    }
    let (id, entry) = match known {
        None => {
            let mut id = [0; 16];
            office.around.rng.fill_bytes(&mut id);
            (
                PupilId(id),
                entry(RECORDED, PupilId(id), Vec::new(), &facts, None),
            )
        }
        Some((id, pupil)) => {
            if pupil
                .current()
                .is_some_and(|current| current.facts == facts)
                && pupil.heads.len() == 1
            {
                return Ok(Done {
                    value: id.to_string(),
                    touched: Vec::new(),
                });
            }
            (
                id,
                entry(
                    AMENDED,
                    id,
                    pupil.head_entries(),
                    &facts,
                    form.reason.as_deref(),
                ),
            )
        }
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(Done {
        value: id.to_string(),
        touched: vec![Topic::Pupils],
    })
}

/// An entry that records a pupil or news of one.
pub(super) fn entry(
    kind: &'static str,
    id: PupilId,
    supersedes: Vec<[u8; 32]>,
    facts: &Facts,
    reason: Option<&str>,
) -> NewEntry {
    let mut parts = vec![facts.to_part()];
    if let Some(reason) = reason.map(str::trim).filter(|reason| !reason.is_empty()) {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    NewEntry {
        kind,
        subjects: vec![id.0],
        supersedes,
        happened: None,
        parts,
        blobs: Vec::new(),
    }
}

fn read(office: &Office, form: &PupilForm) -> Result<Facts, Fault> {
    let today = office.around.local().date_naive();
    let mut problems = Vec::new();
    let mut say = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        })
    };
    let text = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let mut day = |field: &str, value: &Option<String>| -> Option<NaiveDate> {
        let value = text(value)?;
        let read = value.parse().ok();
        if read.is_none() {
            say(field, "We could not read that as a day. Try: 2014-03-09");
        }
        read
    };
    let date_of_birth = day("date_of_birth", &form.date_of_birth);
    let admitted = day("admitted", &form.admitted);
    let left_on = day("left_on", &form.left_on);
    let flags: Vec<Flag> = form
        .flags
        .iter()
        .filter(|flag| !flag.flag.is_empty())
        .map(|flag| Flag {
            flag: flag.flag.clone(),
            from: day("flags", &flag.from),
            to: day("flags", &flag.to),
            source: text(&flag.source),
        })
        .collect();
    let elsewhere: Vec<Elsewhere> = form
        .elsewhere
        .iter()
        .filter(|place| !place.how.is_empty() || !place.place.trim().is_empty())
        .map(|place| Elsewhere {
            how: place.how.clone(),
            place: place.place.trim().to_owned(),
            note: place.note.trim().to_owned(),
            from: day("elsewhere", &place.from),
            to: day("elsewhere", &place.to),
        })
        .collect();
    if elsewhere
        .iter()
        .any(|place| place.how.is_empty() || place.place.is_empty())
    {
        say("elsewhere", "Say how, and at which school or place");
    }
    if form.legal_surname.trim().is_empty() && form.legal_forename.trim().is_empty() {
        say("legal_surname", "Write at least one name");
    }
    if date_of_birth.is_some_and(|born| born > today) {
        say(
            "date_of_birth",
            "This is in the future. When were they born?",
        );
    }
    if let (Some(admitted), Some(left)) = (admitted, left_on)
        && left < admitted
    {
        say("left_on", "They left before they came. Which is right?");
    }
    if elsewhere
        .iter()
        .any(|place| matches!((place.from, place.to), (Some(from), Some(to)) if to < from))
    {
        say("elsewhere", "This ends before it begins. Which is right?");
    }
    if flags
        .iter()
        .any(|flag| matches!((flag.from, flag.to), (Some(from), Some(to)) if to < from))
    {
        say("flags", "A status ends before it begins. Which is right?");
    }
    let upn = match text(&form.upn).map(|upn| Upn::new(&upn)) {
        None => None,
        Some(Ok(upn)) => Some(upn.as_str().to_owned()),
        Some(Err(_)) => {
            say(
                "upn",
                "A UPN is a letter, eleven digits, and a digit or letter",
            );
            None
        }
    };
    refuse(problems)?;
    Ok(Facts {
        legal_surname: form.legal_surname.trim().to_owned(),
        legal_forename: form.legal_forename.trim().to_owned(),
        middle_names: text(&form.middle_names),
        preferred_forename: text(&form.preferred_forename),
        preferred_surname: text(&form.preferred_surname),
        former_names: form
            .former_names
            .iter()
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        upn,
        date_of_birth,
        sex: text(&form.sex),
        year: text(&form.year),
        class: text(&form.class),
        site: text(&form.site),
        admitted,
        left_on,
        flags,
        elsewhere,
    })
}

/// The form that would write a version again.
pub(super) fn form(id: &str, facts: &Facts) -> PupilForm {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    PupilForm {
        id: Some(id.to_owned()),
        legal_surname: facts.legal_surname.clone(),
        legal_forename: facts.legal_forename.clone(),
        middle_names: facts.middle_names.clone(),
        preferred_forename: facts.preferred_forename.clone(),
        preferred_surname: facts.preferred_surname.clone(),
        former_names: facts.former_names.clone(),
        upn: facts.upn.clone(),
        date_of_birth: day(facts.date_of_birth),
        sex: facts.sex.clone(),
        year: facts.year.clone(),
        class: facts.class.clone(),
        site: facts.site.clone(),
        admitted: day(facts.admitted),
        left_on: day(facts.left_on),
        flags: facts
            .flags
            .iter()
            .map(|flag| crate::wire::FlagForm {
                flag: flag.flag.clone(),
                from: day(flag.from),
                to: day(flag.to),
                source: flag.source.clone(),
            })
            .collect(),
        elsewhere: facts
            .elsewhere
            .iter()
            .map(|place| crate::wire::Elsewhere {
                how: place.how.clone(),
                place: place.place.clone(),
                note: place.note.clone(),
                from: day(place.from),
                to: day(place.to),
            })
            .collect(),
        reason: None,
    }
}
