//! A version of a concern as labelled lines, in the order in which they are read.

use domain::concern::{OF_CHILD, OF_OTHER, Version as DomainVersion};

use crate::wire::Shown;
use crate::{Office, words};

pub(super) fn label(field: &str) -> &'static str {
    match field {
        "account" | "description" => "What was seen, heard or said",
        "childs_words" => "The child\u{2019}s exact words",
        "opinion" => "Opinion, kept apart",
        "immediate_action" => "Immediate action",
        "demeanour" => "How the child seemed",
        "questions_asked" => "Questions asked",
        "present" => "Who else was there",
        "notes_kept_at" => "Handwritten notes kept at",
        "room" => "Room",
        "device_number" => "Device",
        "location" => "Where",
        "categories" => "Categories",
        "identified_how" => "How it came to light",
        "online" => "Online",
        "body_map" => "Visible marks",
        "told_lead" => "Told in person",
        "possible_crime" => "Possible crime",
        "with_gaps" => "Passed on with gaps",
        "order_note" => "About the order of times",
        "assigned_to" => "Assigned to",
        "alerted" => "Alerted",
        "paper" => "First written by hand",
        _ => "",
    }
}

/// Whose a name online is said to be; nothing where nobody said.
pub(crate) fn whose_said(whose: &str) -> Option<&'static str> {
    match whose {
        OF_CHILD => Some("The child\u{2019}s own"),
        OF_OTHER => Some("The other person\u{2019}s"),
        _ => None,
    }
}

pub(super) fn shown(office: &Office, version: &DomainVersion) -> Vec<Shown> {
    let content = &version.content;
    let details = &content.details;
    let name_of = |id: &String| {
        office
            .sitting()
            .ok()
            .and_then(|sitting| sitting.directory.person(id))
            .map_or_else(
                || "Somebody with an account".to_owned(),
                |person| person.name.clone(),
            )
    };
    let online: Vec<String> = details
        .online_service
        .iter()
        .map(|trace| {
            let parts = [&trace.service, &trace.user_name, &trace.address];
            let parts: Vec<&str> = parts
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            // Whose it is stands first: no name can say it of itself.
            match whose_said(&trace.whose) {
                Some(whose) => format!("{whose}: {}", parts.join(", ")),
                None => parts.join(", "),
            }
        })
        .collect();
    let marks: Vec<String> = details.body_map.iter().map(super::marks::line).collect();
    let term = |vocabulary: &str, id: &str| {
        if id.is_empty() {
            String::new()
        } else {
            words::term(vocabulary, id)
        }
    };
    let unsure = |answer: &str| match answer {
        "yes" => "Yes".to_owned(),
        "no" => "No".to_owned(),
        "unsure" => "Not sure".to_owned(),
        _ => String::new(),
    };
    let told = match (details.told_lead.is_empty(), details.told_lead_at) {
        (true, None) => String::new(),
        (_, None) => details.told_lead.clone(),
        (_, Some(at)) => format!("{} {}", details.told_lead, office.full(at))
            .trim()
            .to_owned(),
    };
    let fields: [(&'static str, &'static str, String); 20] = [
        ("account", "account", content.account.clone()),
        ("childs_words", "said", content.childs_words.clone()),
        (
            "immediate_action",
            "plain",
            details.immediate_action.clone(),
        ),
        ("told_lead", "plain", told),
        ("demeanour", "plain", details.demeanour.clone()),
        ("questions_asked", "plain", details.questions_asked.clone()),
        ("present", "plain", details.present.clone()),
        (
            "notes_kept_at",
            "plain",
            // Of a numbered form that stands with its number.
            match details.paper_no.as_str() {
                "" => details.paper_kept_at.clone(),
                _ => String::new(),
            },
        ),
        (
            "location",
            "plain",
            term("incident_location", &details.location),
        ),
        ("room", "plain", details.room.clone()),
        ("device_number", "plain", details.device_number.clone()),
        ("online", "list", online.join("\n")),
        ("body_map", "list", marks.join("\n")),
        (
            "categories",
            "list",
            details
                .categories
                .iter()
                .map(|id| words::category(id))
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        (
            "identified_how",
            "plain",
            term("identified_how", &details.identified_how),
        ),
        ("possible_crime", "plain", unsure(&details.possible_crime)),
        ("opinion", "plain", content.opinion.clone()),
        (
            "assigned_to",
            "plain",
            details
                .assigned_to
                .as_ref()
                .map(name_of)
                .unwrap_or_default(),
        ),
        (
            "alerted",
            "list",
            details
                .alerted
                .iter()
                .map(name_of)
                .collect::<Vec<_>>()
                .join("\n"),
        ),
        ("with_gaps", "plain", details.with_gaps.clone()),
    ];
    let mut out: Vec<Shown> = fields
        .into_iter()
        .filter(|(_, _, text)| !text.trim().is_empty())
        .map(|(field, style, text)| Shown {
            field: field.to_owned(),
            label: label(field).to_owned(),
            style,
            text,
        })
        .collect();
    out.extend(super::brought::lines(office, version));
    if !details.order_note.is_empty() {
        out.push(Shown {
            field: "order_note".to_owned(),
            label: label("order_note").to_owned(),
            style: "plain",
            text: details.order_note.clone(),
        });
    }
    if !details.paper_no.is_empty() {
        out.push(Shown {
            field: "paper".to_owned(),
            label: label("paper").to_owned(),
            style: "plain",
            text: super::paper::said(office, details),
        });
    }
    for gone in &version.gone {
        out.push(Shown {
            field: gone.clone(),
            label: label(gone).to_owned(),
            style: "plain",
            text: "Withheld or destroyed under a retention order. The signature still holds."
                .to_owned(),
        });
    }
    out
}
