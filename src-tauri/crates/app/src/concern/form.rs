//! Between the form a person fills in and what a concern says.

use chrono::{DateTime, FixedOffset};
use domain::concern::{Content, Details, OnlineTrace, PersonIn, Version, as_one_line};
use domain::id::{AdultId, PupilId};
use domain::room::Room as RoomKind;

use crate::Office;
use crate::wire::{self, ConcernForm, Fault, Problem, Route};

/// Kinds of record that are about a member of staff.
const OF_STAFF: [&str; 2] = ["staff-concern", "low-level-concern"];

/// The room a route leads to.
pub(crate) fn room_of(route: Route) -> RoomKind {
    match route {
        Route::Pupil => RoomKind::Pupils,
        Route::Staff => RoomKind::Staff,
        Route::Head => RoomKind::Head,
        Route::LeadTeam => RoomKind::LeadTeam,
    }
}

/// The route to a room.
pub(crate) fn route_of(room: RoomKind) -> Route {
    match room {
        RoomKind::Pupils => Route::Pupil,
        RoomKind::Staff => Route::Staff,
        RoomKind::Head => Route::Head,
        RoomKind::LeadTeam => Route::LeadTeam,
    }
}

/// Reads a form, with what is known of each pupil then. Ids and times that cannot be read are problems of the form.
pub(crate) fn from_form(
    office: &Office,
    form: &ConcernForm,
) -> Result<(Content, Vec<Problem>), Fault> {
    let mut problems = Vec::new();
    let mut people = Vec::with_capacity(form.people.len());
    for person in &form.people {
        match person_in(office, form.route, person)? {
            Ok(person) => people.push(person),
            Err(problem) => problems.push(problem),
        }
    }
    if form.route == Route::Pupil && OF_STAFF.contains(&form.record_kind.as_str()) {
        problems.push(Problem {
            field: "record_kind".to_owned(),
            say: "A record about a member of staff never lies among the pupils\u{2019}. Say first that it is about one, so that it goes to whoever reads those".to_owned(),
        });
    }
    let mut time = |field: &str, text: &str| match text.trim() {
        "" => None,
        text => {
            let read = DateTime::parse_from_rfc3339(text).ok();
            if read.is_none() {
                let say =
                    "We could not read that as a time. Try: Sun 8 Nov, about 20:30".to_owned();
                problems.push(Problem {
                    field: field.to_owned(),
                    say,
                });
            }
            read
        }
    };
    let occurred_at = time("occurred", &form.occurred);
    let noticed_at = time("noticed", &form.noticed);
    let told_lead_at = time("told_lead_at", &form.told_lead_at);
    let text = |words: &str| words.trim().to_owned();
    let details = Details {
        record_no: String::new(),
        record_kind: if form.record_kind.is_empty() {
            default_kind(form.route).to_owned()
        } else {
            form.record_kind.clone()
        },
        occurred_at,
        occurred_about: form.occurred_about,
        noticed_at,
        order_note: text(form.order_note.as_deref().unwrap_or_default()),
        location: text(&form.location),
        room: text(&form.room),
        device_number: text(&form.device_number),
        demeanour: text(&form.demeanour),
        questions_asked: text(&form.questions_asked),
        present: text(&form.present),
        immediate_action: text(&form.immediate_action),
        told_lead: text(&form.told_lead),
        told_lead_at,
        categories: form.categories.clone(),
        identified_how: form.identified_how.clone(),
        urgency: form.urgency.clone(),
        possible_crime: form.possible_crime.clone(),
        possible_indecent_image: form.indecent_image.clone(),
        online_service: form
            .online
            .iter()
            .map(|trace| OnlineTrace {
                service: text(&trace.service),
                address: text(&trace.address),
                user_name: text(&trace.user_name),
                whose: trace.whose.clone(),
            })
            // Whose it is says nothing without it.
            .filter(|trace| {
                [&trace.service, &trace.address, &trace.user_name]
                    .iter()
                    .any(|said| !said.is_empty())
            })
            .collect(),
        body_map: form.body_map.iter().map(super::marks::from_form).collect(),
        status: form
            .status
            .clone()
            .filter(|status| !status.is_empty())
            .unwrap_or_else(|| "new".to_owned()),
        assigned_to: form.assigned_to.clone().filter(|id| !id.is_empty()),
        alerted: form.alerted.clone(),
        with_gaps: text(form.with_gaps.as_deref().unwrap_or_default()),
        first_written: form
            .paper
            .as_ref()
            .and_then(|paper| time("paper_written", &paper.written)),
        paper_no: String::new(),
        paper_kept_at: form
            .paper
            .as_ref()
            .map_or_else(|| text(&form.notes_kept_at), |paper| text(&paper.kept_at)),
        brought: None,
    };
    // Words are kept exactly as typed, spaces at the ends included: they are evidence.
    let content = Content {
        people,
        account: form.description.clone(),
        childs_words: form.childs_words.clone(),
        opinion: form.opinion.clone(),
        details,
    };
    Ok((content, problems))
}

fn default_kind(route: Route) -> &'static str {
    match route {
        Route::Pupil => "pupil-concern",
        Route::Staff | Route::Head | Route::LeadTeam => "staff-concern",
    }
}

