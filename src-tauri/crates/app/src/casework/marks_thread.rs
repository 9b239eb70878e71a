//! The same as steps of a case, in the order in which they were done: for the page and for paper.

use domain::concern::Concern;
use domain::room::Room as RoomKind;

use super::show::name_of;
use super::thread::{CaseStep, late, step, steps as all_steps};
use crate::wire::Fault;
use crate::{Office, words};

/// Steps up the ladder, what was marked, for whom it is over, who was asked to look.
pub(super) fn steps(office: &Office, concern: &Concern) -> Vec<CaseStep> {
    let case = &concern.case;
    let mut all = Vec::new();
    for kept in &case.escalations {
        let said = &kept.what;
        let at = said.at.unwrap_or(kept.step.written);
        let title = format!("Escalated: {}", words::term("escalation_step", &said.step));
        let detail = format!("{}. {}", said.person, said.words);
        all.push(CaseStep {
            late: late(office, at, &kept.step, ""),
            ..step(at, "escalated", title, detail, &kept.step)
        });
    }
    for kept in &case.significances {
        let title = match (kept.what.significant, kept.what.of.is_empty()) {
            (true, true) => "Marked as significant",
            (false, true) => "No longer significant",
            (true, false) => "A step was marked as significant",
            (false, false) => "A step is no longer significant",
        };
        all.push(unmarkable(step(
            kept.step.written,
            "significant",
            title.to_owned(),
            kept.reason.clone(),
            &kept.step,
        )));
    }
    for kept in &case.for_pupils {
        let people = super::marks::pupils_of(concern);
        let name = people.iter().find(|(id, _)| *id == kept.what.pupil);
        let name = name.map_or("a pupil who is not named any more", |(_, name)| name);
        let title = match kept.what.closed {
            true => format!("Closed for {name}"),
            false => format!("Opened again for {name}"),
        };
        all.push(step(
            kept.step.written,
            "for_pupil",
            title,
            kept.reason.clone(),
            &kept.step,
        ));
    }
    for kept in &case.told {
        let names: Vec<String> = kept
            .what
            .people
            .iter()
            .map(|id| name_of(office, id))
            .collect();
        let title = format!("{} asked to look", crate::concern::together(&names));
        all.push(unmarkable(step(
            kept.step.written,
            "told",
            title,
            kept.what.words.clone(),
            &kept.step,
        )));
    }
    for kept in &case.strikes {
        let title = match kept.what.struck {
            true => "A step was struck as written by mistake",
            false => "A step that was struck stands again",
        };
        all.push(unmarkable(step(
            kept.step.written,
            "struck",
            title.to_owned(),
            kept.reason.clone(),
            &kept.step,
        )));
    }
    all
}

/// What was said about a mark is not marked itself.
fn unmarkable(step: CaseStep) -> CaseStep {
    CaseStep {
        entry: None,
        ..step
    }
}

/// The steps of a case that a summary has: decisions, referrals and what became of them, where it stood, for whom it is
/// over, and whatever else a lead has marked, with why. What was struck is not in it.
pub(crate) fn in_summary(office: &Office, concern: &Concern) -> Vec<(CaseStep, Option<String>)> {
    let mut all = all_with_marks(office, concern);
    all.retain(|(step, marked)| {
        step.struck.is_none() && (IN_SUMMARY.contains(&step.kind) || marked.is_some())
    });
    all
}

/// Everything that was done about a concern, its walks among it, with why it is significant where a lead has marked it.
pub(crate) fn every_step(
    office: &Office,
    kind: RoomKind,
    concern: &Concern,
) -> Result<Vec<(CaseStep, Option<String>)>, Fault> {
    let walked = crate::guide::steps_of_guidance(office, kind, concern.id)?;
    let mut all = all_with_marks(office, concern);
    all.extend(walked.into_iter().map(|step| (step, None)));
    Ok(all)
}

/// Every step of a case, with why it is significant where a lead has marked it.
pub(crate) fn all_with_marks(
    office: &Office,
    concern: &Concern,
) -> Vec<(CaseStep, Option<String>)> {
    all_steps(office, concern)
        .into_iter()
        .map(|step| {
            let marked = step.entry.and_then(|entry| {
                let of = history::to_hex(&entry);
                let kept = concern.case.significant(&of)?;
                Some(kept.reason.clone())
            });
            (step, marked)
        })
        .collect()
}

const IN_SUMMARY: [&str; 6] = [
    "decision",
    "referral",
    "reply",
    "escalated",
    "standing",
    "for_pupil",
];
