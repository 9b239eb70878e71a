//! Pairs of records that may be one, the likeliest first.

use std::collections::BTreeSet;

use domain::id::{AdultId, PupilId};
use domain::room::Room as RoomKind;

use super::Twin;
use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{Fault, TwiceField, TwicePair};

/// How many pairs are shown of pupils, and of adults.
const MOST: usize = 50;

/// Two records that may be one.
pub(crate) struct Likely<R> {
    /// How likely: less is likelier.
    pub(super) order: u8,
    pub(super) one: R,
    pub(super) other: R,
    /// Why they may be.
    pub(super) why: String,
    /// What both say.
    pub(super) fields: Vec<TwiceField>,
}

/// Pairs of pupils, then of adults. Whoever was found to be two is not asked about again.
pub fn twice(office: &Office) -> Result<Vec<TwicePair>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let mut pairs = of::<PupilId>(office)?;
    pairs.extend(of::<AdultId>(office)?);
    Ok(pairs)
}

fn of<R: Twin>(office: &Office) -> Result<Vec<TwicePair>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let apart: BTreeSet<(R, R)> = room
        .kept_apart::<R>()?
        .into_iter()
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect();
    let mut found = R::likely(room)?;
    found.retain(|pair| !apart.contains(&(pair.one.min(pair.other), pair.one.max(pair.other))));
    found.sort_by_key(|pair| pair.order);
    found.truncate(MOST);
    found
        .into_iter()
        .map(|pair| {
            Ok(TwicePair {
                of: R::OF,
                one: pair.one.shown(room)?,
                other: pair.other.shown(room)?,
                why: pair.why,
                fields: pair.fields,
                one_concerns: pair.one.concerns(office, room)?,
                other_concerns: pair.other.concerns(office, room)?,
            })
        })
        .collect()
}

/// A line of what both say; nothing where neither says anything.
pub(super) fn row(label: &str, one: String, other: String) -> Option<TwiceField> {
    (!one.is_empty() || !other.is_empty()).then(|| TwiceField {
        label: label.to_owned(),
        one,
        other,
    })
}
