//! What must be said before a log is made, and who may make one.

use chrono::NaiveDate;

use crate::paper::said_purpose;
use crate::report::days::read;
use crate::rights::{self, Right};
use crate::wire::{Fault, FaultKind, LogAsked, LogSays};
use crate::{Office, say};

/// A log whose days, reason and recipient are said.
pub(super) struct Settled {
    /// The first and the last day.
    pub(super) days: (NaiveDate, NaiveDate),
    /// What the history keeps of it, beside how it left.
    pub(super) kept: String,
}

/// Whether it may be made, and everything is said.
pub(super) fn settle(office: &Office, asked: &LogAsked) -> Result<Settled, Fault> {
    rights::need(office, Right::Reports)?;
    rights::need(office, Right::AllPupilRecords)?;
    let missing = "Say of which days the log is to be";
    let (days, mut problems) = match read(asked.from.as_ref(), asked.to.as_ref(), missing) {
        Ok(days) => (Some((days.from, days.to)), Vec::new()),
        Err(problems) => (None, problems),
    };
    let purpose = said_purpose(&asked.purpose).unwrap_or_else(|fault| {
        problems.extend(fault.problems);
        String::new()
    });
    if asked.says == LogSays::Names {
        problems.extend(crate::gate::unsaid(&asked.gate));
    }
    let (Some(days), true) = (days, problems.is_empty()) else {
        let mut fault = Fault::new(
            FaultKind::Refused,
            "Something is still to be settled before there is a log.",
        )
        .kept("No log was made, and nothing was recorded.");
        fault.problems = problems;
        return Err(fault);
    };
    Ok(Settled {
        days,
        kept: kept(asked, &purpose),
    })
}

/// What it was for and, where it names people, who gets it.
fn kept(asked: &LogAsked, purpose: &str) -> String {
    if asked.says != LogSays::Names {
        return purpose.to_owned();
    }
    let gate = &asked.gate;
    let said = |text: &str| crate::paper::one_line(text);
    format!(
        "{purpose} ({}). With names, for {}, known by: {}. Agreed by {}. It goes: {}",
        said(&gate.need),
        said(&gate.recipient),
        said(&gate.verified_by),
        said(&gate.authority),
        said(&gate.channel)
    )
}

/// The days of a log, in words.
pub(super) fn days_said((from, to): (NaiveDate, NaiveDate)) -> String {
    format!("{} to {}", say::date_and_year(from), say::date_and_year(to))
}
