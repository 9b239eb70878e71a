//! The steps of a case in the order in which things were done, for the page and for paper.

use chrono::{DateTime, FixedOffset, TimeDelta};
use domain::case::{Counted, Kept, Struck};
use domain::concern::Concern;
use domain::id::PupilId;
use domain::step::{EntryId, Step};

use super::show::{due_said, name_of};
use crate::{Office, words};

/// Written this long after it was done is late, and said to be.
const LATE: TimeDelta = TimeDelta::minutes(30);

/// The kinds of steps that belong to a case; a thread has others beside them.
pub(crate) const KINDS: [&str; 17] = [
    "withheld",
    "held",
    "passed",
    "taken",
    "todo",
    "done",
    "decision",
    "referral",
    "reply",
    "standing",
    "escalated",
    "significant",
    "for_pupil",
    "told",
    "set_aside",
    "struck",
    "response",
];

/// One step of a case.
pub(crate) struct CaseStep {
    /// Its entry, where it is one that a lead may mark.
    pub(crate) entry: Option<EntryId>,
    /// When it was done.
    pub(crate) at: DateTime<FixedOffset>,
    /// That time is approximate.
    pub(crate) about: bool,
    /// One of [`KINDS`], or what else a thread has.
    pub(crate) kind: &'static str,
    /// What it was.
    pub(crate) title: String,
    /// What came of it.
    pub(crate) detail: String,
    /// Who wrote it.
    pub(crate) who: String,
    /// How long after it was written down, and why: nothing where that was at once.
    pub(crate) late: Option<String>,
    /// That it was written by mistake: who said so, when, and why.
    pub(crate) struck: Option<String>,
    /// The one pupil whose matter it is, where the concern names several.
    pub(crate) whose: Option<PupilId>,
}

impl CaseStep {
    /// As it stands in the file of a pupil who has some ids: what is another child's alone is named there, and no more of it said.
    pub(crate) fn in_file_of(self, ids: &[PupilId]) -> Self {
        match self.whose {
            Some(whose) if !ids.contains(&whose) => Self {
                detail: "What was done stands in the concern.".to_owned(),
                ..self
            },
            _ => self,
        }
    }
}

