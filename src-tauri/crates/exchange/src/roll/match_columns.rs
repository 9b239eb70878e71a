//! Says which column holds what.

use super::field::Field;
use super::headings::{beside_the_legal_one, claim};
use super::problem::RowProblem;
use super::table::Table;
use crate::ExchangeError;

/// What each column holds, by its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matching {
    /// One for each column; `None` is left out of the record.
    pub columns: Vec<Option<Field>>,
    /// Columns that claimed what another gives better.
    pub warnings: Vec<RowProblem>,
}

impl Matching {
    /// The column that holds a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|held| *held == Some(field))
    }

    /// Whether the list says anything about a field. What it does not mention it does not contradict.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }
}

/// Matches columns by the names that systems usually give them, whatever their case, spaces and punctuation.
///
/// When two claim one field the better name wins and the other is left out with a warning. A plain "Surname" or
/// "Forename" beside a legal one is the preferred one, as SIMS, Arbor and Bromcom have it.
pub fn match_columns(table: &Table) -> Matching {
    let headings = table.headings();
    let mut columns: Vec<Option<Field>> = vec![None; headings.len()];
    let mut claims: Vec<(usize, Field, usize)> = headings
        .iter()
        .enumerate()
        .filter_map(|(index, heading)| {
            claim(heading).map(|(field, sureness)| (index, field, sureness))
        })
        .collect();
    // The surest first, then the leftmost.
    claims.sort_by_key(|(index, _, sureness)| (std::cmp::Reverse(*sureness), *index));

    let mut late = Vec::new();
    for (index, field, _) in claims {
        match columns.iter().position(|held| *held == Some(field)) {
            None => give(&mut columns, index, field),
            Some(winner) => late.push((index, field, winner)),
        }
    }

    let mut warnings = Vec::new();
    for (index, field, winner) in late {
        let beside = headings
            .get(winner)
            .and_then(|heading| beside_the_legal_one(field, heading));
        match beside.filter(|beside| !columns.contains(&Some(*beside))) {
            Some(beside) => give(&mut columns, index, beside),
            None => {
                let say = format!(
                    "This column and “{}” both seem to be the {}. “{}” is used and this one is left out.",
                    table.column_name(winner),
                    field.title(),
                    table.column_name(winner)
                );
                warnings.push(RowProblem {
                    row: table.heading_row(),
                    column: table.column_name(index),
                    say,
                });
            }
        }
    }
    leave_out_whole_names(table, &mut columns, &mut warnings);
    warnings.sort_by_key(|warning| {
        headings
            .iter()
            .position(|heading| *heading == warning.column)
    });

    Matching { columns, warnings }
}

/// Takes the columns as a person chose them.
pub fn choose_columns(table: &Table, columns: &[Option<Field>]) -> Result<Matching, ExchangeError> {
    if columns.len() != table.headings().len() {
        return Err(ExchangeError::OtherColumns);
    }
    for field in Field::ALL {
        if columns.iter().filter(|held| **held == Some(*field)).count() > 1 {
            return Err(ExchangeError::ChosenTwice {
                title: field.title(),
            });
        }
    }

    Ok(Matching {
        columns: columns.to_vec(),
        warnings: Vec::new(),
    })
}

/// A whole name is not needed beside a surname and a forename, and of two whole names one is enough.
fn leave_out_whole_names(
    table: &Table,
    columns: &mut [Option<Field>],
    warnings: &mut Vec<RowProblem>,
) {
    let has = |columns: &[Option<Field>], field| columns.contains(&Some(field));
    let parts = has(columns, Field::LegalSurname) && has(columns, Field::LegalForename);
    let surname_first = has(columns, Field::NameSurnameFirst);
    for (index, held) in columns.iter_mut().enumerate() {
        let spare = match held {
            Some(Field::NameSurnameFirst) => parts,
            Some(Field::NameForenameFirst) => parts || surname_first,
            Some(_) | None => false,
        };
        if spare {
            *held = None;
            let say =
                "Names are taken from the other columns, and this one is left out.".to_owned();
            warnings.push(RowProblem {
                row: table.heading_row(),
                column: table.column_name(index),
                say,
            });
        }
    }
}

fn give(columns: &mut [Option<Field>], index: usize, field: Field) {
    if let Some(column) = columns.get_mut(index) {
        *column = Some(field);
    }
}
