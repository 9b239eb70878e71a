//! Which column of another program's table holds what: told by its heading, or by a person.

use crate::ExchangeError;
use crate::roll::{Decoded, Table};

/// Something that a column can hold.
pub trait Heading: Copy + Eq + 'static {
    /// What a heading names, and its place among the names of that: the first is the surest.
    fn claim(heading: &str) -> Option<(Self, usize)>;
    /// What a person chooses it by.
    fn title(self) -> &'static str;
}

/// What each column holds, by its place; `None` is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns<F> {
    /// One for each column.
    pub columns: Vec<Option<F>>,
}

impl<F: Heading> Columns<F> {
    /// The column that holds something.
    pub fn column(&self, field: F) -> Option<usize> {
        self.columns.iter().position(|held| *held == Some(field))
    }

    /// Finds the headings of a table.
    pub fn table(decoded: Decoded) -> Result<Table, ExchangeError> {
        Table::read_as(decoded, |cell| F::claim(cell).is_some())
    }

    /// Matches columns by their headings. Of two that claim one thing the surer name wins.
    pub fn matched(table: &Table) -> Self {
        let mut columns: Vec<Option<F>> = vec![None; table.headings().len()];
        let mut claims: Vec<(usize, usize, F)> = table
            .headings()
            .iter()
            .enumerate()
            .filter_map(|(index, heading)| {
                F::claim(heading).map(|(field, place)| (place, index, field))
            })
            .collect();
        claims.sort_by_key(|(place, index, _)| (*place, *index));
        for (_, index, field) in claims {
            if !columns.contains(&Some(field))
                && let Some(column) = columns.get_mut(index)
            {
                *column = Some(field);
            }
        }
        Self { columns }
    }

    /// Columns as a person chose them.
    pub fn chosen(table: &Table, chosen: &[Option<F>]) -> Result<Self, ExchangeError> {
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
        Ok(Self {
            columns: chosen.to_vec(),
        })
    }
}
