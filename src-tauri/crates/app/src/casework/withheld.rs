//! An item that was not taken in: read from its sheet, shown on the concern, told in its chronology.

use domain::case::{Case, Kept, PART_ITEM, TOLD_OF, ToldOf, WITHHELD, Withheld};
use domain::concern::Concern;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::custody::filled;
use super::read::{Problems, still};
use super::thread::{CaseStep, step};
use crate::Office;
use crate::wire::{Fault, LabelledLine, ToldForm, WithheldForm, WithheldView};

/// Reads a sheet. Only what it is said to be and where it is now must be known; the rest may follow.
pub(super) fn read(office: &Office, sheet: &WithheldForm, problems: &mut Problems) -> Withheld {
    let mut told = Vec::new();
    for one in &sheet.told {
        let reference = problems.words("item_told", &one.reference);
        if one.at.trim().is_empty() && reference.is_empty() {
            continue;
        }
        if !TOLD_OF.contains(&one.who.as_str()) {
            problems.say("item_told", "Choose who was told");
        }
        // A reference alone says that they were told, not when.
        let at = match one.at.trim() {
            "" => None,
            at => problems.past(office, &format!("item_{}", one.who), at),
        };
        told.push(ToldOf {
            who: one.who.clone(),
            at,
            reference,
        });
    }
    let isolated = match sheet.isolated.as_str() {
        answer @ ("" | "yes" | "no" | "unsure") => answer.to_owned(),
        _ => {
            problems.say("item_isolated", "Choose one of the list");
            String::new()
        }
    };
    Withheld {
        what: problems.needed(
            "item_what",
            &sheet.what,
            "Say in a few words what it is said to be, without describing it",
        ),
        place: problems.words("item_place", &sheet.place),
        make: problems.words("item_make", &sheet.make),
        serial: problems.words("item_serial", &sheet.serial),
        kept_at: problems.needed(
            "item_kept_at",
            &sheet.kept_at,
            "Say where it is now, even if that is \u{201c}with the child\u{201d} or \u{201c}not known\u{201d}",
        ),
        held_by: problems.words("item_held_by", &sheet.held_by),
        isolated,
        isolated_note: problems.words("item_isolated_note", &sheet.isolated_note),
        seen_by: problems.words("item_seen_by", &sheet.seen_by),
        told,
    }
}

/// The entry that goes with a concern that is signed; its subject is still to be said. A sheet nobody wrote on is none.
pub(crate) fn entry_of(
    office: &Office,
    sheet: Option<&WithheldForm>,
) -> Result<Option<NewEntry>, Fault> {
    let Some(sheet) = sheet.filter(|sheet| **sheet != WithheldForm::default()) else {
        return Ok(None);
    };
    let mut problems = Problems::default();
    let item = read(office, sheet, &mut problems);
    problems.settle()?;
    Ok(Some(NewEntry {
        kind: WITHHELD,
        subjects: Vec::new(),
        supersedes: Vec::new(),
        happened: None,
        parts: vec![(
            PART_ITEM,
            Zeroizing::new(serde_json::to_vec(&item).map_err(|_| Fault::stopped())?),
        )],
        blobs: Vec::new(),
    }))
}

/// An item as it is described now, by its entry.
pub(crate) fn item<'a>(case: &'a Case, entry: &str) -> Result<&'a Kept<Withheld>, Fault> {
    still(
        case.items()
            .find(|kept| history::to_hex(&kept.step.entry) == entry),
    )
}

/// Every item as the page of its concern shows it, the newest first.
pub(super) fn views(office: &Office, case: &Case) -> Vec<WithheldView> {
    let mut all: Vec<WithheldView> = case.items().map(|kept| view(office, case, kept)).collect();
    all.reverse();
    all
}

