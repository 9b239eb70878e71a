//! The request as it is kept: its form, its days, and what it asks about a victim.

use domain::evidence::{Contact, FORMS, Request, Victim};

use crate::chronology::day_of;
use crate::wire::{BundleRequest, Fault, Problem};

/// What of the request cannot stand as it is. Counselling records start from \u{201c}no\u{201d}: where they are asked for, it is said why
/// and who approved it (the Victim Information Requests code).
pub(super) fn problems(request: &BundleRequest) -> Vec<Problem> {
    let victim = &request.victim;
    let mut problems = Vec::new();
    let mut put = |field: &str, say: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            say: say.to_owned(),
        });
    };
    for (field, day) in [
        ("request.asked_on", &request.asked_on),
        ("request.deadline", &request.deadline),
    ] {
        if day_of(field, day.as_deref()).is_err() {
            put(field, "We could not read that as a day. Try: 2026-11-10");
        }
    }
    if !request.form.is_empty() && !FORMS.contains(&request.form.as_str()) {
        put(
            "request.form",
            "The form of a request is written, victim, court, vital or other",
        );
    }
    for (field, said) in [
        ("request.victim.asked", &victim.asked),
        ("request.victim.counselling", &victim.counselling),
    ] {
        if !["", "yes", "no"].contains(&said.as_str()) {
            put(field, "Say yes or no");
        }
    }
    let about_a_victim = asks_about_victim(request);
    if about_a_victim && victim.told.trim().is_empty() {
        put(
            "request.victim.told",
            "Say whether the victim was told, or why not",
        );
    }
    if about_a_victim && victim.counselling == "yes" {
        if victim.probative.trim().is_empty() {
            put(
                "request.victim.probative",
                "Say why the counselling records have substantial probative value: without that they are not given",
            );
        }
        if victim.approved.trim().is_empty() {
            put(
                "request.victim.approved",
                "Say which senior officer approved asking for counselling records",
            );
        }
    }
    problems
}

/// Whether it asks for information about a victim: it says so, or its form does.
pub(super) fn asks_about_victim(request: &BundleRequest) -> bool {
    request.victim.asked == "yes" || request.form == "victim"
}

/// The form in words.
pub(super) fn form_said(form: &str) -> &'static str {
    match form {
        "written" => "Written request of the police",
        "victim" => {
            "Victim Information Request (Police, Crime, Sentencing and Courts Act 2022, ss. 44A to 44F)"
        }
        "court" => "Order of a court",
        "vital" => "Vital interests of somebody in danger",
        "other" => "Another, as the lawful basis says",
        _ => "Not said",
    }
}

/// As it is kept. What is asked about a victim is kept where it is asked alone.
pub(super) fn as_kept(request: &BundleRequest) -> Result<Request, Fault> {
    let about = asks_about_victim(request);
    let victim = &request.victim;
    let counselling = about && victim.counselling == "yes";
    let said = |when: bool, words: &str| match when {
        true => words.to_owned(),
        false => String::new(),
    };
    Ok(Request {
        force: request.force.clone(),
        contact: Contact {
            officer: request.officer.clone(),
            number: request.number.clone(),
            reach: request.reach.clone(),
        },
        crime_reference: request.crime_reference.clone(),
        legal_basis: request.legal_basis.clone(),
        scope: request.scope.clone(),
        form: request.form.clone(),
        asked_on: day_of("request.asked_on", request.asked_on.as_deref())?,
        deadline: day_of("request.deadline", request.deadline.as_deref())?,
        victim: Victim {
            asked: match about {
                true => "yes".to_owned(),
                false => victim.asked.clone(),
            },
            told: said(about, &victim.told),
            counselling: said(about, &victim.counselling),
            probative: said(counselling, &victim.probative),
            approved: said(counselling, &victim.approved),
        },
    })
}
