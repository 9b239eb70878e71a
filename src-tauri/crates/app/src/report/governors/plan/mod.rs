//! What each measure of the report says: its rows, and what is counted in each.

mod children;
mod concerns;
mod files;
mod online;
mod people;
mod referrals;

use domain::disclosure::{Days, Leaf};
use guidance::Counts;

use super::periods::Periods;
use super::streams::{Stream, Streams};
use crate::wire::Fault;
use crate::{Office, say};

/// What a measure says.
#[derive(Default)]
pub(super) struct Plan {
    /// Its rows, in their order.
    pub(super) rows: Vec<RowPlan>,
    /// Its rows with nothing in them are left out: a long list of categories.
    pub(super) only_what_is_there: bool,
    /// It is known for all of the school alone: registers do not say at which site.
    pub(super) whole_school: bool,
}

/// A row.
pub(super) struct RowPlan {
    pub(super) label: String,
    pub(super) cells: Vec<CellPlan>,
}

/// A number of a row.
pub(super) enum CellPlan {
    /// It is counted, and said as far as it may be.
    Counted(Counting),
    /// It says nothing of anybody.
    Known { when: String, value: String },
}

/// What is counted for a number.
#[derive(Clone)]
pub(super) struct Counting {
    /// The stream.
    pub(super) stream: String,
    /// What of it.
    pub(super) of: Vec<Leaf>,
    /// In which days.
    pub(super) days: Days,
    /// The same, where they are others than the report's.
    pub(super) when: String,
}

/// What is at hand when rows are planned.
pub(super) struct Desk<'a> {
    pub(super) office: &'a Office,
    pub(super) periods: &'a Periods,
    /// Streams that are made as they are asked for.
    pub(super) streams: &'a mut Streams,
}

impl Desk<'_> {
    /// A row of a stream, in the days of the report and in as many before as are asked for.
    fn row(&self, label: &str, stream: &str, of: Vec<Leaf>, before: usize) -> RowPlan {
        let now = (String::new(), self.periods.now);
        let earlier = self.periods.before.iter().take(before);
        let earlier = earlier.map(|days| (days_said(*days), *days));
        let cells = std::iter::once(now).chain(earlier).map(|(when, days)| {
            CellPlan::Counted(Counting {
                stream: stream.to_owned(),
                of: of.clone(),
                days,
                when,
            })
        });
        RowPlan {
            label: label.to_owned(),
            cells: cells.collect(),
        }
    }

    /// A row of what says nothing of anybody.
    fn known(&self, label: &str, value: usize) -> RowPlan {
        RowPlan {
            label: label.to_owned(),
            cells: vec![CellPlan::Known {
                when: String::new(),
                value: value.to_string(),
            }],
        }
    }

    /// A stream that is made when it is first asked for; gives its name.
    fn made(
        &mut self,
        name: String,
        make: impl FnOnce(&Office) -> Result<Stream, Fault>,
    ) -> Result<String, Fault> {
        if !self.streams.contains_key(&name) {
            let stream = make(self.office)?;
            self.streams.insert(name.clone(), stream);
        }
        Ok(name)
    }
}

/// What a counted measure says. Nothing for one that leads write, and for those that the head releases.
pub(super) fn plan(desk: &mut Desk<'_>, measure: &str) -> Result<Option<Plan>, Fault> {
    let found = match measure.split_once('.') {
        Some(("context" | "caseload", _)) => children::plan(desk, measure)?,
        Some(("concerns", of)) => concerns::plan(desk, of)?,
        Some(("coc" | "attendance", _)) => concerns::signs(desk, measure)?,
        Some(("online", of)) => online::plan(desk, of)?,
        Some(("referrals", of)) => referrals::plan(desk, of),
        Some(("files", of)) => files::plan(desk, of),
        Some(("people" | "assure", _)) => people::plan(desk, measure)?,
        _ => None,
    };
    Ok(found)
}

/// `1 Sep 2026 to 18 Dec 2026`, or one day.
pub(in crate::report) fn days_said(days: Days) -> String {
    match days.from == days.to {
        true => say::date_and_year(days.from),
        false => format!(
            "{} to {}",
            say::date_and_year(days.from),
            say::date_and_year(days.to)
        ),
    }
}

/// What a number counts, as the table of figures says it.
pub(super) fn counts_said(counts: Counts) -> &'static str {
    match counts {
        Counts::People => "people",
        Counts::Events => "events",
        Counts::Things => "things",
    }
}
