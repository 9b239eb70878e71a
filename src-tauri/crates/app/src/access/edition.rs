//! The records of a released set on paper, without what is not given: other pupils by letter, passages and areas of pictures taken out.
//!
//! What is given whole stands whole; what is withheld is on no page, and no file that is withheld is named on the page of its record. Files
//! that are given whole go beside it as they are, and stand in a list.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::access::{Item, Outcome, Release, Released};
use domain::concern::Concern;
use domain::evidence::KeyLine;
use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;
use papers::{
    BundleFacts, BundlePart, LaidOut, Numbering, PapersError, Printed, RemovedOn, Schedule,
};

use super::held::held;
use super::schedule::{groups, heading, printed_then};
use super::{edition_details, edition_files, may};
use crate::Office;
use crate::bundle::{Belonging, Removals, removals};
use crate::paper::pages_of;
use crate::redact::{Redaction, unsettled};
use crate::wire::{BundleRedact, Fault, FaultKind, PaperAsked, PaperForm, Problem};

/// What the schedule of what was taken out is called.
const REMOVED: &str = "What was taken out";

/// Lays it out and looks through it, and says who is which letter in it. Nothing is recorded.
pub(super) fn edition(
    office: &mut Office,
    release: &Release,
    asked: &BundleRedact,
) -> Result<(LaidOut, Vec<KeyLine>), Fault> {
    settled(release, asked)?;
    let years = std::mem::replace(&mut office.with_years, true);
    office.leaving.no_hashes = true;
    office.leaving.unsigned = true;
    office.leaving.not_named = release
        .set
        .iter()
        .filter(|one| one.outcome == Outcome::Withhold)
        .filter_map(|one| match one.item {
            Item::File(id) => Some(id.to_string()),
            Item::Details | Item::Concern(_) => None,
        })
        .collect();
    let made = make(office, release, asked);
    office.settle();
    office.with_years = years;
    made
}

/// Whether anything is taken out at all.
fn takes_out(asked: &BundleRedact) -> bool {
    asked.letters || !asked.passages.is_empty() || !asked.pictures.is_empty()
}

