//! The file of a history, read with what a person said about it.

use exchange::past::{
    PastField, PastMatching, PastReading, choose_columns, guess_source, match_columns, read_past,
    read_table,
};
use exchange::roll::{Table, decode};

use crate::Office;
use crate::wire::{Fault, FaultKind, HistoryChoices};

/// Where a history may come from.
pub(super) const SOURCES: [&str; 3] = ["CPOMS", "MyConcern", "another system"];

/// A history, read.
pub(super) struct History {
    pub table: Table,
    pub matching: PastMatching,
    pub reading: PastReading,
    /// The program; empty where nobody knows.
    pub source: String,
}

/// Reads the file that was brought under a token.
pub(super) fn read(
    office: &Office,
    token: &str,
    choices: &HistoryChoices,
) -> Result<History, Fault> {
    let bytes = office.lists.get(token).ok_or_else(|| {
        Fault::new(FaultKind::Missing, "That file is no longer here.").next("Choose it again.")
    })?;
    let table = read_table(decode(bytes.to_vec())?)?;
    let matching = match &choices.columns {
        None => match_columns(&table),
        Some(chosen) => {
            let fields = chosen
                .iter()
                .map(|id| match id.as_deref().filter(|id| !id.is_empty()) {
                    None => Ok(None),
                    Some(id) => PastField::from_id(id).map(Some).ok_or_else(|| {
                        Fault::field("columns", format!("There is no field called {id}"))
                    }),
                })
                .collect::<Result<Vec<_>, _>>()?;
            choose_columns(&table, &fields)?
        }
    };
    let source = match choices
        .source
        .as_deref()
        .filter(|source| !source.is_empty())
    {
        Some(source) if SOURCES.contains(&source) => source,
        Some(_) => return Err(Fault::field("source", "Choose where the file comes from")),
        None => guess_source(&table).unwrap_or_default(),
    };
    let today = office.around.local().date_naive();
    Ok(History {
        reading: read_past(&table, &matching, today),
        source: source.to_owned(),
        table,
        matching,
    })
}
