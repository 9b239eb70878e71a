//! Records as they are printed: an exhibit each, which whoever makes the bundle produces.

use domain::concern::Concern;
use domain::evidence::Exhibit;
use domain::id::PersonId;
use domain::room::Room as RoomKind;
use history::Hash;

use super::exhibits::number_of;
use super::references::References;
use super::select::Chosen;
use crate::Office;
use crate::office::not_a_member;
use crate::wire::{BundleRedact, Fault};

/// A record of concern in the state in which it is printed.
pub(super) struct PrintedRecord {
    /// Its reference.
    pub(super) exhibit: Exhibit,
    /// Its number.
    pub(super) record_no: String,
}

impl PrintedRecord {
    /// The beginning of its state, short enough to be read over a telephone.
    pub(super) fn state(&self) -> String {
        let state = self.exhibit.state.as_str();
        let four = |from: usize| state.get(from..from + 4).unwrap_or_default();
        format!("{} {} {} {}", four(0), four(4), four(8), four(12))
    }
}

/// Every record under its reference: the one it had, where the same person printed it in the same state before.
pub(super) fn printed_records(
    office: &Office,
    chosen: &Chosen,
    redact: Option<&BundleRedact>,
    references: &mut References,
) -> Result<Vec<PrintedRecord>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let opened = &office.sitting()?.opened;
    let producer = PersonId(opened.keys.id().0);
    let edition = redact.map(serde_json::to_vec).transpose();
    let edition = edition.map_err(|_| Fault::stopped())?;
    let record = |concern: &Concern| {
        let mut state = room.record_state(concern.id)?;
        if let Some(edition) = &edition {
            // What does not show everything is another thing than what does, and has a reference of its own.
            state = Hash::of(&[b"strongroom-printed-edition/v1\n", &state.0, edition]);
        }
        let digest = Hash::of(&[
            b"strongroom-printed-record/v1\n",
            &concern.id.0,
            &producer.0,
            &state.0,
        ]);
        let exhibit = references.of_this(
            room,
            Exhibit {
                initials: String::new(),
                number: 0,
                producer,
                name: opened.card.name.clone(),
                concern: concern.id,
                file: Exhibit::of_record(&digest.0),
                state: state.to_string(),
            },
        )?;
        Ok(PrintedRecord {
            exhibit,
            record_no: number_of(concern),
        })
    };
    chosen.concerns.iter().map(record).collect()
}
