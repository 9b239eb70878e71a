//! What happened to each exhibit, with room for what happens next.

use papers::{LaidOut, Style, TableFacts, Words};

use super::Making;
use super::tables::{row, tables};
use crate::Office;
use crate::bundle::continuity::{Event, gap};
use crate::paper::labelled;
use crate::wire::Fault;

pub(super) fn continuity(office: &Office, making: &Making<'_>) -> Result<LaidOut, Fault> {
    let columns = [
        ("When", 1.1),
        ("What", 0.7),
        ("Who", 1.1),
        ("How, and what for", 2.0),
        ("Hash", 0.7),
    ];
    let columns = columns
        .map(|(name, share)| (name.to_owned(), share))
        .to_vec();
    let table = |reference: String, sha256: &str| {
        let events: Vec<&Event> = making
            .events
            .iter()
            .filter(|event| event.exhibit == reference)
            .collect();
        let mut rows: Vec<Vec<Vec<Words>>> = Vec::new();
        for (at, event) in events.iter().enumerate() {
            if let Some(said) = at
                .checked_sub(1)
                .and_then(|before| gap(events.get(before)?, event))
            {
                rows.push(row(&["", "", "", &said, ""]));
            }
            let hash = match event.sha256.as_str() {
                "" if sha256.is_empty() => "",
                "" => "not reckoned",
                _ if event.event == "received" => "first hash",
                hash if hash == sha256 => "the same",
                _ => "NO",
            };
            rows.push(row(&[
                &office.signed_at(event.at.fixed_offset()),
                event.event,
                &event.who,
                &event.detail,
                hash,
            ]));
        }
        // Nothing of it changes hands with an edition that does not hold it.
        let by_hand = row(&[
            "",
            "handed over",
            "",
            "To be written in by hand: to whom, date, time, seal",
            "",
        ]);
        rows.extend(making.originals.then_some(by_hand));
        TableFacts {
            heading: format!("Exhibit {reference}"),
            columns: columns.clone(),
            rows,
            ..TableFacts::default()
        }
    };
    let mut all = vec![TableFacts {
        words: vec![labelled(
            Style::Account,
            "",
            "What the record knows of each exhibit since it was taken in, and of each printed record since it was written. Times are UK time, by the clocks of the laptops it was done on. What happened before, and what happens after this bundle was handed over, is for whoever held it to say.",
            None,
        )],
        ..TableFacts::default()
    }];
    all.extend(
        making
            .going
            .iter()
            .map(|one| table(one.exhibit.reference(), making.hash_of(one))),
    );
    all.extend(
        making
            .records
            .iter()
            .map(|one| table(one.exhibit.reference(), "")),
    );
    tables(making, "Continuity of each exhibit", all, Vec::new())
}
