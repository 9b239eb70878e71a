//! What is held about a pupil among the pupils' records: each thing is to be decided of.

use std::collections::BTreeSet;

use domain::access::Item;
use domain::concern::Concern;
use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;

use super::may;
use crate::file::is_hidden;
use crate::wire::Fault;
use crate::{Office, say};

/// Something held.
pub(super) struct Held {
    /// Which.
    pub(super) item: Item,
    /// As papers name it: by its number and day, with nothing of what it says.
    pub(super) what: String,
    /// What a person knows it by.
    pub(super) detail: String,
    /// When it happened, milliseconds.
    pub(super) at: Option<i64>,
    /// The concern it is, or belongs to.
    pub(super) concern: Option<ConcernId>,
    /// It names somebody who is called so, and does not say that it is this pupil.
    pub(super) may_belong: bool,
    /// It was put out of sight.
    pub(super) hidden: bool,
    /// In what state it stands.
    pub(super) state: String,
    /// The last entry of it.
    pub(super) last: String,
    /// SHA-256 of a file.
    pub(super) sha256: String,
    /// Others whom its people field names.
    pub(super) others: Vec<String>,
}

/// Everything held, in the order in which it happened, and what is not among it.
pub(super) struct AllHeld {
    /// What is.
    pub(super) all: Vec<Held>,
    /// What is not, a sentence each.
    pub(super) not_listed: Vec<String>,
    /// There are concerns that are not among it.
    pub(super) more: bool,
}

/// Finds it. What lies in other rooms is neither listed nor named: whoever may read it says in the search log that it was looked at.
pub(super) fn held(office: &Office, pupil: PupilId) -> Result<AllHeld, Fault> {
    let room = may(office)?;
    let whole = office.whole_pupil(pupil)?;
    let records: Vec<PupilId> = whole.records().collect();
    let names = [whole.facts.name(), whole.facts.legal_name()];
    let only = Some(RoomKind::Pupils);
    let (lines, more) = crate::chronology::everything_in(office, whole.id, only)?;
    let mut concerns: Vec<(i64, ConcernId, String, bool)> = lines
        .into_iter()
        .map(|(_, line)| (line.line, false))
        .chain(
            crate::chronology::unlinked(office, &whole, only)?
                .into_iter()
                .map(|line| (line, true)),
        )
        .map(|(line, may_belong)| {
            let at = line.occurred.unwrap_or(line.written);
            let kind = crate::words::category(&line.category);
            (at, line.id, kind, may_belong)
        })
        .collect();
    concerns.sort_by_key(|(at, id, _, may_belong)| (*at, *id, *may_belong));
    let mut seen = BTreeSet::new();
    concerns.retain(|(_, id, _, _)| seen.insert(*id));
    let details = room.state_of_pupil(&records)?;
    let mut all = vec![Held {
        item: Item::Details,
        what: "Details of the pupil".to_owned(),
        detail: "Names, dates, contacts, what must be read first".to_owned(),
        at: None,
        concern: None,
        may_belong: false,
        hidden: false,
        state: details.hash.to_string(),
        last: details
            .last
            .map(|last| last.to_string())
            .unwrap_or_default(),
        sha256: String::new(),
        others: Vec::new(),
    }];
    for (at, id, kind, may_belong) in concerns {
        let concern = room.concern(id)?;
        let state = room.state_of_concern(id)?;
        all.push(Held {
            item: Item::Concern(id),
            what: format!("Record of concern {}", named(office, &concern)),
            detail: kind,
            at: Some(at),
            concern: Some(id),
            may_belong,
            hidden: false,
            state: state.hash.to_string(),
            last: state.last.map(|last| last.to_string()).unwrap_or_default(),
            sha256: String::new(),
            others: others(&concern, &records, &names),
        });
        all.extend(files(office, &concern, (at, may_belong))?);
    }
    let mut not_listed = vec![
        "What lies in other rooms than the pupils\u{2019}, and everything that is not in Strongroom: look there, and write it in the search log."
            .to_owned(),
        "Concerns that mention the pupil in the account alone, and do not name them among the people: find the name, and write it in the search log."
            .to_owned(),
    ];
    if more {
        not_listed.push(
            "There are older concerns than can be listed here. Nothing can be released from here until fewer are kept."
                .to_owned(),
        );
    }
    Ok(AllHeld {
        all,
        not_listed,
        more,
    })
}

/// `MV-26-ABC-0001, written 3 Oct 2026`.
fn named(office: &Office, concern: &Concern) -> String {
    let Some(first) = concern.first() else {
        return String::new();
    };
    let written = say::at(first.step.written.timestamp_millis(), office.around.zone);
    let day = written.map(|at| say::date_and_year(at.date_naive()));
    format!(
        "{}, written {}",
        first.content.details.record_no,
        day.unwrap_or_default()
    )
}

/// Everybody else whom the version that holds names, each once.
fn others(concern: &Concern, records: &[PupilId], own: &[String]) -> Vec<String> {
    let Some(current) = concern.current() else {
        return Vec::new();
    };
    let mut names: Vec<String> = Vec::new();
    for person in &current.content.people {
        let name = person.name.trim();
        let theirs = match person.pupil {
            Some(id) => records.contains(&id),
            None => own.iter().any(|own| own == name),
        };
        if !theirs && !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Its files, each by its place among them: what a file is called may say what it shows.
fn files(
    office: &Office,
    concern: &Concern,
    (at, may_belong): (i64, bool),
) -> Result<Vec<Held>, Fault> {
    let number = concern
        .first()
        .map(|first| first.content.details.record_no.clone())
        .unwrap_or_default();
    let mut all = Vec::new();
    for (place, (fact, _, added)) in concern.files.iter().enumerate() {
        let hidden = concern.hidden(added).is_some() || is_hidden(office, &fact.sha256)?;
        let entry = history::to_hex(&added.entry);
        all.push(Held {
            item: Item::File(fact.id),
            what: format!("File {} of record {number}", place + 1),
            detail: if hidden {
                String::new()
            } else {
                fact.name.clone()
            },
            at: Some(at),
            concern: Some(concern.id),
            may_belong,
            hidden,
            // Its bytes never change; whether it may be seen does.
            state: if hidden {
                format!("{}-hidden", fact.sha256)
            } else {
                fact.sha256.clone()
            },
            last: entry,
            sha256: fact.sha256.clone(),
            others: Vec::new(),
        });
    }
    Ok(all)
}
