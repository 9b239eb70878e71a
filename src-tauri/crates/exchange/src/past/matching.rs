//! Says which column of a history holds what.

use super::field::{PastField, claim};
use crate::ExchangeError;
use crate::columns::{Columns, Heading};
use crate::roll::{Decoded, Table, bare};

/// What each column holds; what is not taken in stays in the original file alone.
pub type PastMatching = Columns<PastField>;

impl Heading for PastField {
    fn claim(heading: &str) -> Option<(Self, usize)> {
        claim(heading)
    }

    fn title(self) -> &'static str {
        Self::title(self)
    }
}

/// Finds the headings of a history.
pub fn read_table(decoded: Decoded) -> Result<Table, ExchangeError> {
    PastMatching::table(decoded)
}

/// Matches columns by their headings.
pub fn match_columns(table: &Table) -> PastMatching {
    PastMatching::matched(table)
}

/// Columns as a person chose them.
pub fn choose_columns(
    table: &Table,
    chosen: &[Option<PastField>],
) -> Result<PastMatching, ExchangeError> {
    PastMatching::chosen(table, chosen)
}

/// The program a history looks to be from, by its headings; nothing when they do not tell.
pub fn guess_source(table: &Table) -> Option<&'static str> {
    let has = |names: &[&str]| {
        table
            .headings()
            .iter()
            .any(|heading| names.contains(&bare(heading).as_str()))
    };
    if has(&[
        "concernid",
        "concernsummary",
        "concernlevel",
        "detailsofconcern",
    ]) {
        Some("MyConcern")
    } else if has(&[
        "incidentnumber",
        "incidentid",
        "linkedstudents",
        "linkedstudent",
        "incident",
    ]) {
        Some("CPOMS")
    } else {
        None
    }
}