fn settled(release: &Release, asked: &BundleRedact) -> Result<(), Fault> {
    let mut problems = match takes_out(asked) {
        true => unsettled(asked),
        false => Vec::new(),
    };
    let in_part = |one: &&Released| {
        one.outcome == Outcome::Part && matches!(one.item, Item::Concern(_) | Item::Details)
    };
    if !takes_out(asked) && release.set.iter().any(|one| in_part(&one)) {
        problems.push(Problem {
            field: "redact.passages".to_owned(),
            say:
                "Some records are given in part. Say what is taken out of them, or decide them anew"
                    .to_owned(),
        });
    }
    let files: Vec<String> = release
        .set
        .iter()
        .filter_map(|one| match (one.item, one.outcome) {
            (Item::File(id), Outcome::Part) => Some(id.to_string()),
            _ => None,
        })
        .collect();
    for (at, picture) in asked.pictures.iter().enumerate() {
        if !files.contains(&picture.file) {
            problems.push(Problem {
                field: format!("redact.pictures[{at}].file"),
                say: "This picture is not one that is given in part. Decide it so, or leave it out"
                    .to_owned(),
            });
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    let mut fault = Fault::new(FaultKind::Refused, "Something is still to be put right.")
        .kept("Nothing was released. What you typed is kept.");
    fault.problems = problems;
    Err(fault)
}

fn make(
    office: &mut Office,
    release: &Release,
    asked: &BundleRedact,
) -> Result<(LaidOut, Vec<KeyLine>), Fault> {
    let concerns = given(office, release)?;
    let pupil = office.whole_pupil(release.request.pupil)?.id;
    let went = |one: &&Released| one.outcome != Outcome::Withhold;
    let redaction = match takes_out(asked) {
        true => {
            let of = Redaction::of(office, asked, (&[pupil], &every(office, pupil)?))?;
            Some(Arc::new(of))
        }
        false => None,
    };
    office.redaction = redaction.as_ref().map(Redaction::in_hand);
    let printed = Printed {
        redactor: office.redactor(),
        lettered: asked.letters,
        ..printed_then(release)?
    };
    let mut parts = Vec::new();
    if release
        .set
        .iter()
        .any(|one| one.item == Item::Details && went(&one))
    {
        let pages = edition_details::details(office, &printed, pupil)?;
        parts.push(part(1, "Details of the pupil", pages));
    }
    parts.extend(records(
        office,
        (release, &concerns),
        (&printed, redaction.as_deref()),
    )?);
    parts.extend(edition_files::files(office, release, asked, &printed)?);
    let front = front(release, &printed);
    let schedule = redaction.is_some().then(|| Schedule {
        title: REMOVED,
        lay_out: Box::new(|removed: &[RemovedOn]| taken_out(&printed, asked, removed)),
    });
    let laid_out = papers::bundle(&front, parts, schedule)?;
    unsaid_is_nowhere(office, release, &laid_out)?;
    if let Some(redaction) = &redaction {
        redaction.all_met("Nothing was released. What you typed is kept.")?;
        redaction.search_paper(&laid_out, "the papers", &office.watch())?;
    }
    let who = redaction.map(|redaction| redaction.key());
    Ok((laid_out, who.unwrap_or_default()))
}

/// Every concern that is held, given or not: whoever any of them names is a letter in what goes.
pub(super) fn every(office: &Office, pupil: PupilId) -> Result<Vec<Concern>, Fault> {
    let room = may(office)?;
    let held = held(office, pupil)?.all;
    let ids = held.iter().filter_map(|one| match one.item {
        Item::Concern(id) => Some(id),
        Item::Details | Item::File(_) => None,
    });
    Ok(ids.map(|id| room.concern(id)).collect::<Result<_, _>>()?)
}

/// The concerns of which something goes.
pub(super) fn given(office: &Office, release: &Release) -> Result<Vec<Concern>, Fault> {
    let room = may(office)?;
    let went = release
        .set
        .iter()
        .filter(|one| one.outcome != Outcome::Withhold);
    let ids = went.filter_map(|one| match one.item {
        Item::Concern(id) => Some(id),
        Item::Details | Item::File(_) => None,
    });
    Ok(ids.map(|id| room.concern(id)).collect::<Result<_, _>>()?)
}

/// Every record that is given, with what belongs to it beneath.
fn records(
    office: &mut Office,
    (release, concerns): (&Release, &[Concern]),
    (printed, redaction): (&Printed, Option<&Redaction>),
) -> Result<Vec<BundlePart>, Fault> {
    let mut parts = Vec::new();
    let not_shown = match redaction {
        Some(redaction) => crate::bundle::of_others(office, concerns, redaction)?,
        None => Vec::new(),
    };
    let not_shown: BTreeSet<_> = not_shown.into_iter().map(|(id, _)| id).collect();
    let of = concerns.len() as u64;
    for (done, concern) in (0..).zip(concerns) {
        office.watch().step("Laying out the records", done, of)?;
        let title = match concern.first() {
            Some(first) => format!("Record of concern {}", first.content.details.record_no),
            None => "Record of concern".to_owned(),
        };
        office.redact_beside(Some(concern.id));
        let record = record(office, concern.id, &printed.purpose)?;
        let mut own = vec![part(1, &title, record)];
        let belonging = Belonging {
            printed,
            purpose: &printed.purpose,
            not_shown: &not_shown,
        };
        own.extend(belonging.to(office, concern.id)?);
        let in_part = release
            .set
            .iter()
            .any(|one| one.item == Item::Concern(concern.id) && one.outcome == Outcome::Part);
        let less = redaction
            .is_some_and(|redaction| own.iter().any(|part| shows_less(redaction, &part.paper)));
        if in_part && !less {
            return Err(whole_after_all(&title));
        }
        parts.extend(own);
    }
    office.redact_beside(None);
    Ok(parts)
}

/// Whether something was taken out of a paper, or somebody is a letter on it.
fn shows_less(redaction: &Redaction, paper: &LaidOut) -> bool {
    let letters: Vec<String> = redaction
        .key()
        .into_iter()
        .map(|line| line.letter)
        .collect();
    paper.takes_out()
        || (1..=paper.pages()).any(|page| {
            let words = paper.words(page).unwrap_or_default();
            letters.iter().any(|letter| words.contains(letter))
        })
}

/// Refuses what is to be given in part and would go whole.
pub(super) fn whole_after_all(title: &str) -> Fault {
    let mut fault = Fault::new(FaultKind::Refused, "Something is still to be put right.")
        .kept("Nothing was released. What you typed is kept.");
    fault.problems = vec![Problem {
        field: "redact.passages".to_owned(),
        say: format!(
            "{title} is given in part, and nothing is taken out of it. Say what is, or decide it anew"
        ),
    }];
    fault
}

fn record(office: &mut Office, id: ConcernId, purpose: &str) -> Result<LaidOut, Fault> {
    let asked = PaperAsked::Concern {
        id: id.to_string(),
        form: PaperForm::Whole,
        purpose: purpose.to_owned(),
    };
    Ok(pages_of(office, asked)?.0)
}

fn front(release: &Release, printed: &Printed) -> BundleFacts {
    // Of a draft nothing has gone yet.
    let draft = release.how.is_empty();
    let said = heading(release).into_iter();
    let said = said.filter(|(label, _)| !(draft && label == "This went"));
    BundleFacts {
        printed: printed.clone(),
        what: "Copy of a pupil\u{2019}s file".to_owned(),
        number: format!("Request {}", release.request.number),
        matter: release.pupil.clone(),
        facts: said.collect(),
        left_out: Vec::new(),
        hash: (
            "SHA-256 over the set of records, as it stands on the schedule".to_owned(),
            groups(&release.root, 64),
        ),
        sign: vec![("Looked through before it went, by, date".to_owned(), 1.0)],
        numbering: Numbering::Continuous,
    }
}

fn taken_out(
    printed: &Printed,
    asked: &BundleRedact,
    removed: &[RemovedOn],
) -> Result<LaidOut, PapersError> {
    let cut = asked.pictures.iter().any(|one| !one.areas.is_empty());
    removals(
        &Removals {
            printed,
            title: REMOVED,
            passages: cut || !asked.passages.is_empty(),
            letters: asked.letters,
            pictures: !asked.pictures.is_empty(),
            no_originals: false,
        },
        removed,
    )
}

/// A record that the person is not to learn of is named in no other by its number.
fn unsaid_is_nowhere(office: &Office, release: &Release, paper: &LaidOut) -> Result<(), Fault> {
    let room = may(office)?;
    // However it is written: with other lines between, small, or with none.
    let bare = |text: &str| -> String {
        let signs = text.chars().filter(|sign| sign.is_alphanumeric());
        signs.flat_map(char::to_lowercase).collect()
    };
    for one in release.set.iter().filter(|one| one.unsaid) {
        let Item::Concern(id) = one.item else {
            continue;
        };
        let concern = room.concern(id)?;
        let Some(first) = concern.first() else {
            continue;
        };
        let number = bare(&first.content.details.record_no);
        for page in 1..=paper.pages() {
            if bare(&paper.words(page).unwrap_or_default()).contains(&number) {
                return Err(Fault::new(
                    FaultKind::Refused,
                    format!("Page {page} of the papers names a record that the person is not to learn of."),
                )
                .kept("Nothing was released. What you typed is kept.")
                .next("Take its number out as a passage, or decide the record that names it anew."));
            }
        }
    }
    Ok(())
}

pub(super) fn part(level: u8, title: &str, paper: LaidOut) -> BundlePart {
    BundlePart {
        title: title.to_owned(),
        level,
        section: 0,
        paper,
        stamp: None,
    }
}

/// The room that what goes lies in.
pub(super) const ROOM: RoomKind = RoomKind::Pupils;
