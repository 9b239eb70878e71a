//! What happened to a device or another thing: read from a form, shown in its order with every gap.

use chrono::{DateTime, FixedOffset};
use domain::case::{Case, Gap, Held, PASSES, Passed, Way};
use domain::step::{EntryId, Step};

use super::read::Problems;
use super::thread::{CaseStep, step, struck_said};
use crate::Office;
use crate::wire::{CustodyLine, CustodyView, Fault, LabelledLine, PassedForm};

/// Reads what happened to a thing.
pub(super) fn read(office: &Office, form: &PassedForm, problems: &mut Problems) -> Passed {
    if !PASSES.contains(&form.event.as_str()) {
        problems.say("passed_event", "Choose what happened to it");
    }
    let passed = Passed {
        event: form.event.clone(),
        at: None,
        to: problems.words("passed_to", &form.to),
        place: problems.words("passed_place", &form.place),
        state: problems.words("passed_state", &form.state),
        packing: problems.words("passed_packing", &form.packing),
        receipt: problems.words("passed_receipt", &form.receipt),
        words: problems.words("words", &form.words),
    };
    if says_me(&passed.to) {
        problems.say("passed_to", NAME);
    }
    if passed.changes_hands() && passed.to.is_empty() {
        problems.say("passed_to", "Say who has it now, with their role or number");
    }
    let event = passed.event.as_str();
    if event == "stored" && passed.place.is_empty() {
        problems.say("passed_place", "Say where it is kept now");
    }
    if event == "opened" && passed.words.is_empty() {
        problems.say("words", "Say why, and on whose word");
    }
    if event == "missing" && passed.words.is_empty() {
        problems.say("words", "Say where it was looked for, and who was told");
    }
    Passed {
        // Police will ask to the minute: what nobody says is not now by itself.
        at: match form.at.trim() {
            "" => {
                problems.say("at", "Say when that was");
                None
            }
            at => problems.past(office, "at", at),
        },
        ..passed
    }
}

/// Whether somebody is named by a word that means whoever writes: in two years nobody knows who that was.
pub(super) fn says_me(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    ["me", "i", "myself", "us"].contains(&text.as_str())
}

/// What is said then.
pub(super) const NAME: &str =
    "Write the name and the role: whoever reads it later does not know who that is";

/// The entry that describes a thing now: of its own, or of a withheld item that is on it. One that described it earlier leads there too:
/// it may have been put right while somebody typed.
pub(super) fn described<'a>(case: &'a Case, entry: &str) -> Result<&'a Step, Fault> {
    let named = |step: &Step| {
        let mut names = case.names_of(step).into_iter();
        names.any(|name| history::to_hex(&name) == entry)
    };
    let things = case.things().map(|kept| &kept.step);
    let mut all = things.chain(case.items().map(|kept| &kept.step));
    all.find(|step| named(step))
        .ok_or_else(Fault::changed_since)
}

/// What happened to a thing, as the page of its concern shows it.
pub(super) fn view(office: &Office, case: &Case, of: &Step, held: Option<&Held>) -> CustodyView {
    let way = case.way(of, held);
    CustodyView {
        now: now(office, &way),
        gone: way.last.is_some_and(|last| last.what.leaves()),
        lines: lines(office, case, &way),
    }
}

/// The same by the entry that describes a withheld item.
pub(crate) fn withheld_way(office: &Office, case: &Case, of: &Step) -> CustodyView {
    view(office, case, of, None)
}

/// Every event and every gap, in the order in which they happened.
fn lines(office: &Office, case: &Case, way: &Way<'_>) -> Vec<CustodyLine> {
    let mut all: Vec<CustodyLine> = Vec::new();
    all.extend(way.before.map(|gap| gap_line(office, gap)));
    for (kept, gap) in &way.events {
        let said = &kept.what;
        all.push(CustodyLine {
            entry: Some(history::to_hex(&kept.step.entry)),
            at: office.signed_at(said.when(&kept.step)),
            what: title(&said.event).to_owned(),
            to: said.to.clone(),
            detail: detail(said),
            by: format!(
                "{}, {}",
                kept.step.author.name,
                office.moment(kept.step.written.timestamp_millis())
            ),
            struck: case
                .struck(&kept.step.entry)
                .map(|struck| struck_said(office, struck)),
        });
        all.extend(gap.map(|gap| gap_line(office, gap)));
    }
    all
}

fn gap_line(office: &Office, gap: Gap) -> CustodyLine {
    CustodyLine {
        entry: None,
        at: String::new(),
        what: said(office, gap),
        to: String::new(),
        detail: String::new(),
        by: String::new(),
        struck: None,
    }
}

