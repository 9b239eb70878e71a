//! Concerns that name somebody as a pupil is called, and do not say that it is this pupil: written by somebody who could not
//! choose from the list, and not linked by anybody since.

use std::collections::BTreeSet;

use domain::id::PupilId;
use domain::room::Room as RoomKind;
use vault::ask::ConcernLine;

use crate::Office;
use crate::office::not_a_member;
use crate::pupil::Whole;
use crate::wire::{Fault, UnlinkedConcern};

/// How many are given of each room.
const MOST: usize = 60;

/// Concerns that may belong to a pupil's file, for their page.
pub fn may_belong(office: &Office, pupil: &str) -> Result<Vec<UnlinkedConcern>, Fault> {
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let whole = office.whole_pupil(id)?;
    Ok(unlinked(office, &whole, None)?
        .into_iter()
        .map(|line| UnlinkedConcern {
            id: line.id.to_string(),
            record_no: line.record_no,
            written: office.moment(line.written),
        })
        .collect())
}

/// Those of every room whoever is in may open, or of one alone, the newest first, by every name that people call the pupil.
pub(crate) fn unlinked(
    office: &Office,
    whole: &Whole,
    only: Option<RoomKind>,
) -> Result<Vec<ConcernLine>, Fault> {
    let names = BTreeSet::from([whole.facts.name(), whole.facts.legal_name()]);
    let records: Vec<PupilId> = whole.records().collect();
    let mut found: Vec<ConcernLine> = Vec::new();
    let rooms = office.sitting()?.rooms.iter();
    for (_, room) in rooms.filter(|(kind, _)| only.is_none_or(|only| only == **kind)) {
        for name in &names {
            for line in room.naming_nobody(name, &records, MOST)? {
                if !found.iter().any(|known| known.id == line.id) {
                    found.push(line);
                }
            }
        }
    }
    found.sort_by_key(|line| std::cmp::Reverse(line.row));
    Ok(found)
}
