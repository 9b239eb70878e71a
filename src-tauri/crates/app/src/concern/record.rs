//! Recording and correcting: checked, routed, signed, on the disk.

use domain::concern::{AMENDED, Concern, Content, PersonIn, RECORDED, check};
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use rand_core::RngCore;
use vault::NewEntry;
use vault::locker::LockerId;

use super::form::{from_form, room_of, route_of};
use super::route::conflict;
use crate::Office;
use crate::file::{file_entries, refuse_what_may_show};
use crate::office::{create_refuse as refuse, post, prepare_post};
use crate::wire::{ConcernForm, Done, Fault, FaultKind, Problem, Recorded, Topic};

/// Signs a concern and passes it on. When this returns it is on the disk, and the draft is gone.
pub fn record_concern(office: &mut Office, form: ConcernForm) -> Result<Done<Recorded>, Fault> {
    let kind = room_of(form.route);
    let mut content = checked(office, &form)?;
    // Who is meant by a name is said in a correction, by a reader.
    for person in &mut content.people {
        person.said_as.clear();
    }
    let withheld = crate::casework::withheld_entry(office, form.withheld.as_ref())?;
    let id = new_concern_id(office, form.draft.as_deref())?;
    let member = office.room(kind).is_some();
    let posting = if member {
        None
    } else {
        Some(prepare_post(office)?)
    };
    content.details.record_no = match &posting {
        None => office.next_number(kind)?,
        Some(stamped) => stamped.record_no.clone(),
    };
    let record_no = content.details.record_no.clone();
    let mut entries = vec![NewEntry {
        kind: RECORDED,
        subjects: subjects(id, &content),
        supersedes: Vec::new(),
        happened: content.details.occurred_at.map(|at| at.to_rfc3339()),
        parts: content.to_parts(None),
        blobs: Vec::new(),
    }];
    entries.extend(withheld.map(|item| NewEntry {
        subjects: vec![id.0],
        ..item
    }));
    entries.extend(file_entries(office, id, &form.files, &form.indecent_image)?);
    let receipt = match posting {
        None => {
            office.write(kind, entries)?;
            None
        }
        Some(stamped) => Some(post(office, kind, stamped, entries)?.receipt),
    };
    if let Some(receipt) = &receipt {
        super::draft::keep_own_copy(office, &form, &record_no, receipt);
    }
    super::draft::forget(office, form.draft.as_deref(), &form.files);

    let now = office.around.local().format("%H:%M").to_string();
    let holders = office.sitting()?.directory.holders(kind);
    let own = office.sitting()?.opened.card.name.clone();
    Ok(Done {
        value: Recorded {
            id: id.to_string(),
            record_no,
            passed_to: holders.into_iter().filter(|name| *name != own).collect(),
            at: now,
            posted: receipt.is_some(),
            own_copy: receipt.is_some() && kind == RoomKind::Pupils,
            receipt,
        },
        touched: vec![Topic::Concerns, Topic::Drafts],
    })
}

/// Adds a correction. The versions it takes the place of stay readable for good.
pub fn amend_concern(office: &mut Office, form: ConcernForm) -> Result<Done<Recorded>, Fault> {
    let reason = form.reason.as_deref().unwrap_or_default().trim().to_owned();
    if reason.is_empty() {
        return Err(Fault::field(
            "reason",
            "Say why, in a few words. The first version stays as it is",
        ));
    }
    let id: ConcernId = form
        .amends
        .as_deref()
        .unwrap_or_default()
        .parse()
        .map_err(|_| Fault::new(FaultKind::Missing, "The concern to correct is not here."))?;
    let kind = office.room_of_concern(id)?;
    let known = office.room(kind).ok_or_else(Fault::stopped)?.concern(id)?;
    // The room it is in decides, whatever the form says.
    let form = ConcernForm {
        route: route_of(kind),
        ..form
    };
    let mut content = checked(office, &form)?;
    let first = known.first().ok_or_else(Fault::stopped)?;
    if let Some(current) = known.current() {
        keep_what_was_known(&mut content, &current.content);
    }
    content.details.record_no = first.content.details.record_no.clone();
    content.details.first_written = first.content.details.first_written;
    let paper = &first.content.details;
    content.details.paper_no.clone_from(&paper.paper_no);
    if !paper.paper_no.is_empty() {
        content
            .details
            .paper_kept_at
            .clone_from(&paper.paper_kept_at);
    }
    content
        .details
        .brought
        .clone_from(&first.content.details.brought);
    if known.case.standing().is_some()
        && let Some(current) = known.current()
    {
        // Where it stands has been said since; a correction of the words does not say it anew.
        let details = &current.content.details;
        content.details.status.clone_from(&details.status);
        content.details.assigned_to.clone_from(&details.assigned_to);
    }
    if known
        .current()
        .is_some_and(|current| current.content == content)
        && known.heads.len() == 1
    {
        return Err(Fault::field(
            "description",
            "Nothing is different from the version that is there",
        ));
    }
    refuse_what_may_show(office, kind, id, &form.files)?;
    let entry = NewEntry {
        kind: AMENDED,
        subjects: subjects(id, &content),
        supersedes: opened_on(&known, &form.heads),
        happened: content.details.occurred_at.map(|at| at.to_rfc3339()),
        parts: content.to_parts(Some(&reason)),
        blobs: Vec::new(),
    };
    let mut entries = vec![entry];
    entries.extend(file_entries(office, id, &form.files, &form.indecent_image)?);
    office.write(kind, entries)?;
    super::draft::forget(office, form.draft.as_deref(), &form.files);
    Ok(Done {
        value: Recorded {
            id: id.to_string(),
            record_no: content.details.record_no,
            passed_to: Vec::new(),
            at: office.around.local().format("%H:%M").to_string(),
            posted: false,
            own_copy: false,
            receipt: None,
        },
        touched: vec![Topic::Concerns, Topic::Drafts],
    })
}

