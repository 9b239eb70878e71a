//! The same as steps of a case, in the order in which they were done: for the page and for paper.

use domain::concern::Concern;
use domain::room::Room as RoomKind;
use domain::step::EntryId;

use super::show::name_of;
use super::thread::{CaseStep, late, step, steps as all_steps};
use crate::wire::Fault;
use crate::{Office, words};

/// Steps up the ladder, for whom it is over, who was asked to look.
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
    for kept in &case.for_pupils {
        let name = super::whose::name(concern, kept.what.pupil);
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
    all
}

/// What was said about other steps, each by what it is called: that it is significant, that it was written by mistake.
pub(super) fn about_steps(concern: &Concern, others: &[CaseStep]) -> Vec<CaseStep> {
    let case = &concern.case;
    let called = |wanted: &dyn Fn(&EntryId) -> bool| {
        let mut named = others
            .iter()
            .filter(|step| step.entry.as_ref().is_some_and(wanted));
        named.next().map_or_else(
            || "a step that is not here".to_owned(),
            |step| step.title.clone(),
        )
    };
    let significances = case.significances.iter().map(|kept| {
        let which = called(&|entry| history::to_hex(entry) == kept.what.of);
        let title = match (kept.what.significant, kept.what.of.is_empty()) {
            (true, true) => "Marked as significant".to_owned(),
            (false, true) => "No longer significant".to_owned(),
            (true, false) => format!("Marked as significant: {which}"),
            (false, false) => format!("No longer significant: {which}"),
        };
        let at = kept.step.written;
        unmarkable(step(
            at,
            "significant",
            title,
            kept.reason.clone(),
            &kept.step,
        ))
    });
    let strikes = case.strikes.iter().map(|kept| {
        let about = case.struck_step(&kept.step.entry);
        let which = called(&|entry| Some(entry) == about);
        let title = match kept.what.struck {
            true => format!("Struck as written by mistake: {which}"),
            false => format!("Stands again: {which}"),
        };
        let at = kept.step.written;
        unmarkable(step(at, "struck", title, kept.reason.clone(), &kept.step))
    });
    significances.chain(strikes).collect()
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
