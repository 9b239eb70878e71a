//! Deciding of records: given, given in part, withheld with its reason; of one or of several at once.

use domain::access::{Access, DECIDED, Decision, Item, Outcome, PART_DECISION, exemption};
use domain::room::Room as RoomKind;

use super::held::{AllHeld, Held, held};
use super::sheets::{Fields, Typed, facts, fields};
use super::write::{about, entry, reason};
use super::{missing, request_of};
use crate::Office;
use crate::wire::{AccessFact, AccessForm, Fault};

/// What stands of records when a sheet is opened: what was decided of each, and in what state each is.
pub(super) fn base(access: &Access, chosen: &[&Held]) -> Vec<String> {
    chosen
        .iter()
        .map(|one| {
            let heads = access
                .decision(&one.item)
                .map(|thing| thing.of.head_entries())
                .unwrap_or_default();
            let heads: Vec<String> = heads.iter().map(|entry| history::to_hex(entry)).collect();
            format!("{}={}|{}", one.item, one.state, heads.join("+"))
        })
        .collect()
}

/// The records that are named, in the order in which they are held.
pub(super) fn chosen<'a>(held: &'a AllHeld, items: &[String]) -> Result<Vec<&'a Held>, Fault> {
    let items = items
        .iter()
        .map(|key| key.parse())
        .collect::<Result<Vec<Item>, _>>()
        .map_err(|_| missing())?;
    let found: Vec<&Held> = held
        .all
        .iter()
        .filter(|one| items.contains(&one.item))
        .collect();
    if found.is_empty() || found.len() != items.len() {
        return Err(missing());
    }
    Ok(found)
}

/// Signs one decision for each record, all of them or none.
pub(super) fn decide(office: &mut Office, form: &AccessForm) -> Result<String, Fault> {
    let (id, access) = about(office, form)?;
    let pupil = request_of(&access)?.pupil;
    let held = held(office, pupil)?;
    let chosen = chosen(&held, &form.items)?;
    let mut stood = base(&access, &chosen);
    let mut opened = form.base.clone();
    stood.sort();
    opened.sort();
    if stood != opened {
        return Err(Fault::changed_since());
    }
    let (outcome, exemptions, note, unsaid) = read(office, form)?;
    if outcome != Outcome::Withhold && chosen.iter().any(|one| one.hidden) {
        return Err(Fault::field(
            "outcome",
            "A file that is kept out of sight is withheld: nobody may open it to give it",
        ));
    }
    let before = |one: &Held| access.decision(&one.item);
    let decisions: Vec<(Decision, Vec<[u8; 32]>, bool)> = chosen
        .iter()
        .map(|one| {
            let decision = Decision {
                item: one.item,
                outcome,
                exemptions: exemptions.clone(),
                note: note.clone(),
                unsaid,
                state: one.state.clone(),
            };
            let heads = before(one)
                .map(|thing| thing.of.head_entries())
                .unwrap_or_default();
            let last = before(one).and_then(|thing| thing.last());
            let same = heads.len() < 2 && last.is_some_and(|last| last.what == decision);
            (decision, heads, same)
        })
        .collect();
    let corrects = decisions.iter().any(|(_, heads, _)| !heads.is_empty());
    let reason = if corrects {
        reason(form, decisions.iter().all(|(_, _, same)| *same))?
    } else {
        String::new()
    };
    let entries = decisions
        .into_iter()
        .filter(|(_, _, same)| !same)
        .map(|(decision, heads, _)| {
            let reason = if heads.is_empty() { "" } else { &reason };
            entry(
                (DECIDED, PART_DECISION),
                (id, pupil),
                &decision,
                (heads, reason),
            )
        })
        .collect::<Result<_, Fault>>()?;
    office.write(RoomKind::Pupils, entries)?;
    Ok(id.to_string())
}

type Said = (Outcome, Vec<String>, String, bool);

fn read(office: &Office, form: &AccessForm) -> Result<Said, Fault> {
    let mut typed = Typed::of(form, office.around.local().date_naive());
    let outcome = Outcome::of(&typed.words("outcome"));
    if outcome.is_none() {
        typed.refuse("outcome", "Say whether it is given");
    }
    let codes = typed.words("exemptions");
    let codes: Vec<String> = codes
        .split(',')
        .map(str::trim)
        .filter(|code| exemption(code).is_some())
        .map(str::to_owned)
        .collect();
    let note = typed.words("note");
    let outcome = outcome.unwrap_or(Outcome::Withhold);
    // Who gets part of a record learns that there is one.
    let unsaid = typed.is("unsaid") && outcome == Outcome::Withhold;
    if outcome == Outcome::Give {
        return typed.settle((outcome, Vec::new(), note, false));
    }
    if codes.is_empty() {
        typed.refuse("exemptions", "Say why not all of it is given");
    }
    if note.is_empty() {
        typed.refuse("note", "Say what you weighed: the Commissioner may ask");
    }
    typed.settle((outcome, codes, note, unsaid))
}

/// As it is typed.
pub(super) fn decision_fields(decision: &Decision) -> Fields {
    fields([
        ("outcome", decision.outcome.id().to_owned()),
        ("exemptions", decision.exemptions.join(",")),
        ("note", decision.note.clone()),
        (
            "unsaid",
            if decision.unsaid { "yes" } else { "" }.to_owned(),
        ),
    ])
}

/// As it is read.
pub(super) fn decision_facts(decision: &Decision) -> Vec<AccessFact> {
    let reasons: Vec<&str> = decision
        .exemptions
        .iter()
        .map(|code| exemption(code).map_or(code.as_str(), |one| one.title))
        .collect();
    facts([
        (
            "What becomes of it",
            outcome_said(decision.outcome).to_owned(),
        ),
        ("Why", reasons.join("; ")),
        ("What was weighed", decision.note.clone()),
        (
            "Said to the person",
            if decision.unsaid {
                "No: they are not to learn of it"
            } else {
                ""
            }
            .to_owned(),
        ),
    ])
}

/// What becomes of a record, in words.
pub(super) fn outcome_said(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Give => "Given as it stands",
        Outcome::Part => "Given in part",
        Outcome::Withhold => "Withheld",
    }
}