/// A person with what is known of them now. A reporter who cannot read the pupil list gives a name, and it is kept as said.
fn person_in(
    office: &Office,
    route: Route,
    person: &wire::PersonInConcern,
) -> Result<Result<PersonIn, Problem>, Fault> {
    let base = PersonIn {
        // Whatever was pasted: it stands on papers among lines that are signed.
        name: as_one_line(person.name.as_deref().unwrap_or_default().trim()),
        said_as: as_one_line(person.said_as.trim()),
        kind: if person.kind.is_empty() {
            "unknown".to_owned()
        } else {
            person.kind.clone()
        },
        role: person.role.clone(),
        sex: person.sex.clone().filter(|sex| !sex.is_empty()),
        ..PersonIn::default()
    };
    let Some(id) = person.pupil.as_deref().filter(|id| !id.is_empty()) else {
        return Ok(Ok(PersonIn {
            adult: adult_in(office, route, person)?,
            ..base
        }));
    };
    let unknown = || Problem {
        field: "people".to_owned(),
        say: "One of these pupils is not on the list any more. Choose again".to_owned(),
    };
    let Ok(id) = id.parse::<PupilId>() else {
        return Ok(Err(unknown()));
    };
    let Some(facts) = office.pupil_facts(id)? else {
        return Ok(if base.name.is_empty() {
            Err(unknown())
        } else {
            Ok(PersonIn {
                pupil: Some(id),
                ..base
            })
        });
    };
    let today = office.around.local().date_naive();
    Ok(Ok(PersonIn {
        pupil: Some(id),
        name: facts.name(),
        kind: "pupil".to_owned(),
        date_of_birth: facts.date_of_birth,
        upn: facts.upn.clone(),
        class: facts.class.clone(),
        flags: facts
            .flags_on(today)
            .map(|flag| flag.flag.clone())
            .collect(),
        ..base
    }))
}

/// The adult on record who is meant. Nothing points from one room into another: elsewhere their name alone is kept.
fn adult_in(
    office: &Office,
    route: Route,
    person: &wire::PersonInConcern,
) -> Result<Option<AdultId>, Fault> {
    let id = person.adult.as_deref().and_then(|id| id.parse().ok());
    let (Some(id), Route::Pupil, Some(room)) = (id, route, office.room(RoomKind::Pupils)) else {
        return Ok(None);
    };
    match room.adult_line(id) {
        Ok(_) => Ok(Some(id)),
        Err(vault::VaultError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// A version as the form that would write it again.
pub(crate) fn to_form(
    version: &Version,
    concern: &str,
    room: RoomKind,
    heads: &[String],
) -> ConcernForm {
    let content = &version.content;
    let details = &content.details;
    let time = |at: Option<DateTime<FixedOffset>>| at.map(|at| at.to_rfc3339()).unwrap_or_default();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ConcernForm {
        draft: None,
        amends: Some(concern.to_owned()),
        heads: heads.to_vec(),
        reason: None,
        route: route_of(room),
        record_kind: details.record_kind.clone(),
        people: content
            .people
            .iter()
            .map(|person| wire::PersonInConcern {
                pupil: person.pupil.map(|id| id.to_string()),
                adult: person.adult.map(|id| id.to_string()),
                name: some(&person.name),
                said_as: person.said_as.clone(),
                kind: person.kind.clone(),
                role: person.role.clone(),
                sex: person.sex.clone(),
            })
            .collect(),
        occurred: time(details.occurred_at),
        occurred_about: details.occurred_about,
        noticed: time(details.noticed_at),
        order_note: some(&details.order_note),
        location: details.location.clone(),
        room: details.room.clone(),
        device_number: details.device_number.clone(),
        description: content.account.clone(),
        childs_words: content.childs_words.clone(),
        demeanour: details.demeanour.clone(),
        questions_asked: details.questions_asked.clone(),
        present: details.present.clone(),
        notes_kept_at: match details.paper_no.as_str() {
            "" => details.paper_kept_at.clone(),
            _ => String::new(),
        },
        opinion: content.opinion.clone(),
        immediate_action: details.immediate_action.clone(),
        told_lead: details.told_lead.clone(),
        told_lead_at: time(details.told_lead_at),
        categories: details.categories.clone(),
        identified_how: details.identified_how.clone(),
        urgency: details.urgency.clone(),
        possible_crime: details.possible_crime.clone(),
        indecent_image: details.possible_indecent_image.clone(),
        online: details
            .online_service
            .iter()
            .map(|trace| wire::OnlineTrace {
                service: trace.service.clone(),
                address: trace.address.clone(),
                user_name: trace.user_name.clone(),
                whose: trace.whose.clone(),
            })
            .collect(),
        body_map: details.body_map.iter().map(super::marks::to_form).collect(),
        assigned_to: details.assigned_to.clone(),
        alerted: details.alerted.clone(),
        files: Vec::new(),
        with_gaps: some(&details.with_gaps),
        status: some(&details.status),
        paper: super::paper::shown(details),
        withheld: None,
        occurred_text: String::new(),
        noticed_text: String::new(),
    }
}
