//! The same facts of what a reporter passed on, from the copy they keep.

use super::draft::Kept;
use super::facts::{ConcernFacts, ConcernInFull, PersonFacts, VersionFacts, instant};
use crate::Office;
use crate::wire::{ConcernForm, Fault};

/// What a reporter wrote and passed on, from their own locker.
pub(super) fn own_facts(office: &Office, most: usize) -> Result<Vec<ConcernFacts>, Fault> {
    let mut copies: Vec<(i64, ConcernFacts)> = office
        .all_kept()?
        .into_iter()
        .filter_map(|(id, kept)| match kept {
            Kept::OwnCopy {
                at,
                record_no,
                form,
                ..
            } => Some((at, own_copy(office, &id.to_string(), at, record_no, &form))),
            Kept::Draft { .. }
            | Kept::Addition { .. }
            | Kept::File(_)
            | Kept::Handover { .. }
            | Kept::AnswerNote { .. }
            | Kept::WalkNote { .. }
            | Kept::RegisterLine { .. }
            | Kept::Report { .. }
            | Kept::Several { .. }
            | Kept::Bundle { .. }
            | Kept::Access { .. }
            | Kept::PageEdit { .. } => None,
        })
        .collect();
    copies.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(copies
        .into_iter()
        .take(most)
        .map(|(_, facts)| facts)
        .collect())
}

/// One of these in full: words and receipt, nothing of what came after.
pub(super) fn own_in_full(office: &mut Office, id: &str) -> Result<Option<ConcernInFull>, Fault> {
    let mut copies = own_facts(office, usize::MAX)?.into_iter();
    let Some(facts) = copies.find(|facts| facts.id == id) else {
        return Ok(None);
    };
    let view = super::show::concern(office, id)?;
    let versions = view
        .versions
        .into_iter()
        .map(|version| VersionFacts {
            people: version.form.people.iter().map(said_person).collect(),
            number: version.number,
            entry: version.entry,
            holds: true,
            author: version.author,
            written_at: facts.written_at.clone(),
            reason: None,
            form: version.form,
            gone: Vec::new(),
            seal: version.seal,
        })
        .collect();
    Ok(Some(ConcernInFull {
        facts,
        current: 0,
        versions,
        clock: Vec::new(),
        files: Vec::new(),
        readers: Vec::new(),
    }))
}

fn own_copy(
    office: &Office,
    id: &str,
    at: i64,
    record_no: String,
    form: &ConcernForm,
) -> ConcernFacts {
    let student = form.people.first().map(said_person);
    let name = office
        .sitting()
        .map(|sitting| sitting.opened.card.name.clone());
    ConcernFacts {
        id: id.to_owned(),
        record_no,
        student,
        written_at: office.instant_of(at),
        occurred_at: instant(&form.occurred),
        occurred_about: form.occurred_about,
        status: "passed-on".to_owned(),
        category: form.categories.first().cloned(),
        urgency: form.urgency.clone(),
        reported_by: name.unwrap_or_default(),
        unread: false,
        files: u32::try_from(form.files.len()).unwrap_or(u32::MAX),
        vault_room: super::room_of(form.route),
    }
}

/// Somebody as a reporter named them, who cannot read the list of pupils.
fn said_person(person: &crate::wire::PersonInConcern) -> PersonFacts {
    PersonFacts {
        id: None,
        upn: None,
        name: person.name.clone().unwrap_or_default(),
        kind: person.kind.clone(),
        role: person.role.clone(),
        sex: person.sex.clone(),
        date_of_birth: None,
        class: None,
        flags: Vec::new(),
    }
}