/// A gap in a sentence.
fn said(office: &Office, gap: Gap) -> String {
    let at = |at: DateTime<FixedOffset>| office.signed_at(at);
    match gap {
        Gap::FoundNotSaid => "Nobody has said when it was found, or who had it before.".to_owned(),
        Gap::Nothing(found) => format!(
            "Nothing that stands is recorded of it since {}, when it was found.",
            at(found)
        ),
        Gap::BeforeFound(first, found) => format!(
            "Something is recorded of it on {}, before it is said to have been found, {}. One of the two is wrong.",
            at(first),
            at(found)
        ),
        Gap::SinceFound(from, to) => format!(
            "Nothing is recorded between {}, when it was found, and {}.",
            at(from),
            at(to)
        ),
        Gap::Missing(from, Some(to)) => {
            format!(
                "Who had it between {} and {} is not known.",
                at(from),
                at(to)
            )
        }
        Gap::Missing(from, None) => format!("Who has had it since {} is not known.", at(from)),
        Gap::Away(from, to) => format!(
            "It left the school on {}; how it came back before {} is not recorded.",
            at(from),
            at(to)
        ),
        Gap::NoPlace(from, Some(to)) => format!(
            "Where it was kept between {} and {} is not recorded.",
            at(from),
            at(to)
        ),
        Gap::NoPlace(from, None) => {
            format!("Where it has been kept since {} is not recorded.", at(from))
        }
    }
}

/// Where it is now, in a sentence.
fn now(office: &Office, way: &Way<'_>) -> String {
    let Some(last) = way.last else {
        return String::new();
    };
    let at = office.signed_at(last.what.when(&last.step));
    let to = match way.to {
        "" => "somebody who is not named",
        to => to,
    };
    match (last.what.event.as_str(), way.place) {
        ("police", _) => format!("With the police since {at}: {to}."),
        ("returned", _) => format!("Given back on {at} to {to}."),
        ("missing", _) => format!("Not to be found since {at}. Last with {to}."),
        (_, "") => format!("Last with {to}, {at}. Where it is kept is not recorded."),
        (_, place) => format!("Kept at: {place}. Last with {to}, {at}."),
    }
}

/// What an event is called.
fn title(event: &str) -> &'static str {
    match event {
        "taken" => "Taken by the school",
        "stored" => "Put somewhere else",
        "handed" => "Handed over in school",
        "opened" => "Switched on, opened or looked at",
        "sealed" => "Sealed",
        "police" => "Handed to the police",
        "returned" => "Given back",
        "missing" => "Could not be found",
        _ => "Something else, which this program does not know",
    }
}

/// Everything of an event but what it was, when, and who had the thing after it.
fn detail(said: &Passed) -> String {
    let labelled = [
        ("Kept at: ", &said.place),
        ("State: ", &said.state),
        ("Bag and seal: ", &said.packing),
        ("Receipt: ", &said.receipt),
        ("", &said.words),
    ];
    let parts = labelled.into_iter().filter(|(_, text)| !text.is_empty());
    let parts = parts.map(|(label, text)| format!("{label}{}", text.trim_end_matches('.')));
    let all: Vec<String> = parts.collect();
    match all.is_empty() {
        true => String::new(),
        false => format!("{}.", all.join(". ")),
    }
}

/// Every time something happened to a thing, for the thread.
pub(super) fn steps(office: &Office, case: &Case) -> Vec<CaseStep> {
    let all = case.passed.iter().map(|kept| {
        let said = &kept.what;
        let at = said.when(&kept.step);
        let what = described_as(case, &kept.step.supersedes);
        let to = match said.to.as_str() {
            "" => String::new(),
            to => format!("To {to}. "),
        };
        CaseStep {
            late: super::thread::late(office, at, &kept.step, ""),
            ..step(
                at,
                "passed",
                format!("{}: {what}", title(&said.event)),
                format!("{to}{}", detail(said)).trim().to_owned(),
                &kept.step,
            )
        }
    });
    all.collect()
}

/// What the thing that an entry is about is called.
fn described_as(case: &Case, about: &[EntryId]) -> String {
    let mut held = case.held.iter();
    let held = held.find(|kept| about.contains(&kept.step.entry));
    match held {
        Some(held) => held.what.what.clone(),
        // Of a withheld item no more is said than it needs.
        None => "the device of a withheld item".to_owned(),
    }
}

/// What is known of a thing, each with its label; what nobody has said is left out.
pub(super) fn filled(all: Vec<(&'static str, String)>) -> Vec<LabelledLine> {
    all.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| LabelledLine {
            label: label.to_owned(),
            text,
        })
        .collect()
}
