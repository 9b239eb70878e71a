//! Where a concern stands, and what it may become: the status table of `guidance/record.toml`.

use domain::case::Standing;
use domain::concern::{Concern, ERROR};

use super::read::Problems;
use crate::wire::Fault;

const NEW: &str = "new";
const READ: &str = "acknowledged";
/// Statuses that need a conclusion.
const CLOSED: &str = "closed";
const NO_FURTHER_ACTION: &str = "nfa";
const MONITORING: &str = "monitoring";
/// Severity from which closing is a second person's business too.
const SEVERE: [&str; 2] = ["4", "5"];

/// The status it has for the table: whoever sets another has read it.
pub(super) fn from(concern: &Concern) -> String {
    match concern.standing().status.as_str() {
        "" | NEW => READ.to_owned(),
        status => status.to_owned(),
    }
}

/// Every status it may become from here, what it is first.
pub(super) fn may_become(concern: &Concern) -> Result<Vec<String>, Fault> {
    let record =
        guidance::record().map_err(|error| Fault::stopped().technical(error.to_string()))?;
    let from = from(concern);
    let next = record
        .transitions
        .iter()
        // What nobody has triaged is new and read at once.
        .filter(|step| step.from.as_str() == from || (from == READ && step.from.as_str() == NEW))
        .flat_map(|step| step.to.iter())
        .map(|to| to.as_str().to_owned())
        .filter(|to| *to != from);
    let mut all = vec![from.clone()];
    all.extend(next);
    // Entered in error is the last thing somebody should choose.
    all.sort_by_key(|status| status == ERROR);
    Ok(all)
}

/// What stops a concern from standing there.
pub(super) fn check(
    concern: &Concern,
    to: &Standing,
    reason: &str,
    problems: &mut Problems,
) -> Result<(), Fault> {
    let from = from(concern);
    if to.status != from && !may_become(concern)?.contains(&to.status) {
        problems.say(
            "status",
            "It cannot go there from where it is. Choose another",
        );
        return Ok(());
    }
    let moves = to.status != from;
    let decided = concern.case.decided().next().is_some();
    let short = moves && reason.chars().count() < 10;
    if short && to.status == ERROR {
        problems.say(
            "reason",
            "Say what was entered wrongly. The record stays, and can be taken up again",
        );
    } else if short && !decided {
        problems.say("reason", "Say why. No decision has been written down yet");
    }
    if to.status == MONITORING && to.review.is_none() {
        problems.say("review", "Say when somebody looks at it again");
    }
    if [CLOSED, NO_FURTHER_ACTION].contains(&to.status.as_str()) && moves {
        close(concern, to, reason, problems);
    }
    Ok(())
}

/// Closing needs an end to everything that was begun (`record.toml`: conclusion, lessons, parents answered, no open
/// deadline); a reason stands in for what is still open.
fn close(concern: &Concern, to: &Standing, reason: &str, problems: &mut Problems) {
    if to.conclusion.is_empty() {
        problems.say("conclusion", "Say what came of it");
    }
    if to.lessons.is_empty() {
        problems.say("lessons", "Say what was learnt, or why nothing was");
    }
    if to.parents.is_empty() || to.parents == "pending" {
        problems.say("parents", "Say whether parents were told");
    }
    let open = concern.case.to_do().count();
    if open > 0 {
        problems.say(
            "status",
            match open {
                1 => "One thing is still to be done. Do it first, or say that it is not needed".to_owned(),
                open => format!("{open} things are still to be done. Do them first, or say that they are not needed"),
            },
        );
    }
    if concern.case.unanswered().next().is_some() && reason.is_empty() {
        problems.say(
            "reason",
            "A referral has not been answered. Say why it can be closed all the same",
        );
    }
    if SEVERE.contains(&to.severity.as_str()) && reason.is_empty() {
        problems.say("reason", "This was judged high. Say who read it with you");
    }
}
