//! Bundles that were made before of the same pupils or concerns: whoever agrees to another should know of them.

use std::collections::BTreeSet;

use domain::evidence::Bundle;
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::ask::BundleLine;

use super::select::Chosen;
use crate::office::not_a_member;
use crate::wire::{BundleEarlier, Fault};
use crate::{Office, say};

/// So many bundles are looked through: more than a school makes.
const MOST: u32 = 5_000;

/// `Bundle MV-26-ABC-B1, 3 Oct 2026, to DC Hartigan`, the latest first.
pub(super) fn earlier(office: &Office, chosen: &Chosen) -> Result<Vec<BundleEarlier>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let concerns: BTreeSet<ConcernId> = chosen.concerns.iter().map(|concern| concern.id).collect();
    let touches = |made: &Bundle| {
        let of_pupils = made.pupils.iter().any(|id| chosen.records.contains(id));
        let mut of_concerns = made.supplied.iter().filter_map(|one| one.concern);
        of_pupils || of_concerns.any(|id| concerns.contains(&id))
    };
    let said = |line: BundleLine| {
        let day = say::at(line.at, office.around.zone)
            .map_or_else(String::new, |at| say::date_and_year(at.date_naive()));
        let made = line.made;
        let to = match made.gate.recipient.trim() {
            "" => made.request.contact.officer,
            recipient => recipient.to_owned(),
        };
        BundleEarlier {
            line: format!(
                "Bundle {}, {day}, to {}",
                made.number,
                crate::paper::one_line(&to)
            ),
            redacted: made.redaction.is_some(),
            number: made.number,
        }
    };
    let lines = room.bundles(MOST)?.into_iter();
    Ok(lines.filter(|line| touches(&line.made)).map(said).collect())
}
