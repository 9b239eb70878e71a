//! Whether lists may be looked at and shown, and of which days and site they are.

use chrono::Months;
use domain::disclosure::Days;

use crate::Office;
use crate::paper::one_line;
use crate::report::governors::days_of;
use crate::rights::{self, Right};
use crate::wire::{Fault, FaultKind, InspectionAsked, Problem};

/// The longest names of whoever is shown something, and of whom they inspect for, in characters: both stand in the foot of a page.
const LONGEST: (usize, usize) = (46, 24);

/// Lists whose days and site are said.
pub(super) struct Settled {
    /// Their days.
    pub(super) days: Days,
    /// The site they are of.
    pub(super) site: Option<String>,
    /// Pupils stand in them by name.
    pub(super) names: bool,
}

/// Whether they may be looked at. Without days they are of the last twelve months.
pub(super) fn settle(office: &Office, asked: &InspectionAsked) -> Result<Settled, Fault> {
    rights::need(office, Right::Inspection)?;
    rights::need(office, Right::AllPupilRecords)?;
    let today = office.around.local().date_naive();
    let days = match (&asked.from, &asked.to) {
        (None, None) => Days {
            from: (today - Months::new(12)).succ_opt().unwrap_or(today),
            to: today,
        },
        (from, to) => days_of(from, to)?,
    };
    let site = asked.site.as_deref().filter(|site| !site.is_empty());
    if let Some(site) = site
        && !office
            .sitting()?
            .settings
            .sites
            .iter()
            .any(|one| one == site)
    {
        return Err(Fault::field("site", "The school has no site of this name"));
    }
    Ok(Settled {
        days,
        site: site.map(str::to_owned),
        names: asked.names,
    })
}

/// For whom somebody inspects, and who they are. Nothing is shown before both are said.
pub(super) fn to_whom(asked: &InspectionAsked) -> Result<(String, String), Fault> {
    let (body, to) = (one_line(&asked.body), one_line(&asked.to_whom));
    let mut problems = Vec::new();
    let mut refuse = |field: &str, say: String| {
        problems.push(Problem {
            field: field.to_owned(),
            say,
        });
    };
    let said = |text: &str| text.chars().any(char::is_alphanumeric);
    if !said(&body) {
        refuse("body", "Say for whom they inspect".to_owned());
    } else if body.chars().count() > LONGEST.1 {
        refuse(
            "body",
            format!("Say it in {} characters or fewer", LONGEST.1),
        );
    }
    if !said(&to) {
        refuse("to_whom", "Say who is shown it".to_owned());
    } else if to.chars().count() > LONGEST.0 {
        refuse(
            "to_whom",
            format!("Say it in {} characters or fewer", LONGEST.0),
        );
    }
    if problems.is_empty() {
        return Ok((body, to));
    }
    let mut fault = Fault::new(
        FaultKind::Refused,
        "Something is still to be said before anything is shown.",
    )
    .kept("Nothing was shown, and nothing was recorded.");
    fault.problems = problems;
    Err(fault)
}