/// The versions a correction takes the place of: those its writer had before them. One that somebody else wrote since
/// stays beside it, and both are shown until a person joins them.
fn opened_on(known: &Concern, heads: &[String]) -> Vec<[u8; 32]> {
    let there: Vec<[u8; 32]> = known
        .versions
        .iter()
        .map(|version| version.step.entry)
        .collect();
    let named: Vec<[u8; 32]> = there
        .into_iter()
        .filter(|entry| heads.contains(&history::to_hex(entry)))
        .collect();
    if named.is_empty() {
        known.head_entries()
    } else {
        named
    }
}

/// What was known of a pupil then stays what was known then: a correction of the words is not news of the child.
fn keep_what_was_known(content: &mut Content, before: &Content) {
    for person in &mut content.people {
        let Some(then) = before
            .people
            .iter()
            .find(|then| then.pupil.is_some() && then.pupil == person.pupil)
        else {
            continue;
        };
        let (role, sex) = (std::mem::take(&mut person.role), person.sex.take());
        *person = PersonIn {
            role,
            sex,
            ..then.clone()
        };
    }
}

fn checked(office: &Office, form: &ConcernForm) -> Result<Content, Fault> {
    let (mut content, mut problems) = from_form(office, form)?;
    let now = office.around.stamp();
    for broken in check(&content, now) {
        if !problems
            .iter()
            .any(|problem: &Problem| problem.field == broken.field)
        {
            problems.push(Problem {
                field: broken.field.to_owned(),
                say: broken.say.to_owned(),
            });
        }
    }
    match super::paper::number(office, form)? {
        Ok(number) => content.details.paper_no = number,
        Err(problem) => problems.push(problem),
    }
    problems.extend(conflict(office, form.route, &form.people)?);
    if !form.files.is_empty() && form.indecent_image != "no" {
        problems.push(Problem {
            field: "indecent_image".to_owned(),
            say: "Answer the question about pictures first. Nothing can be attached before \u{201c}No\u{201d}".to_owned(),
        });
    }
    refuse(problems)?;
    Ok(content)
}

fn subjects(id: ConcernId, content: &Content) -> Vec<[u8; 16]> {
    let mut subjects = vec![id.0];
    for pupil in content.pupils() {
        if !subjects.contains(&pupil.0) {
            subjects.push(pupil.0);
        }
    }
    subjects
}

/// The draft's own, so that a draft left behind by a crash is known for what it is; a fresh one where that is taken,
/// because what was written since must not be lost.
fn new_concern_id(office: &mut Office, draft: Option<&str>) -> Result<ConcernId, Fault> {
    if let Some(draft) = draft.and_then(LockerId::read) {
        let id = super::draft::id_of(office.sitting()?, draft);
        if office.room_of_concern(id).is_err() {
            return Ok(id);
        }
    }
    let mut id = [0; 16];
    office.around.rng.fill_bytes(&mut id);
    Ok(ConcernId(id))
}

impl Office {
    /// The room of this person's that a concern is in.
    pub(crate) fn room_of_concern(&self, id: ConcernId) -> Result<RoomKind, Fault> {
        let rooms = &self.sitting()?.rooms;
        rooms
            .iter()
            .find(|(_, room)| room.concern_line(id).is_ok())
            .map(|(kind, _)| *kind)
            .ok_or_else(|| vault::VaultError::NotFound.into())
    }

    /// The concerns of a number as it was typed, in this person's rooms. One person's numbers count in each room from the
    /// beginning, so that the same number may stand in two.
    pub(crate) fn concerns_numbered(&self, number: &str) -> Result<Vec<ConcernId>, Fault> {
        let number = number.trim().to_uppercase();
        let mut found = Vec::new();
        for room in self.sitting()?.rooms.values() {
            found.extend(room.concern_numbered(&number)?);
        }
        Ok(found)
    }
}
