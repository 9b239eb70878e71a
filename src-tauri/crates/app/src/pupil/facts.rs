//! Pupils with every name apart, for the command line, and finding one by number.

use domain::id::PupilId;
use domain::pupil::Facts;
use domain::room::Room as RoomKind;
use serde::Serialize;

use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, hide_words};

/// A pupil as they are known now. Days are `2014-03-09`.
#[derive(Clone, Serialize)]
pub struct PupilFacts {
    /// Id.
    pub id: String,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Surname in law.
    pub legal_surname: String,
    /// First name in law.
    pub legal_forename: String,
    /// First name used.
    pub preferred_forename: Option<String>,
    /// Surname used.
    pub preferred_surname: Option<String>,
    /// Date of birth.
    pub date_of_birth: Option<String>,
    /// Year group.
    pub year: Option<String>,
    /// Class.
    pub class: Option<String>,
    /// Status flags that hold today (vocabulary `child_status`).
    pub flags: Vec<String>,
    /// The day they left.
    pub left_on: Option<String>,
}

hide_words!(PupilFacts);

/// Pupils in the order of a register: those on the roll, and with `left` those who have left after them.
pub fn pupil_facts(office: &Office, left: bool) -> Result<Vec<PupilFacts>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let today = office.around.local().date_naive();
    let (gone, here): (Vec<_>, Vec<_>) = room
        .all_pupils()?
        .into_iter()
        .partition(|line| line.facts.left_on.is_some_and(|day| day <= today));
    let gone = gone.into_iter().filter(|_| left);
    Ok(here
        .into_iter()
        .chain(gone)
        .map(|line| facts(&line.id.to_string(), line.facts, today))
        .collect())
}

fn facts(id: &str, known: Facts, today: chrono::NaiveDate) -> PupilFacts {
    PupilFacts {
        id: id.to_owned(),
        flags: known
            .flags_on(today)
            .map(|flag| flag.flag.clone())
            .collect(),
        upn: known.upn,
        legal_surname: known.legal_surname,
        legal_forename: known.legal_forename,
        preferred_forename: known.preferred_forename,
        preferred_surname: known.preferred_surname,
        date_of_birth: known.date_of_birth.map(|day| day.to_string()),
        year: known.year,
        class: known.class,
        left_on: known.left_on.map(|day| day.to_string()),
    }
}

/// The id of a pupil from their id or their unique pupil number, where this person may read the list.
pub fn pupil_id(office: &Office, id_or_upn: &str) -> Result<Option<String>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let wanted = id_or_upn.trim();
    if let Ok(id) = wanted.parse::<PupilId>() {
        return Ok(office.pupil_facts(id)?.map(|_| id.to_string()));
    }
    let found = room.pupil_with_upn(&wanted.to_uppercase())?;
    Ok(found.map(|id| id.to_string()))
}
