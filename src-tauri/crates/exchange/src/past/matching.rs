//! Says which column of a history holds what.

use super::field::{PastField, claim};
use crate::ExchangeError;
use crate::roll::{Decoded, Table, bare};

/// What each column holds, by its place; `None` stays in the original file alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMatching {
    /// One for each column.
    pub columns: Vec<Option<PastField>>,
}

impl PastMatching {
    /// The column that holds a field.
    pub fn column(&self, field: PastField) -> Option<usize> {
        self.columns.iter().position(|held| *held == Some(field))
    }
}

/// Finds the headings of a history.
pub fn read_table(decoded: Decoded) -> Result<Table, ExchangeError> {
    Table::read_as(decoded, |cell| claim(cell).is_some())
}

/// Matches columns by their headings. Of two that claim one field the surer name wins.
pub fn match_columns(table: &Table) -> PastMatching {
    let mut columns: Vec<Option<PastField>> = vec![None; table.headings().len()];
    let mut claims: Vec<(usize, usize, PastField)> = table
        .headings()
        .iter()
        .enumerate()
        .filter_map(|(index, heading)| claim(heading).map(|(field, place)| (place, index, field)))
        .collect();
    claims.sort_by_key(|(place, index, _)| (*place, *index));
    for (_, index, field) in claims {
        if !columns.contains(&Some(field))
            && let Some(column) = columns.get_mut(index)
        {
            *column = Some(field);
        }
    }
    PastMatching { columns }
}

/// Columns as a person chose them.
pub fn choose_columns(
    table: &Table,
    chosen: &[Option<PastField>],
) -> Result<PastMatching, ExchangeError> {
    if chosen.len() != table.headings().len() {
        return Err(ExchangeError::OtherColumns);
    }
    for (place, field) in chosen.iter().enumerate() {
        if let Some(field) = field
            && chosen
                .iter()
                .skip(place + 1)
                .any(|other| *other == Some(*field))
        {
            return Err(ExchangeError::ChosenTwice {
                title: field.title(),
            });
        }
    }
    Ok(PastMatching {
        columns: chosen.to_vec(),
    })
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
