//! What a bundle would hold, before anything is made.

use domain::room::Room as RoomKind;

use super::earlier::earlier;
use super::exhibits::{give, number_of};
use super::kept;
use super::paper::others;
use super::select::choose;
use super::uk_time::in_uk_time;
use crate::office::not_a_member;
use crate::wire::{BundleConcern, BundleKept, BundleLeftOut, BundlePreview, BundleSelect, Fault};
use crate::{Office, say};

/// What a choice comes to: what would be supplied, and what would not, with why. Nothing is given a number yet.
pub fn preview_bundle(office: &mut Office, select: BundleSelect) -> Result<BundlePreview, Fault> {
    super::create::may(office)?;
    in_uk_time(office, |office| looked_at(office, &select))
}

fn looked_at(office: &mut Office, select: &BundleSelect) -> Result<BundlePreview, Fault> {
    let mut chosen = choose(office, select)?;
    let exhibits = give(office, &mut chosen, None)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let concerns = chosen
        .concerns
        .iter()
        .map(|concern| {
            let line = room.concern_line(concern.id)?;
            Ok(BundleConcern {
                id: concern.id.to_string(),
                record_no: number_of(concern),
                about: line.about,
                category: crate::words::category(&line.category),
                at: office.moment(line.occurred.unwrap_or(line.written)),
            })
        })
        .collect::<Result<_, Fault>>()?;
    let bytes = exhibits.going.iter().map(|one| one.fact.size).sum();
    Ok(BundlePreview {
        concerns,
        exhibits: exhibits
            .going
            .iter()
            .map(|one| one.exhibit.reference())
            .collect(),
        printed: exhibits
            .records
            .iter()
            .map(|one| one.exhibit.reference())
            .collect(),
        size: say::size(bytes),
        others: others(office, &chosen, None)?,
        mentions: super::mentioned::to_ask(&chosen),
        earlier: earlier(office, &chosen)?,
        left_out: chosen
            .left_out
            .into_iter()
            .map(|one| BundleLeftOut {
                what: one.what,
                why: one.why,
                not_held: one.not_held,
            })
            .collect(),
    })
}

/// What was typed for a bundle of the same pupils and concerns and not made; nothing where there is nothing.
pub fn kept_bundle(office: &Office, select: &BundleSelect) -> Result<Option<BundleKept>, Fault> {
    super::create::may(office)?;
    Ok(kept::kept(office, select).map(|(at, spec)| BundleKept {
        spec,
        at: office.moment(at),
    }))
}
