//! What must be said before a report is made, and who may make one.

use domain::disclosure::Days;

use super::periods::Periods;
use crate::Office;
use crate::report::days::read;
use crate::rights::{self, Right};
use crate::wire::{Fault, FaultKind, Problem, ReportAsked};

/// The longest report, in days: two school years.
const LONGEST: i64 = 800;

/// A report whose days and site are said.
pub(super) struct Settled {
    /// Its days and those before.
    pub(super) periods: Periods,
    /// The site it is about.
    pub(super) site: Option<String>,
}

/// Whether it may be looked at, and its days are said.
pub(super) fn settle(office: &Office, asked: &ReportAsked) -> Result<Settled, Fault> {
    rights::need(office, Right::Reports)?;
    rights::need(office, Right::AllPupilRecords)?;
    let days = days(&asked.from, &asked.to)?;
    let settings = &office.sitting()?.settings;
    let site = asked.site.as_deref().filter(|site| !site.is_empty());
    if let Some(site) = site
        && !settings.sites.iter().any(|one| one == site)
    {
        return Err(Fault::field("site", "The school has no site of this name"));
    }
    let periods = Periods::before(days, &settings.terms)
        .ok_or_else(|| Fault::field("from", "We could not read this day. Try: 1 Sep"))?;
    Ok(Settled {
        periods,
        site: site.map(str::to_owned),
    })
}

/// The first and the last day of something.
pub(in crate::report) fn days(from: &Option<String>, to: &Option<String>) -> Result<Days, Fault> {
    let missing = "Say of which days the report is to be";
    let problems = match read(from.as_ref(), to.as_ref(), missing) {
        Ok(days) if (days.to - days.from).num_days() <= LONGEST => return Ok(days),
        Ok(_) => vec![problem("to", "A report is of two years at most")],
        Err(problems) => problems,
    };
    let mut fault = Fault::new(
        FaultKind::Refused,
        "Something is still to be settled before there is a report.",
    )
    .kept("Nothing was made, and nothing was recorded.");
    fault.problems = problems;
    Err(fault)
}

pub(super) fn problem(field: &str, say: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        say: say.to_owned(),
    }
}
