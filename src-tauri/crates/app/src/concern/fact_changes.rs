//! What a correction changed besides words: people and their parts, times, status, answers.

use domain::concern::Version;

use super::lines::shown;
use crate::wire::{FieldChange, Run};
use crate::{Office, say, words};

/// Fields whose words are compared stretch by stretch elsewhere.
const COMPARED: &[&str] = &[
    "account",
    "childs_words",
    "opinion",
    "immediate_action",
    "demeanour",
    "questions_asked",
    "present",
    "room",
    "device_number",
];

/// Every fact that differs, both readings of it.
pub(super) fn fact_changes(office: &Office, before: &Version, after: &Version) -> Vec<FieldChange> {
    let (old, new) = (facts(office, before), facts(office, after));
    let of = |facts: &[Fact], field: &str| {
        let found = facts.iter().find(|fact| fact.field == field);
        found.map(|fact| fact.text.clone()).unwrap_or_default()
    };
    let mut changes: Vec<FieldChange> = Vec::new();
    for fact in old.iter().chain(&new) {
        let (gone, now) = (of(&old, &fact.field), of(&new, &fact.field));
        if gone == now || changes.iter().any(|change| change.field == fact.field) {
            continue;
        }
        let run = |kind, text: String| (!text.is_empty()).then_some(Run { kind, text });
        changes.push(FieldChange {
            field: fact.field.clone(),
            label: fact.label.clone(),
            runs: [run("gone", gone), run("new", now)]
                .into_iter()
                .flatten()
                .collect(),
        });
    }
    changes
}

struct Fact {
    field: String,
    label: String,
    text: String,
}

fn facts(office: &Office, version: &Version) -> Vec<Fact> {
    let details = &version.content.details;
    let today = office.this_year();
    let when = |at: Option<chrono::DateTime<chrono::FixedOffset>>, about: bool| {
        at.map_or_else(String::new, |at| {
            let said = say::known(at.timestamp_millis(), office.around.zone, today);
            if about { format!("about {said}") } else { said }
        })
    };
    let people: Vec<String> = version
        .content
        .people
        .iter()
        .map(|person| match person.role.as_str() {
            "" => person.name.clone(),
            role => {
                let part = words::term("person_role_in_incident", role).to_lowercase();
                format!("{} ({part})", person.name)
            }
        })
        .collect();
    let term = |vocabulary: &str, id: &str| match id {
        "" => String::new(),
        id => words::term(vocabulary, id),
    };
    let image = match details.possible_indecent_image.as_str() {
        "yes" => "Yes",
        "no" => "No",
        "unsure" => "Not sure",
        _ => "",
    };
    let fact = |field: &str, label: &str, text: String| Fact {
        field: field.to_owned(),
        label: label.to_owned(),
        text,
    };
    let mut all = vec![
        fact("people", "Who it is about", people.join("; ")),
        fact(
            "occurred",
            "Happened",
            when(details.occurred_at, details.occurred_about),
        ),
        fact("noticed", "Learnt of", when(details.noticed_at, false)),
        fact("status", "Status", term("record_status", &details.status)),
        fact("urgency", "How soon", term("urgency", &details.urgency)),
        fact(
            "indecent_image",
            "Indecent image of a child",
            image.to_owned(),
        ),
    ];
    all.extend(
        shown(office, version)
            .into_iter()
            .filter(|shown| !COMPARED.contains(&shown.field.as_str()))
            .map(|shown| Fact {
                field: shown.field,
                label: shown.label,
                text: shown.text.replace('\n', ", "),
            }),
    );
    all
}
