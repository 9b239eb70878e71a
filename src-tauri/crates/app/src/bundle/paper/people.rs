//! Whoever is named, and whoever wrote.

use std::collections::{BTreeMap, BTreeSet};

use domain::room::Room as RoomKind;
use papers::{LaidOut, TableFacts};

use super::Making;
use super::tables::{row, tables};
use crate::Office;
use crate::bundle::exhibits::number_of;
use crate::wire::Fault;

/// Whoever is named in the records, each with their part in each, and whoever wrote in them.
pub(super) fn people(office: &mut Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let mut named: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut wrote: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for concern in &making.chosen.concerns {
        let number = number_of(concern);
        let view = office.as_redacted(crate::concern::view(office, RoomKind::Pupils, concern.id)?);
        for person in &view.people {
            let facts = [
                person.role.as_str(),
                person.detail.as_str(),
                number.as_str(),
            ];
            let facts: Vec<&str> = facts.into_iter().filter(|one| !one.is_empty()).collect();
            let part = facts.join(", ");
            // Two of one name are two rows.
            let of = person
                .id
                .clone()
                .or_else(|| person.adult.clone())
                .unwrap_or_default();
            named
                .entry((person.name.clone(), of))
                .or_default()
                .push(part);
        }
        for version in &concern.versions {
            let author = &version.step.author;
            let name = format!("{}, {}", author.name, crate::words::role(&author.role));
            let records = wrote.entry(name).or_default();
            if records.last() != Some(&number) {
                records.push(number.clone());
            }
        }
    }
    let initials: BTreeSet<(&str, &str)> = making
        .going
        .iter()
        .map(|one| &one.exhibit)
        .chain(making.records.iter().map(|one| &one.exhibit))
        .map(|exhibit| (exhibit.initials.as_str(), exhibit.name.as_str()))
        .collect();
    let rows = |all: Vec<(String, Vec<String>)>| {
        all.into_iter()
            .map(|(name, parts)| row(&[&name, &parts.join("; ")]))
            .collect()
    };
    tables(
        making,
        "People",
        vec![
            TableFacts {
                heading: "Named in the records".to_owned(),
                columns: vec![("Name".to_owned(), 1.0), ("Part in it".to_owned(), 2.0)],
                rows: rows(
                    named
                        .into_iter()
                        .map(|((name, _), parts)| (name, parts))
                        .collect(),
                ),
                none: "Nobody is named.".to_owned(),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Who wrote them".to_owned(),
                columns: vec![
                    ("Name and role then".to_owned(), 1.0),
                    ("Records".to_owned(), 2.0),
                ],
                rows: rows(wrote.into_iter().collect()),
                ..TableFacts::default()
            },
            TableFacts {
                heading: "Whose references the exhibits have".to_owned(),
                columns: vec![("Initials".to_owned(), 1.0), ("Name".to_owned(), 2.0)],
                rows: initials
                    .into_iter()
                    .map(|(initials, name)| row(&[initials, name]))
                    .collect(),
                none: "There is no exhibit.".to_owned(),
                ..TableFacts::default()
            },
        ],
        Vec::new(),
    )
}
