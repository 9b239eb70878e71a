//! What happened to each exhibit since it came, as far as the record knows: gaps are said to be gaps.

use chrono::{DateTime, Utc};
use domain::room::Room as RoomKind;

use super::exhibits::Going;
use super::items::{GAP, OF_A_THING};
use super::printed::PrintedRecord;
use super::select::Chosen;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::Fault;

/// So long without anything is said in words.
const GAP_DAYS: i64 = 1;

/// One thing that happened to an exhibit.
#[derive(Clone)]
pub(super) struct Event {
    /// Its reference.
    pub(super) exhibit: String,
    /// When, by the laptop\u{2019}s clock.
    pub(super) at: DateTime<Utc>,
    /// What: `received`, `viewed`, `copied`, `exported`; of a record `written`, `corrected`, `taken out`, `printed`.
    pub(super) event: &'static str,
    /// Who.
    pub(super) who: String,
    /// How, or what for.
    pub(super) detail: String,
    /// SHA-256 when it was reckoned; empty where it was not.
    pub(super) sha256: String,
}

/// Everything the record knows of each exhibit, one after the other in their order. The last is that it goes now.
pub(super) fn events(
    office: &Office,
    going: &[Going],
    (number, by, at): (&str, &str, DateTime<Utc>),
) -> Result<Vec<Event>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut all = Vec::new();
    for one in going {
        let reference = one.exhibit.reference();
        let source = one.fact.source.as_deref().unwrap_or_default();
        let from = match source {
            "" => String::new(),
            source => format!(", from \u{201c}{source}\u{201d}"),
        };
        let event = |at, event, who: &str, detail: String, hashed: bool| Event {
            exhibit: reference.clone(),
            at,
            event,
            who: who.to_owned(),
            detail,
            sha256: if hashed {
                one.fact.sha256.clone()
            } else {
                String::new()
            },
        };
        all.push(event(
            one.added.written.to_utc(),
            "received",
            &one.added.author.name,
            format!("Taken into the record and encrypted{from}"),
            true,
        ));
        let id = one.fact.id.to_string();
        let mut looks = Vec::new();
        for (what, said) in [("file", "viewed"), ("file_taken_out", "copied")] {
            for look in room.looks_at(what, &id)? {
                let at = DateTime::from_timestamp_millis(look.at).unwrap_or_default();
                looks.push(event(at, said, &look.name, look.detail, said == "copied"));
            }
        }
        looks.sort_by_key(|look| look.at);
        all.extend(looks);
        all.push(event(
            at,
            "exported",
            by,
            format!("Copied into bundle {number}; its hash is that of its intake"),
            true,
        ));
    }
    Ok(all)
}

/// The same of the records that are printed: who wrote and corrected each, when it left before, and that it is printed now.
pub(super) fn record_events(
    office: &Office,
    (chosen, records): (&Chosen, &[PrintedRecord]),
    (number, by, at): (&str, &str, DateTime<Utc>),
) -> Result<Vec<Event>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut all = Vec::new();
    for (concern, one) in chosen.concerns.iter().zip(records) {
        let event = |at, event, who: &str, detail: String| Event {
            exhibit: one.exhibit.reference(),
            at,
            event,
            who: who.to_owned(),
            detail,
            sha256: String::new(),
        };
        let mut before = Vec::new();
        for (place, version) in concern.versions.iter().enumerate() {
            let step = &version.step;
            let (what, said) = match place {
                0 => ("written", "Recorded and signed".to_owned()),
                _ => ("corrected", format!("Version {} signed", place + 1)),
            };
            let entry = format!("{said}: entry {} of that laptop", step.number);
            before.push(event(step.written.to_utc(), what, &step.author.name, entry));
        }
        let looks = room.looks_at("concern", &concern.id.to_string())?;
        for look in looks.into_iter().filter(|look| !look.detail.is_empty()) {
            let at = DateTime::from_timestamp_millis(look.at).unwrap_or_default();
            before.push(event(at, "taken out", &look.name, look.detail));
        }
        before.sort_by_key(|event| event.at);
        all.extend(before);
        let said = format!("Printed in bundle {number}, in the state {}", one.state());
        all.push(event(at, "printed", by, said));
    }
    Ok(all)
}

/// What is said between two things that happened, where nothing is known in between.
pub(super) fn gap(before: &Event, after: &Event) -> Option<String> {
    // A record is read and added to where it lies; what was written of it stands in it.
    let lies = ["corrected", "taken out", "printed", GAP].contains(&after.event);
    // Of a thing it is known otherwise where it was.
    let thing = after.event.starts_with(OF_A_THING);
    let long = (after.at - before.at).num_days() >= GAP_DAYS;
    (long && !lies && !thing && before.exhibit == after.exhibit)
        .then(|| "No event recorded in between".to_owned())
}

const COLUMNS: [&str; 6] = ["exhibit", "at_utc", "event", "who", "detail", "sha256"];

/// The same with a line for each time of which nothing is known.
pub(super) fn with_gaps(events: &[Event]) -> Vec<Event> {
    let mut all: Vec<Event> = Vec::new();
    for event in events {
        if let Some(said) = all.last().and_then(|before| gap(before, event)) {
            all.push(Event {
                exhibit: event.exhibit.clone(),
                at: event.at,
                event: GAP,
                who: String::new(),
                detail: said,
                sha256: String::new(),
            });
        }
        all.push(event.clone());
    }
    all
}

/// The log as a table that any program opens.
pub(super) fn csv(events: &[Event]) -> Result<String, Fault> {
    let rows: Vec<Vec<String>> = events.iter().map(|event| cells(event).to_vec()).collect();
    exchange::sheet::csv(&COLUMNS, &rows).map_err(|_| Fault::stopped())
}

/// The same, a JSON object on each line.
pub(super) fn jsonl(events: &[Event]) -> Result<String, Fault> {
    let mut text = String::new();
    for event in events {
        let line: serde_json::Map<String, serde_json::Value> = COLUMNS
            .into_iter()
            .map(str::to_owned)
            .zip(cells(event).map(serde_json::Value::from))
            .collect();
        text.push_str(&serde_json::to_string(&line).map_err(|_| Fault::stopped())?);
        text.push('\n');
    }
    Ok(text)
}

/// Its columns, as both logs have them.
pub(super) fn cells(event: &Event) -> [String; 6] {
    [
        event.exhibit.clone(),
        event.at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        event.event.to_owned(),
        event.who.clone(),
        event.detail.clone(),
        event.sha256.clone(),
    ]
}
