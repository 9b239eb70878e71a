//! A request with everything about it.

use domain::access::{Access, Decision, Outcome, Papers, Release, Thing};
use domain::case::Kept;
use domain::room::Room as RoomKind;
use domain::versions::Versions;

use super::decide::outcome_said;
use super::held::{AllHeld, Held, held};
use super::letter::letter;
use super::list::row;
use super::release::set;
use super::sheets::{Sheet, asked_facts, on};
use super::stops::{Stands, stands, stops, undecided, unweighed};
use super::{may, missing, opened, request_of};
use crate::redact::reason_of;
use crate::wire::{
    AccessFact, AccessItem, AccessLine, AccessPapers, AccessRelease, AccessView, Fault,
    RedactionLetter,
};
use crate::{Office, say};

/// Opens a request. Every entry about it is verified as it is read, and that it was opened is kept.
pub fn access_request(office: &mut Office, id: &str) -> Result<AccessView, Fault> {
    may(office)?;
    let (known, access) = opened(office, id)?;
    let pupil = request_of(&access)?.pupil;
    office.note_look(RoomKind::Pupils, "access", Some(known.to_string()), None);
    let office = &*office;
    let held = held(office, pupil)?;
    let undecided = u32::try_from(undecided(&access, &held)).unwrap_or(u32::MAX);
    // Once it is answered, the words are those of what went.
    let words = match access.releases.last() {
        Some(last) if access.ending().is_some() => letter(&last.what),
        Some(_) | None => letter(&set(office, &access, &held)?),
    };
    let releases = access.releases.iter();
    Ok(AccessView {
        row: row(office, known, &access)?.1,
        asked: line(office, "", &access.asked, asked_facts, |_| false).ok_or_else(missing)?,
        pauses: lines(office, &access.pauses),
        extensions: lines(office, &access.extensions),
        searches: lines(office, &access.searches),
        named: lines(office, &access.named),
        ending: lines(office, &access.endings).into_iter().next(),
        items: held
            .all
            .iter()
            .map(|one| item(office, &access, one))
            .collect(),
        undecided,
        not_listed: held.not_listed.clone(),
        stops: stops(&access, &held),
        releases: releases.map(|kept| release(kept, &held)).collect(),
        letter: words,
        needs_newer: access.needs_newer,
    })
}

fn lines<T: Sheet>(office: &Office, all: &[Thing<T>]) -> Vec<AccessLine> {
    all.iter()
        .filter_map(|thing| line(office, &thing.key, &thing.of, T::facts, T::is_struck))
        .collect()
}

fn line<T>(
    office: &Office,
    key: &str,
    all: &Versions<T>,
    said: impl Fn(&T) -> Vec<AccessFact>,
    struck: impl Fn(&T) -> bool,
) -> Option<AccessLine> {
    let (first, last) = (all.versions.first()?, all.last()?);
    let at = |kept: &Kept<T>| office.dated(kept.step.written.timestamp_millis());
    Some(AccessLine {
        key: key.to_owned(),
        at: at(first),
        who: first.step.author.name.clone(),
        facts: said(&last.what),
        struck: struck(&last.what)
            .then(|| format!("{} ({}, {})", last.reason, last.step.author.name, at(last))),
        corrected: all.versions.len() > 1,
        beside: all.heads.len() > 1,
    })
}

fn item(office: &Office, access: &Access, held: &Held) -> AccessItem {
    let (stands, kept) = match stands(access, held) {
        Stands::Open => ("open", None),
        Stands::Differs => ("differs", access.decision(&held.item).and_then(Thing::last)),
        Stands::Changed(kept) => ("changed", Some(kept)),
        Stands::Decided(kept) => ("decided", Some(kept)),
    };
    let decision = kept.map(|kept| &kept.what);
    let given = decision.is_none_or(|decision| decision.outcome != Outcome::Withhold);
    let at = held
        .at
        .map(|at| say::known(at, office.around.zone, office.this_year()));
    AccessItem {
        key: held.item.to_string(),
        what: held.what.clone(),
        detail: held.detail.clone(),
        at: at.unwrap_or_default(),
        concern: held.concern.map(|concern| concern.to_string()),
        may_belong: held.may_belong,
        hidden: held.hidden,
        stands,
        outcome: decision
            .map(|decision| decision.outcome.id().to_owned())
            .unwrap_or_default(),
        exemptions: decision
            .map(|one| one.exemptions.clone())
            .unwrap_or_default(),
        note: decision.map(|one| one.note.clone()).unwrap_or_default(),
        unsaid: decision.is_some_and(|one| one.unsaid),
        who: kept.map(|kept| who(office, kept)).unwrap_or_default(),
        others: held.others.clone(),
        unweighed: if given {
            u32::try_from(unweighed(access, held)).unwrap_or(u32::MAX)
        } else {
            0
        },
    }
}

/// `Given as it stands: R. Calloway, 10 Nov 2026, 10:41`.
fn who(office: &Office, kept: &Kept<Decision>) -> String {
    format!(
        "{}: {}, {}",
        outcome_said(kept.what.outcome),
        kept.step.author.name,
        office.dated(kept.step.written.timestamp_millis())
    )
}

/// Each passage with its reason, and how many areas were cut out of pictures.
fn taken_out(papers: &Papers) -> Vec<String> {
    let says =
        |code: &str| reason_of(code).map_or(code.to_owned(), |reason| reason.says.to_owned());
    let note = |note: &str| match note {
        "" => String::new(),
        note => format!(" ({note})"),
    };
    let passages = papers.passages.iter().map(|one| {
        format!(
            "\u{201c}{}\u{201d}: {}{}",
            one.words,
            says(&one.code),
            note(&one.note)
        )
    });
    let areas = papers.pictures.iter().flat_map(|picture| &picture.areas);
    let areas = areas.map(|one| {
        format!(
            "An area of a picture: {}{}",
            says(&one.code),
            note(&one.note)
        )
    });
    passages.chain(areas).collect()
}

fn release(kept: &Kept<Release>, held: &AllHeld) -> AccessRelease {
    let release = &kept.what;
    let count = |outcome: Outcome| {
        let all = release.set.iter().filter(|one| one.outcome == outcome);
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    };
    let since = release.set.iter().filter(|one| {
        let now = held.all.iter().find(|held| held.item == one.item);
        now.is_none_or(|now| now.state != one.state)
    });
    AccessRelease {
        entry: history::to_hex(&kept.step.entry),
        number: release.number,
        on: on(Some(release.on)),
        to: release.to.clone(),
        how: release.how.clone(),
        who: kept.step.author.name.clone(),
        counts: [
            count(Outcome::Give),
            count(Outcome::Part),
            count(Outcome::Withhold),
        ],
        rest: match release.open {
            0 => String::new(),
            1 => format!("One record follows later: {}", release.rest),
            many => format!("{many} records follow later: {}", release.rest),
        },
        since: since.map(|one| one.what.clone()).collect(),
        root: release.root.clone(),
        papers: release.papers.as_ref().map(|papers| AccessPapers {
            pages: papers.pages,
            size: say::size(papers.size),
            sha256: papers.sha256.clone(),
            taken_out: taken_out(papers),
            letters: papers
                .who
                .iter()
                .map(|line| RedactionLetter {
                    letter: line.letter.clone(),
                    name: line.name.clone(),
                })
                .collect(),
        }),
    }
}
