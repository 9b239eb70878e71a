//! Who asks, for what.

use domain::access::Request;
use domain::id::PupilId;

use super::{Fields, Typed, facts, fields, iso, on, yes};
use crate::wire::AccessFact;

/// What somebody can be to the pupil.
const RELATIONS: [(&str, &str); 4] = [
    ("pupil", "The pupil"),
    ("parent", "A parent or carer"),
    (
        "solicitor",
        "A solicitor or somebody else who acts for them",
    ),
    ("other", "Somebody else"),
];

/// Reads it from what was typed.
pub(in crate::access) fn read_asked(
    typed: &mut Typed<'_>,
    number: String,
    pupil: PupilId,
) -> Request {
    let who = typed.needed("who", "Say who asks");
    let relation = typed.words("relation");
    if !RELATIONS.iter().any(|(id, _)| *id == relation) {
        typed.refuse("relation", "Say what they are to the pupil");
    }
    let received = typed.past_needed(
        "received",
        "Say which day it came: the clock counts from it",
    );
    let identity_on = typed.past("identity_on");
    let identity_how = typed.words("identity_how");
    if identity_on.is_some() && identity_how.is_empty() {
        typed.refuse("identity_how", "Say how it was made sure who they are");
    }
    Request {
        number,
        pupil,
        who,
        relation,
        reach: typed.words("reach"),
        scope: typed.needed("scope", "Say what they asked for, in their words"),
        received,
        channel: typed.words("channel"),
        identity_asked: typed.is("identity_asked"),
        identity_on,
        identity_how,
        authority: typed.words("authority"),
        form: typed.words("form"),
    }
}

/// As it is typed.
pub(in crate::access) fn asked_fields(request: &Request) -> Fields {
    fields([
        ("who", request.who.clone()),
        ("relation", request.relation.clone()),
        ("reach", request.reach.clone()),
        ("scope", request.scope.clone()),
        ("received", iso(Some(request.received))),
        ("channel", request.channel.clone()),
        ("identity_asked", yes(request.identity_asked)),
        ("identity_on", iso(request.identity_on)),
        ("identity_how", request.identity_how.clone()),
        ("authority", request.authority.clone()),
        ("form", request.form.clone()),
    ])
}

/// As it is read.
pub(in crate::access) fn asked_facts(request: &Request) -> Vec<AccessFact> {
    let relation = RELATIONS.iter().find(|(id, _)| *id == request.relation);
    let identity = match (request.identity_on, request.identity_asked) {
        (Some(sure), _) => format!("{}: {}", on(Some(sure)), request.identity_how),
        (None, true) => "Proof was asked for and has not come".to_owned(),
        (None, false) => request.identity_how.clone(),
    };
    facts([
        ("Who asks", request.who.clone()),
        (
            "They are",
            relation.map_or_else(String::new, |(_, title)| (*title).to_owned()),
        ),
        ("Reached by", request.reach.clone()),
        ("What they asked for", request.scope.clone()),
        ("It came", on(Some(request.received))),
        ("How it came", request.channel.clone()),
        ("Who they are was made sure", identity),
        ("By what right they ask", request.authority.clone()),
        ("In what form they want it", request.form.clone()),
    ])
}
