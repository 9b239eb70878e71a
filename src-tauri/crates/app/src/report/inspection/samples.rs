//! Files worth preparing: those a lead has chosen, and one of each kind that inspectors commonly ask to see.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::concern::{Concern, ERROR};
use domain::governance::{INSPECTION_SAMPLE, SampleFile};
use domain::id::PupilId;
use domain::room::Room as RoomKind;
use guidance::Sample;
use vault::ask::{ConcernLine, ConcernQuery};

use super::concerns::Dealt;
use super::gather::{Known, asked};
use super::initials::class_of;
use super::settled::Settled;
use crate::report::roll::{Child, on_roll};
use crate::wire::{Fault, InspectionSample, SampleGap};
use crate::{Office, say};

/// So many concerns of one file are looked through for what is to be put right.
const LOOKED_THROUGH: u32 = 500;
/// Nobody works on it any more.
const OVER: [&str; 2] = ["closed", "nfa"];

/// The files that are chosen, the latest first, then one of each kind that none of them is yet.
pub(super) fn samples(
    office: &Office,
    settled: &Settled,
    known: &Known,
) -> Result<Vec<InspectionSample>, Fault> {
    let mut all = Vec::new();
    let mut taken = BTreeSet::new();
    let chosen = chosen(office)?;
    for file in &chosen {
        if let Some(sample) = sample(office, known, file.pupil, &file.why, true)? {
            taken.insert(file.pupil);
            all.push(sample);
        }
    }
    for kind in &asked()?.sample {
        if chosen.iter().any(|file| file.why == kind.title) {
            continue;
        }
        let found = candidates(office, kind, known, settled)
            .into_iter()
            .find(|pupil| !taken.contains(pupil));
        if let Some(pupil) = found
            && let Some(sample) = sample(office, known, pupil, &kind.title, false)?
        {
            taken.insert(pupil);
            all.push(sample);
        }
    }
    Ok(all)
}

/// The files that are chosen, the latest first.
pub(super) fn chosen(office: &Office) -> Result<Vec<SampleFile>, Fault> {
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let mut seen = BTreeSet::new();
    let told = room.told::<SampleFile>(INSPECTION_SAMPLE)?.into_iter();
    let mut chosen = Vec::new();
    for mut file in told.map(|told| told.said) {
        // Chosen under one of two records that were joined since, it is the file of both.
        file.pupil = room.stands_for(file.pupil)?;
        if seen.insert(file.pupil) && !file.put_back {
            chosen.push(file);
        }
    }
    Ok(chosen)
}

/// Pupils whose file is of a kind, those with most to see first.
fn candidates(office: &Office, kind: &Sample, known: &Known, settled: &Settled) -> Vec<PupilId> {
    let mut counts: BTreeMap<PupilId, (usize, i64)> = BTreeMap::new();
    let fits = |one: &Dealt| -> bool {
        let case = &one.concern.case;
        match kind.id.as_str() {
            "disagreed" => case.referred().any(|(_, replies)| {
                replies
                    .last()
                    .is_some_and(|reply| reply.what.agreed == "no")
            }),
            "sent" => case.referred().next().is_some(),
            "in-school" => {
                OVER.contains(&one.line.status.as_str()) && case.referred().next().is_none()
            }
            _ => true,
        }
    };
    let today = office.around.local().date_naive();
    let flagged = |pupil: PupilId| {
        kind.flag.as_ref().is_none_or(|wanted| {
            let child = known.pupils.child(pupil);
            child.is_some_and(|child| child.facts.flags_on(today).any(|flag| flag.flag == *wanted))
        })
    };
    for one in known.concerns.iter().filter(|one| fits(one)) {
        let pupil = pupil_of(&one.concern).map(|pupil| known.pupils.whole(pupil));
        if let Some(pupil) = pupil.filter(|pupil| flagged(*pupil)) {
            let count = counts.entry(pupil).or_default();
            count.0 += 1;
            count.1 = count.1.max(one.line.written);
        }
    }
    // A child with a plan and no concern of these days is a file all the same.
    if kind.flag.is_some() {
        for (pupil, child) in known.pupils.children() {
            let facts = &child.facts;
            let here = settled
                .site
                .as_ref()
                .is_none_or(|site| facts.site.as_ref() == Some(site));
            if here && on_roll(facts, today) && flagged(pupil) {
                counts.entry(pupil).or_default();
            }
        }
    }
    let mut found: Vec<_> = counts.into_iter().collect();
    found.sort_by_key(|(pupil, count)| (std::cmp::Reverse(*count), *pupil));
    found.into_iter().map(|(pupil, _)| pupil).collect()
}

fn pupil_of(concern: &Concern) -> Option<PupilId> {
    concern.current()?.content.about()?.pupil
}

/// A file with what is to be put right in it; nothing where the pupil is no longer in the vault.
fn sample(
    office: &Office,
    known: &Known,
    pupil: PupilId,
    why: &str,
    chosen: bool,
) -> Result<Option<InspectionSample>, Fault> {
    let Some(Child { facts, records }) = known.pupils.child(pupil) else {
        return Ok(None);
    };
    let room = office
        .room(RoomKind::Pupils)
        .ok_or_else(crate::office::not_a_member)?;
    let page = room.concerns(&ConcernQuery {
        pupil: records.iter().map(|id| id.0).collect(),
        limit: LOOKED_THROUGH,
        ..ConcernQuery::default()
    })?;
    let today = office.around.local().date_naive();
    let mut gaps = Vec::new();
    for line in &page.lines {
        let concern = room.concern(line.id)?;
        gaps.extend(
            to_put_right(line, &concern, today)
                .into_iter()
                .map(|say| SampleGap {
                    concern: line.id.to_string(),
                    record_no: line.record_no.clone(),
                    say,
                }),
        );
    }
    Ok(Some(InspectionSample {
        pupil: pupil.to_string(),
        name: facts.name(),
        class: class_of(facts),
        why: why.to_owned(),
        chosen,
        concerns: u32::try_from(page.lines.len()).unwrap_or(u32::MAX),
        gaps,
    }))
}

/// What a concern does not say yet that it should, before somebody looks.
fn to_put_right(line: &ConcernLine, concern: &Concern, today: NaiveDate) -> Vec<String> {
    let standing = concern.standing();
    if standing.status == ERROR {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    let mut say = |text: &str| gaps.push(text.to_owned());
    if line.first_read.is_none() {
        say("nobody has read it");
    }
    if concern.case.decided().next().is_none() {
        say("no decision with its reason");
    }
    if concern.case.unanswered().next().is_some() {
        say("sent on, and no answer is written down");
    }
    let over = OVER.contains(&standing.status.as_str());
    if over && standing.conclusion.trim().is_empty() {
        say("closed, and no outcome is written down");
    }
    if standing.parents.is_empty() {
        say("not written down whether parents were told");
    }
    if let Some(review) = standing.review
        && !over
        && review < today
    {
        let said = format!("to be looked at again since {}", say::date_and_year(review));
        gaps.push(said);
    }
    gaps
}
