//! What the papers of a bundle have in common.

use papers::{LaidOut, TableFacts, TablesFacts, Words};

use super::Making;
use crate::wire::Fault;

pub(super) fn tables(
    making: &Making<'_>,
    title: &str,
    tables: Vec<TableFacts>,
    sign: Vec<Vec<(String, f32)>>,
) -> Result<LaidOut, Fault> {
    Ok(papers::tables(&facts_of(making, title, tables, sign))?)
}

pub(super) fn facts_of(
    making: &Making<'_>,
    title: &str,
    tables: Vec<TableFacts>,
    sign: Vec<Vec<(String, f32)>>,
) -> TablesFacts {
    TablesFacts {
        printed: making.printed.clone(),
        title: title.to_owned(),
        about: Vec::new(),
        tables,
        sign,
    }
}

pub(super) fn plain(text: &str) -> Vec<Words> {
    vec![Words::Plain(text.to_owned())]
}

pub(super) fn row(cells: &[&str]) -> Vec<Vec<Words>> {
    cells.iter().map(|cell| plain(cell)).collect()
}

/// A hash in groups of four, as it is read over a telephone.
pub(super) fn in_groups(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
