//! Two records that are one child: put together, taken apart again, or found to be two children.

use domain::id::PupilId;
use domain::pupil::{APART, APART_ENDED, JOINED, Other, PART_REASON, PARTED};
use domain::room::Room as RoomKind;
use vault::NewEntry;
use zeroize::Zeroizing;

use super::whole::Whole;
use crate::Office;
use crate::office::not_a_member;
use crate::rights::{Right, need};
use crate::wire::{ApartPair, Done, Fault, FaultKind, JoinedRecord, Topic};

/// Says that two records are one child. Nothing is moved: `kept` stands for both from now on.
pub fn join_pupils(
    office: &mut Office,
    kept: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let (kept, other) = two(office, kept, other)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::field(
            "reason",
            "Say how you know that they are one child",
        ));
    }
    write(office, JOINED, kept, other, Vec::new(), reason)
}

/// Takes back that two records are one child. `entry` said so, on the page of `pupil`.
pub fn part_pupils(
    office: &mut Office,
    pupil: &str,
    entry: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let id: PupilId = pupil
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let whole = office.whole_pupil(id)?;
    let said = joins(&whole)
        .find(|(_, join)| history::to_hex(&join.step.entry) == entry)
        .map(|(record, join)| (record, join.what.pupil, join.step.entry))
        .ok_or_else(Fault::changed_since)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Fault::field("reason", "Say why they are two children"));
    }
    let (kept, other, entry) = said;
    write(office, PARTED, kept, other, vec![entry], reason)
}

/// Says that two records that look alike are two children, so that they are not asked about again.
pub fn keep_apart(office: &mut Office, one: &str, other: &str) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let (one, other) = two(office, one, other)?;
    write(office, APART, one, other, Vec::new(), "")
}

/// Pairs that somebody found to be two children, so that a slip can be taken back.
pub fn kept_apart(office: &Office) -> Result<Vec<ApartPair>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut pairs: Vec<ApartPair> = Vec::new();
    for (one, other) in room.kept_apart()? {
        let row =
            |id: PupilId| Ok::<_, Fault>(super::list::row(office, &room.pupil_line(id)?, None));
        let (one, other) = (row(one)?, row(other)?);
        let there = |pair: &ApartPair| pair.one.id == other.id && pair.other.id == one.id;
        if !pairs.iter().any(there) {
            pairs.push(ApartPair { one, other });
        }
    }
    Ok(pairs)
}

/// Takes back that two records are two children: they are asked about again.
pub fn ask_again(
    office: &mut Office,
    one: &str,
    other: &str,
    reason: &str,
) -> Result<Done<()>, Fault> {
    need(office, Right::AllPupilRecords)?;
    let (one, other) = two(office, one, other)?;
    let reason = match reason.trim() {
        "" => "To be looked at again",
        reason => reason,
    };
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let mut found = Vec::new();
    for (page, whom) in [(one, other), (other, one)] {
        let said = room.pupil(page)?;
        let entries = said
            .kept_apart()
            .filter(|apart| apart.what.pupil == whom)
            .map(|apart| apart.step.entry)
            .collect::<Vec<_>>();
        if !entries.is_empty() {
            found.push((page, whom, entries));
        }
    }
    for (page, whom, entries) in found {
        write(office, APART_ENDED, page, whom, entries, reason)?;
    }
    Ok(Done {
        value: (),
        touched: vec![Topic::Pupils],
    })
}

/// Every join that holds among a child's records, with the record on which it stands.
fn joins(whole: &Whole) -> impl Iterator<Item = (PupilId, &domain::pupil::Stated<Other>)> {
    // The record that stands for all was given the joins of the others; each says by its subject whose it is.
    whole.pupil.joined().map(|join| {
        let of_other = whole.others.iter().find(|other| {
            other
                .joins
                .iter()
                .any(|one| one.step.entry == join.step.entry)
        });
        (of_other.map_or(whole.id, |other| other.id), join)
    })
}

/// The other records of a child, each with who said that it is one.
pub(super) fn shown(office: &Office, whole: &Whole) -> Vec<JoinedRecord> {
    joins(whole)
        .filter_map(|(record, join)| {
            let named = join.what.pupil;
            let other = whole
                .others
                .iter()
                .find(|other| other.id == named || (named == whole.id && other.id == record))?;
            let facts = &other.current()?.facts;
            Some(JoinedRecord {
                entry: history::to_hex(&join.step.entry),
                name: facts.legal_name(),
                upn: facts.upn.clone(),
                date_of_birth: facts.date_of_birth.map(|day| day.to_string()),
                who: join.step.author.name.clone(),
                at: office.full(join.step.written),
                reason: join.step.text(PART_REASON),
            })
        })
        .collect()
}

fn two(office: &Office, one: &str, other: &str) -> Result<(PupilId, PupilId), Fault> {
    let room = office.room(RoomKind::Pupils).ok_or_else(not_a_member)?;
    let read = |id: &str| -> Result<PupilId, Fault> {
        let id: PupilId = id
            .parse()
            .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
        Ok(room.stands_for(room.pupil_line(id)?.id)?)
    };
    let (one, other) = (read(one)?, read(other)?);
    if one == other {
        return Err(
            Fault::new(FaultKind::Refused, "These two are one record already.")
                .kept("Nothing was changed."),
        );
    }
    Ok((one, other))
}

fn write(
    office: &mut Office,
    kind: &'static str,
    one: PupilId,
    other: PupilId,
    supersedes: Vec<[u8; 32]>,
    reason: &str,
) -> Result<Done<()>, Fault> {
    let mut parts = vec![Other { pupil: other }.to_part()];
    if !reason.is_empty() {
        parts.push((PART_REASON, Zeroizing::new(reason.as_bytes().to_vec())));
    }
    let entry = NewEntry {
        kind,
        subjects: vec![one.0, other.0],
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