fn view(office: &Office, case: &Case, kept: &Kept<Withheld>) -> WithheldView {
    let said = &kept.what;
    let names = case.names_of(&kept.step);
    let heads = case.items().filter(|kept| names.contains(&kept.step.entry));
    let amended = names.len().saturating_sub(heads.count());
    let custody = super::custody::view(office, case, &kept.step, None);
    WithheldView {
        entry: history::to_hex(&kept.step.entry),
        what: said.what.clone(),
        lines: lines(office, said, !custody.now.is_empty()),
        by: format!(
            "{}, {}",
            kept.step.author.name,
            office.moment(kept.step.written.timestamp_millis())
        ),
        form: form(said),
        amended: u32::try_from(amended).unwrap_or(u32::MAX),
        custody,
    }
}

/// Everything but what it is said to be, each with its label; what nobody has said is left out. Once it is known where the device went,
/// where it was kept then is not where it is now.
pub(crate) fn lines(office: &Office, said: &Withheld, moved: bool) -> Vec<LabelledLine> {
    let kept_at = match moved {
        true => "Where it was when this was written",
        false => "Where it is now",
    };
    let isolated = match said.isolated.as_str() {
        "yes" => "Yes",
        "no" => "No",
        "unsure" => "Not known",
        _ => "",
    };
    let isolated = [isolated, said.isolated_note.as_str()];
    let isolated: Vec<&str> = isolated
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let mut all = vec![
        ("On", said.place.clone()),
        ("Make and model", said.make.clone()),
        ("Serial number or IMEI", said.serial.clone()),
        (kept_at, said.kept_at.clone()),
        ("Held by", said.held_by.clone()),
        ("Switched off or cut off", isolated.join(". ")),
        ("Who has seen it, and why", said.seen_by.clone()),
    ];
    for told in &said.told {
        let at = told
            .at
            .map(|at| office.moment(at.timestamp_millis()))
            .unwrap_or_default();
        let reference = match told.reference.as_str() {
            "" => String::new(),
            reference => format!("reference {reference}"),
        };
        let parts = [at, reference];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        all.push((who(&told.who), parts.join(", ")));
    }
    filled(all)
}

fn who(id: &str) -> &'static str {
    match id {
        "police" => "Police told",
        "lado" => "LADO told",
        "ceop" => "CEOP told",
        "report_remove" => "Report Remove or IWF told",
        _ => "Told",
    }
}

fn form(said: &Withheld) -> WithheldForm {
    WithheldForm {
        what: said.what.clone(),
        place: said.place.clone(),
        make: said.make.clone(),
        serial: said.serial.clone(),
        kept_at: said.kept_at.clone(),
        held_by: said.held_by.clone(),
        isolated: said.isolated.clone(),
        isolated_note: said.isolated_note.clone(),
        seen_by: said.seen_by.clone(),
        told: said
            .told
            .iter()
            .map(|told| ToldForm {
                who: told.who.clone(),
                at: told.at.map(|at| at.to_rfc3339()).unwrap_or_default(),
                at_text: String::new(),
                reference: told.reference.clone(),
            })
            .collect(),
    }
}

/// Every time one was described, for the thread.
pub(super) fn steps(office: &Office, concern: &Concern) -> Vec<CaseStep> {
    let of = |kept: &Kept<Withheld>| {
        let again = !kept.step.supersedes.is_empty();
        let title = match again {
            true => "Withheld-item sheet put right",
            false => "Withheld-item sheet: nothing was taken in",
        };
        let mut detail = vec![kept.what.what.clone()];
        let said = lines(office, &kept.what, true);
        detail.extend(
            said.iter()
                .map(|line| format!("{}: {}", line.label, line.text)),
        );
        if !kept.reason.is_empty() {
            detail.push(format!("Put right because: {}", kept.reason));
        }
        let detail: Vec<&str> = detail
            .iter()
            .map(|part| part.trim_end_matches('.'))
            .collect();
        let detail = format!("{}.", detail.join(". "));
        step(
            kept.step.written,
            "withheld",
            title.to_owned(),
            detail,
            &kept.step,
        )
    };
    concern.case.withheld.iter().map(of).collect()
}
