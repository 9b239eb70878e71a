//! A device or another thing that the school holds: read from its form, shown on the concern, told in its chronology.

use domain::case::{Case, Held, Kept};
use domain::concern::Concern;
use domain::step::EntryId;

use super::custody::{self, filled};
use super::read::{Problems, still};
use super::thread::{CaseStep, step};
use crate::Office;
use crate::wire::{CustodyView, Fault, HeldForm, HeldView, LabelledLine};

/// Reads what is said of a thing. Only what it is must be known; the rest may follow.
pub(super) fn read(office: &Office, form: &HeldForm, problems: &mut Problems) -> Held {
    if custody::says_me(&form.found_by) {
        problems.say("held_found_by", custody::NAME);
    }
    Held {
        what: problems.needed(
            "held_what",
            &form.what,
            "Say what it is, such as \u{201c}her telephone, black, cracked screen\u{201d}",
        ),
        make: problems.words("held_make", &form.make),
        serial: problems.words("held_serial", &form.serial),
        owner: problems.words("held_owner", &form.owner),
        user: problems.words("held_user", &form.user),
        found_where: problems.words("held_found_where", &form.found_where),
        found_by: problems.words("held_found_by", &form.found_by),
        found: match form.found.trim() {
            "" => None,
            found => problems.past(office, "held_found", found),
        },
        state: problems.words("held_state", &form.state),
        packing: problems.words("held_packing", &form.packing),
    }
}

/// A thing as it is described now, by its entry.
pub(crate) fn thing<'a>(case: &'a Case, entry: &str) -> Result<&'a Kept<Held>, Fault> {
    let mut all = case.things();
    still(all.find(|kept| history::to_hex(&kept.step.entry) == entry))
}

/// Every entry that describes the same thing now: more than one where it was described anew on two laptops.
pub(super) fn heads_of(case: &Case, kept: &Kept<Held>) -> Vec<EntryId> {
    let names = case.names_of(&kept.step);
    let heads = case.things().map(|kept| kept.step.entry);
    heads.filter(|entry| names.contains(entry)).collect()
}

/// Every thing as the page of its concern shows it, the newest first.
pub(super) fn views(office: &Office, case: &Case) -> Vec<HeldView> {
    let mut all: Vec<HeldView> = case.things().map(|kept| view(office, case, kept)).collect();
    all.reverse();
    all
}

fn view(office: &Office, case: &Case, kept: &Kept<Held>) -> HeldView {
    let heads = heads_of(case, kept).len();
    let amended = case.names_of(&kept.step).len().saturating_sub(heads);
    let mut lines = lines(office, &kept.what);
    if heads > 1 {
        lines.push(LabelledLine {
            label: "Described twice".to_owned(),
            text: "On two laptops; both hold. Put one right to join them.".to_owned(),
        });
    }
    HeldView {
        entry: history::to_hex(&kept.step.entry),
        what: kept.what.what.clone(),
        lines,
        by: format!(
            "{}, {}",
            kept.step.author.name,
            office.moment(kept.step.written.timestamp_millis())
        ),
        form: form(&kept.what),
        amended: u32::try_from(amended).unwrap_or(u32::MAX),
        custody: way_of(office, case, kept),
    }
}

/// What happened to it.
pub(crate) fn way_of(office: &Office, case: &Case, kept: &Kept<Held>) -> CustodyView {
    custody::view(office, case, &kept.step, Some(&kept.what))
}

/// Everything but what it is, each with its label; what nobody has said is left out.
pub(crate) fn lines(office: &Office, said: &Held) -> Vec<LabelledLine> {
    let found = [
        said.found_where.clone(),
        match said.found_by.as_str() {
            "" => String::new(),
            by => format!("by {by}"),
        },
        said.found
            .map(|at| office.signed_at(at))
            .unwrap_or_default(),
    ];
    let found: Vec<String> = found.into_iter().filter(|part| !part.is_empty()).collect();
    filled(vec![
        ("Make and model", said.make.clone()),
        ("Serial number, IMEI or asset number", said.serial.clone()),
        ("Whose it is", said.owner.clone()),
        ("Who usually uses it", said.user.clone()),
        ("Found", found.join(", ")),
        ("State when found", said.state.clone()),
        ("Bag and seal", said.packing.clone()),
    ])
}

fn form(said: &Held) -> HeldForm {
    HeldForm {
        what: said.what.clone(),
        make: said.make.clone(),
        serial: said.serial.clone(),
        owner: said.owner.clone(),
        user: said.user.clone(),
        found_where: said.found_where.clone(),
        found_by: said.found_by.clone(),
        found: said.found.map(|at| at.to_rfc3339()).unwrap_or_default(),
        found_text: String::new(),
        state: said.state.clone(),
        packing: said.packing.clone(),
    }
}

/// Every time one was described, for the thread.
pub(super) fn steps(office: &Office, concern: &Concern) -> Vec<CaseStep> {
    let of = |kept: &Kept<Held>| {
        let title = match kept.step.supersedes.is_empty() {
            true => format!("Described: {}", kept.what.what),
            false => format!("Put right: {}", kept.what.what),
        };
        let said = lines(office, &kept.what).into_iter();
        let mut detail: Vec<String> = said
            .map(|line| format!("{}: {}", line.label, line.text.trim_end_matches('.')))
            .collect();
        if !kept.reason.is_empty() {
            detail.push(format!(
                "Put right because: {}",
                kept.reason.trim_end_matches('.')
            ));
        }
        let detail = match detail.is_empty() {
            true => String::new(),
            false => format!("{}.", detail.join(". ")),
        };
        step(kept.step.written, "held", title, detail, &kept.step)
    };
    concern.case.held.iter().map(of).collect()
}