/// Every step, in no order.
pub(crate) fn steps(office: &Office, concern: &Concern) -> Vec<CaseStep> {
    let case = &concern.case;
    let mut all = Vec::new();
    for kept in &case.taken {
        let said = &kept.what;
        let at = said.at.unwrap_or(kept.step.written);
        // What was brought in was not written late: it was written there.
        let brought = !said.brought_by.is_empty();
        all.push(CaseStep {
            about: said.about,
            who: match brought {
                true => said.brought_by.clone(),
                false => kept.step.author.name.clone(),
            },
            late: match brought {
                true => None,
                false => late(office, at, &kept.step, &said.late_reason),
            },
            ..step(
                at,
                "taken",
                said.what.clone(),
                said.words.clone(),
                &kept.step,
            )
        });
    }
    for (kept, ends) in &case.actions {
        let said = &kept.what;
        let whose = said.owner.as_deref().map(|id| name_of(office, id));
        let due = said.due.map(|due| {
            format!(
                "due {}",
                due_said(office, due.timestamp_millis(), said.whole_day)
            )
        });
        let rule = said.counted.as_ref().map(Counted::said);
        let detail = [whose, due, rule]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        let title = format!("To do: {}", said.what);
        all.push(step(kept.step.written, "todo", title, detail, &kept.step));
        for end in ends {
            let title = match end.what.done {
                true => format!("Done: {}", said.what),
                false => format!("Not needed: {}", said.what),
            };
            let at = end.what.at.unwrap_or(end.step.written);
            all.push(step(at, "done", title, end.what.words.clone(), &end.step));
        }
    }
    for kept in &case.decisions {
        let said = &kept.what;
        let what = words::term("decision", &said.decision);
        // In the title, because a summary prints nothing else of it.
        let title = match said.not_referred {
            true => format!("Decision not to refer. {what}"),
            false => format!("Decision: {what}"),
        };
        all.push(step(
            kept.step.written,
            "decision",
            title,
            said.reason.clone(),
            &kept.step,
        ));
    }
    for (kept, replies) in &case.referrals {
        let said = &kept.what;
        let at = said.at.unwrap_or(kept.step.written);
        let reference = match said.reference.as_str() {
            "" => String::new(),
            reference => format!("Ref {reference}."),
        };
        let person = match said.person.as_str() {
            "" => String::new(),
            person => format!("{person}."),
        };
        let answer = said.counted.as_ref().zip(said.reply_due);
        let answer = answer.map(|(counted, due)| {
            let due = due_said(office, due.timestamp_millis(), said.by_day());
            format!("Answer due {due}: {}.", counted.said())
        });
        let detail = [
            person,
            reference,
            said.words.clone(),
            answer.unwrap_or_default(),
        ];
        let detail = detail.into_iter().filter(|part| !part.is_empty());
        all.push(CaseStep {
            late: late(office, at, &kept.step, ""),
            ..step(
                at,
                "referral",
                format!("Referred to {}", said.to),
                detail.collect::<Vec<_>>().join(" "),
                &kept.step,
            )
        });
        for reply in replies {
            let at = reply.what.at.unwrap_or(reply.step.written);
            let disagrees = match reply.what.agreed.as_str() {
                "no" => " The school does not agree.",
                _ => "",
            };
            let detail = format!("{}{disagrees}", reply.what.words);
            all.push(CaseStep {
                late: late(office, at, &reply.step, ""),
                ..step(
                    at,
                    "reply",
                    format!("{} answered", said.to),
                    detail,
                    &reply.step,
                )
            });
        }
    }
    all.extend(super::withheld::steps(office, concern));
    all.extend(super::held::steps(office, concern));
    all.extend(super::custody::steps(office, case));
    all.extend(super::marks_thread::steps(office, concern));
    all.extend(super::response::steps(concern));
    all.extend(crate::buildup::steps(concern));
    let mut before = concern
        .current()
        .map(|version| version.content.details.status.clone())
        .unwrap_or_default();
    for kept in &case.standings {
        let said = &kept.what;
        let status = words::term("record_status", &said.status);
        let title = match before == said.status {
            true => format!("Still {}", status.to_lowercase()),
            false => format!("Now {}", status.to_lowercase()),
        };
        before.clone_from(&said.status);
        let mut facts = Vec::new();
        if !said.severity.is_empty() {
            facts.push(format!(
                "{} severity",
                words::term("severity", &said.severity)
            ));
        }
        if !said.level.is_empty() {
            facts.push(words::term("level_of_need", &said.level));
        }
        if let Some(owner) = &said.owner {
            facts.push(format!("with {}", name_of(office, owner)));
        }
        let mut detail = facts.join(", ");
        for more in [
            &kept.reason,
            &said.conclusion,
            &said.lessons,
            &said.parents_note,
        ] {
            if !more.is_empty() {
                if !detail.is_empty() {
                    detail.push_str(". ");
                }
                detail.push_str(more);
            }
        }
        all.push(step(
            kept.step.written,
            "standing",
            title,
            detail,
            &kept.step,
        ));
    }
    let marks = super::marks_thread::about_steps(concern, &all);
    all.extend(marks);
    for step in &mut all {
        let struck = step.entry.and_then(|entry| case.struck(&entry));
        step.struck = struck.map(|kept| struck_said(office, kept));
    }
    all
}

/// `Written by mistake, says R. Calloway, Tue 10 Nov, 10:41: it was another child`.
pub(super) fn struck_said(office: &Office, kept: &Kept<Struck>) -> String {
    let at = office.moment(kept.step.written.timestamp_millis());
    let who = &kept.step.author.name;
    format!("Written by mistake, says {who}, {at}: {}", kept.reason)
}

pub(super) fn step(
    at: DateTime<FixedOffset>,
    kind: &'static str,
    title: String,
    detail: String,
    step: &Step,
) -> CaseStep {
    CaseStep {
        entry: Some(step.entry),
        at,
        about: false,
        kind,
        title,
        detail,
        who: step.author.name.clone(),
        late: None,
        struck: None,
        whose: None,
    }
}

/// `Written 11:24, 1 h 26 min after: "with the police on the other line"`.
pub(super) fn late(
    office: &Office,
    at: DateTime<FixedOffset>,
    step: &Step,
    reason: &str,
) -> Option<String> {
    let zone = office.around.zone;
    if step.written - at < LATE {
        return None;
    }
    let gap = domain::when::gap(&at.with_timezone(&zone), &step.written.with_timezone(&zone));
    let written = office.moment(step.written.timestamp_millis());
    Some(match reason {
        "" => format!("Written {written}, {gap} after"),
        reason => format!("Written {written}, {gap} after: \u{201c}{reason}\u{201d}"),
    })
}
