//! Setting a build-up aside, with a reason. It stays away until a concern joins it that was not there.

use std::collections::BTreeSet;

use domain::buildup::{BUILDUP_SET_ASIDE, PART_BUILDUP, SetAside, Sort};
use domain::concern::PART_REASON;
use domain::id::ConcernId;
use domain::room::Room as RoomKind;
use vault::NewEntry;
use vault::ask::ConcernLine;
use zeroize::Zeroizing;

use super::find::{Found, around};
use crate::Office;
use crate::reason::SHORTEST_REASON;
use crate::wire::{Done, Fault, SetAsideForm, Topic};

/// The longest, in characters.
const LONGEST_REASON: usize = 20_000;

/// Sets aside what a lead looked at. It is written beside the newest concern it rests on; whoever may read those concerns
/// may do it. Where a room of few is among those it came from, it is written there and names nothing of the others.
pub fn set_buildup_aside(office: &mut Office, form: SetAsideForm) -> Result<Done<()>, Fault> {
    let reason = form.reason.trim();
    match reason.chars().count() {
        0..SHORTEST_REASON => return Err(Fault::field("reason", "Say why, in a sentence")),
        LONGEST_REASON.. => {
            return Err(Fault::field(
                "reason",
                "This is too long for a reason. Write it at the concern",
            ));
        }
        _ => {}
    }
    let sort = Sort::of_id(&form.sort).ok_or(vault::VaultError::NotFound)?;
    let found = around(office, sort.of(), &form.key)?;
    let mut found = found.into_iter().filter(|found| found.sort == sort);
    let found = found.next().ok_or_else(Fault::changed_since)?;
    let seen: BTreeSet<String> = form.concerns.into_iter().collect();
    let now = found.rests_on.iter().map(|(_, line)| line.id.to_string());
    if seen != now.collect() {
        return Err(Fault::changed_since());
    }
    let (kind, subject) = where_to(&found).ok_or_else(Fault::changed_since)?;
    let said = of_found(&found, kind);
    let entry = NewEntry {
        kind: BUILDUP_SET_ASIDE,
        subjects: vec![subject.0],
        supersedes: Vec::new(),
        happened: None,
        parts: vec![
            (
                PART_BUILDUP,
                Zeroizing::new(serde_json::to_vec(&said).unwrap_or_default()),
            ),
            (PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())),
        ],
        blobs: Vec::new(),
    };
    office.write(kind, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Concerns],
    })
}

/// Whether somebody set aside all that it rests on.
pub(super) fn is_set_aside(
    office: &Office,
    sort: Sort,
    keys: &[String],
    rests_on: &[(RoomKind, ConcernLine)],
) -> Result<bool, Fault> {
    for (kind, room) in &office.sitting()?.rooms {
        for key in keys {
            for said in room.set_aside(sort.id(), key)? {
                let covers = |(of, line): &(RoomKind, ConcernLine)| match of == kind {
                    true => said.concerns.contains(&line.id),
                    false => said.elsewhere.contains(&fingerprint(line.id)),
                };
                if rests_on.iter().all(covers) {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// The room of fewest readers among those it came from, and its newest concern there.
fn where_to(found: &Found) -> Option<(RoomKind, ConcernId)> {
    let mut all = found.rests_on.iter();
    let of_few = all.find(|(kind, _)| *kind != RoomKind::Pupils);
    let (kind, line) = of_few.or_else(|| found.rests_on.first())?;
    Some((*kind, line.id))
}

fn of_found(found: &Found, kind: RoomKind) -> SetAside {
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        found.rests_on.iter().partition(|(of, _)| *of == kind);
    SetAside {
        sort: found.sort.id().to_owned(),
        key: found.key.clone(),
        concerns: here.iter().map(|(_, line)| line.id).collect(),
        elsewhere: elsewhere
            .iter()
            .map(|(_, line)| fingerprint(line.id))
            .collect(),
        say: found.say.clone(),
    }
}

/// What stands for a concern of another room: ids are random, so that nobody finds one from it.
fn fingerprint(id: ConcernId) -> String {
    history::to_hex(&history::Hash::of(&[b"buildup", &id.0]).0)
}
