//! A version with the names it would be written with in a file.

use app::wire::{BodyMark, Route};
use app::{Account, PersonFacts, VersionFacts};
use serde_json::{Map, Value, json};

use super::Somebody;
use super::cast::Cast;

/// The record of one version. Every name is there; what was not said is `null` or empty.
pub fn give(version: &VersionFacts, accounts: &[Account]) -> Map<String, Value> {
    let form = &version.form;
    let cast = Cast::of(version.people.clone());
    let text = |words: &str| {
        if words.is_empty() {
            Value::Null
        } else {
            json!(words)
        }
    };
    let sex = cast
        .student
        .as_ref()
        .and_then(|student| student.sex.clone());
    let online: Vec<Value> = form
        .online
        .iter()
        .map(|trace| json!({ "service": trace.service, "address": trace.address, "user_name": trace.user_name, "whose": trace.whose }))
        .collect();
    let marks: Vec<Value> = form.body_map.iter().map(mark_given).collect();
    let alerted: Vec<Value> = form
        .alerted
        .iter()
        .map(|id| colleague(id, accounts))
        .collect();
    let record = json!({
        "record_kind": text(&form.record_kind),
        "adult_of_concern": match form.route {
            Route::Pupil => "no",
            Route::Staff => "staff",
            Route::Head => "head",
            Route::LeadTeam => "lead_team",
        },
        "student": cast.student.map(somebody),
        "sex_or_gender": sex,
        "linked_people": cast.linked.into_iter().map(somebody).collect::<Vec<_>>(),
        "staff_involved": cast.staff.into_iter().map(somebody).collect::<Vec<_>>(),
        "occurred_at": text(&form.occurred),
        "occurred_about": form.occurred_about,
        "noticed_at": text(&form.noticed),
        "order_note": form.order_note,
        "location": text(&form.location),
        "room": text(&form.room),
        "device_number": text(&form.device_number),
        "online_service": online,
        "categories": form.categories,
        "description": form.description,
        "childs_words": text(&form.childs_words),
        "demeanour": text(&form.demeanour),
        "questions_asked": text(&form.questions_asked),
        "present": text(&form.present),
        "notes_kept_at": text(&form.notes_kept_at),
        "opinion": text(&form.opinion),
        "identified_how": text(&form.identified_how),
        "urgency": text(&form.urgency),
        "possible_indecent_image": text(&form.indecent_image),
        "possible_crime": text(&form.possible_crime),
        "body_map": marks,
        "immediate_action": text(&form.immediate_action),
        "told_lead": text(&form.told_lead),
        "told_lead_at": text(&form.told_lead_at),
        "alerted": alerted,
        "assigned_to": form.assigned_to.as_deref().map(|id| colleague(id, accounts)),
        "status": form.status,
        "with_gaps": form.with_gaps,
    });
    record.as_object().cloned().unwrap_or_default()
}

fn somebody(person: PersonFacts) -> Somebody {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Somebody {
        id: person.id,
        upn: person.upn,
        name: some(person.name),
        role: some(person.role),
        kind: some(person.kind),
        sex: person.sex,
    }
}

fn colleague(id: &str, accounts: &[Account]) -> Value {
    let known = accounts.iter().find(|account| account.id == id);
    json!({
        "id": id,
        "user": known.map(|account| &account.user),
        "name": known.map(|account| &account.name),
    })
}

/// A mark; what nobody said of it is left out.
fn mark_given(mark: &BodyMark) -> Value {
    let mut given = json!({ "region": mark.region, "side": mark.side, "note": mark.note, "size": mark.size, "colour": mark.colour });
    let more = [
        ("shape", json!(mark.shape)),
        ("broken", json!(mark.broken)),
        ("swelling", json!(mark.swelling)),
        ("said", json!(mark.said)),
        ("place", json!(mark.place)),
    ];
    if let Some(given) = given.as_object_mut() {
        for (name, said) in more.into_iter().filter(|(_, said)| !said.is_null()) {
            given.insert(name.to_owned(), said);
        }
    }
    given
}
