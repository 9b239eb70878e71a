//! Two records that are one child or one adult: put together, taken apart again, or found to be two.

use domain::id::{AdultId, PupilId};
use domain::pupil::{PART_REASON, Stated};
use domain::room::Room as RoomKind;
use domain::twice::Other;
use vault::{NewEntry, Room};
use zeroize::Zeroizing;

use super::{RecordsOf, Twin};
use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{ApartPair, Done, Fault, FaultKind, JoinedRecord, Topic};

/// Says that two records are one. Nothing is moved: `kept` stands for both from now on.
pub fn join_records(
    office: &mut Office,
    of: RecordsOf,
    kept: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    match of {
        RecordsOf::Pupil => join::<PupilId>(office, kept, other, reason),
        RecordsOf::Adult => join::<AdultId>(office, kept, other, reason),
    }
}

/// Takes back that two records are one. `entry` said so, on the page of `id`.
pub fn part_records(
    office: &mut Office,
    of: RecordsOf,
    id: &str,
    entry: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    match of {
        RecordsOf::Pupil => part::<PupilId>(office, id, entry, reason),
        RecordsOf::Adult => part::<AdultId>(office, id, entry, reason),
    }
}

/// Says that two records that look alike are two, so that they are not asked about again.
pub fn keep_apart(
    office: &mut Office,
    of: RecordsOf,
    one: &str,
    other: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    match of {
        RecordsOf::Pupil => apart::<PupilId>(office, one, other),
        RecordsOf::Adult => apart::<AdultId>(office, one, other),
    }
}

/// Pairs that somebody found to be two, so that a slip can be taken back.
pub fn kept_apart(office: &Office) -> Result<Vec<ApartPair>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let mut pairs = all_apart::<PupilId>(office)?;
    pairs.extend(all_apart::<AdultId>(office)?);
    Ok(pairs)
}

/// Takes back that two records are two: they are asked about again.
pub fn ask_again(
    office: &mut Office,
    of: RecordsOf,
    one: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    match of {
        RecordsOf::Pupil => again::<PupilId>(office, one, other, reason),
        RecordsOf::Adult => again::<AdultId>(office, one, other, reason),
    }
}

fn join<R: Twin>(
    office: &mut Office,
    kept: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let (kept, other) = two::<R>(office, kept, other)?;
    let reason = reason.trim();
    if reason.is_empty() {
        let say = format!("Say how you know that they are {}", R::ONE);
        return Err(Fault::field("reason", say));
    }
    write(office, R::JOINED, kept, other, Vec::new(), reason)
}

fn part<R: Twin>(
    office: &mut Office,
    id: &str,
    entry: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let (kept, said) = joins(room, read::<R>(id)?)?
        .into_iter()
        .find(|(_, join)| history::to_hex(&join.step.entry) == entry)
        .ok_or_else(Fault::changed_since)?;
    let reason = reason.trim();
    if reason.is_empty() {
        let say = format!("Say why they are {}", R::TWO);
        return Err(Fault::field("reason", say));
    }
    let supersedes = vec![said.step.entry];
    write(office, R::PARTED, kept, said.what.0, supersedes, reason)
}

fn apart<R: Twin>(office: &mut Office, one: &str, other: &str) -> Result<Done<()>, Fault> {
    let (one, other) = two::<R>(office, one, other)?;
    write(office, R::APART, one, other, Vec::new(), "")
}

fn all_apart<R: Twin>(office: &Office) -> Result<Vec<ApartPair>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut pairs: Vec<ApartPair> = Vec::new();
    for (one, other) in room.kept_apart::<R>()? {
        // One that is not here must not hide every other pair.
        if !room.is_on_record(one)? || !room.is_on_record(other)? {
            continue;
        }
        let (one, other) = (one.shown(room)?, other.shown(room)?);
        let there = |pair: &ApartPair| pair.one.id == other.id && pair.other.id == one.id;
        if !pairs.iter().any(there) {
            let of = R::OF;
            pairs.push(ApartPair { of, one, other });
        }
    }
    Ok(pairs)
}

fn again<R: Twin>(
    office: &mut Office,
    one: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let (one, other) = two::<R>(office, one, other)?;
    let reason = match reason.trim() {
        "" => "To be looked at again",
        reason => reason,
    };
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut found = Vec::new();
    for (page, whom) in [(one, other), (other, one)] {
        let said = page.records(room)?;
        let entries: Vec<_> = said
            .kept_apart()
            .filter(|apart| apart.what.0 == whom)
            .map(|apart| apart.step.entry)
            .collect();
        if !entries.is_empty() {
            found.push((page, whom, entries));
        }
    }
    for (page, whom, entries) in found {
        write(office, R::APART_ENDED, page, whom, entries, reason)?;
    }
    Ok(Done {
        value: (),
        touched: vec![Topic::Pupils],
    })
}

/// A join, with the record on which it stands.
type OnPage<R> = (R, Stated<Other<R>>);

/// Every join that holds among the records of one, with the record on which it stands.
fn joins<R: Twin>(room: &Room, id: R) -> Result<Vec<OnPage<R>>, Fault> {
    let records = room.records_of(id)?;
    let mut all = Vec::new();
    // Whoever has one record was joined to nobody, and it need not be read for that.
    for record in records.iter().filter(|_| records.len() > 1) {
        let said = record.records(room)?;
        all.extend(said.joined().map(|join| (*record, join.clone())));
    }
    Ok(all)
}

/// The other records of one, each with who said that it is one.
pub(crate) fn shown<R: Twin>(office: &Office, id: R) -> Result<Vec<JoinedRecord>, Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let stands = room.stands_for(id)?;
    let mut all = Vec::new();
    for (record, join) in joins(room, id)? {
        let other = match join.what.0 {
            named if named == stands => record,
            named => named,
        };
        // One that is not here must not keep the page of the other shut.
        if !room.is_on_record(other)? {
            continue;
        }
        let known = other.shown(room)?;
        all.push(JoinedRecord {
            entry: history::to_hex(&join.step.entry),
            name: known.full_name,
            detail: known.detail,
            date_of_birth: known.date_of_birth,
            who: join.step.author.name.clone(),
            at: office.full(join.step.written),
            reason: join.step.text(PART_REASON),
        });
    }
    Ok(all)
}

fn read<R: Twin>(id: &str) -> Result<R, Fault> {
    id.parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))
}

/// The two that stand for what was named.
fn two<R: Twin>(office: &Office, one: &str, other: &str) -> Result<(R, R), Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let stands = |id: &str| -> Result<R, Fault> {
        let id = read::<R>(id)?;
        // Whoever is not here is not put together with anybody.
        id.records(room)?;
        Ok(room.stands_for(id)?)
    };
    let (one, other) = (stands(one)?, stands(other)?);
    if one == other {
        return Err(
            Fault::new(FaultKind::Refused, "These two are one record already.")
                .kept("Nothing was changed."),
        );
    }
    Ok((one, other))
}

fn write<R: Twin>(
    office: &mut Office,
    kind: &'static str,
    one: R,
    other: R,
    supersedes: Vec<[u8; 32]>,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let mut parts = vec![Other(other).to_part()];
    if !reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    let entry = NewEntry {
        kind,
        subjects: vec![one.bytes(), other.bytes()],
        supersedes,
        happened: None,
        parts,
        blobs: Vec::new(),
    };
    office.write(RoomKind::Pupils, vec![entry])?;
    Ok(Done {
        value: (),
        touched: vec![Topic::Pupils, Topic::Concerns],
    })
}
