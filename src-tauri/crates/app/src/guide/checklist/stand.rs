//! How each item stands: what was typed, otherwise what the record says.

use domain::case::{Kept, Referral};
use domain::checklist::{Answer, Filled, Sent};
use domain::concern::Concern;
use domain::id::{ConcernId, PupilId};
use domain::room::Room as RoomKind;
use domain::step::Step;
use guidance::{Checklist, Item};
use vault::VaultError;

use super::record::Record;
use crate::Office;
use crate::wire::Fault;

/// Entries that are signed together are written within this time, in seconds.
const ONE_MOMENT: i64 = 5;

/// What an answer begins with that says it is not so.
const NO: [&str; 4] = ["no", "none", "never", "nothing"];

/// An item with its answer.
pub(crate) struct Stands<'p> {
    pub(crate) item: &'p Item,
    pub(crate) lines: Vec<String>,
    pub(crate) unknown: bool,
    /// Where the answer is from.
    pub(crate) from: String,
    /// Nobody typed it.
    pub(crate) by_record: bool,
    /// What is asked and not in it, where only part of it is known.
    pub(crate) lacks: String,
    /// Other answers that were given at the same time, each with who gave it.
    pub(crate) beside: Vec<String>,
}

impl Stands<'_> {
    /// There is an answer to it.
    pub(crate) fn answered(&self) -> bool {
        !self.lines.is_empty()
    }
}

/// How all of them stand, and what they were read from.
pub(crate) struct Standing<'p> {
    /// Every item in the order of the form.
    pub(crate) all: Vec<Stands<'p>>,
    /// The pupil whose page was read for it.
    pub(crate) pupil: Option<PupilId>,
    /// The concern that was read for it.
    pub(crate) concern: Option<ConcernId>,
    /// What whoever relies on it must know first, each as a sentence.
    pub(crate) cautions: Vec<String>,
}

impl Standing<'_> {
    /// Keeps that the concern and the page of the child were opened for it. Whoever reads a checklist has read them.
    pub(crate) fn note_looks(&self, office: &mut Office, kind: RoomKind) {
        if let Some(concern) = self.concern {
            office.note_look(kind, "concern", Some(concern.to_string()), None);
        }
        if let Some(pupil) = self.pupil {
            office.note_look(RoomKind::Pupils, "pupil", Some(pupil.to_string()), None);
        }
    }
}

/// Every item in the order of the form. Once it has gone, what went stands for good; what came back is as it was typed since.
pub(crate) fn stands<'p>(
    office: &Office,
    kind: RoomKind,
    filled: &Filled,
    page: &'p Checklist,
) -> Result<Standing<'p>, Fault> {
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let asked = filled.begun.what.concern;
    let concern = match asked.map(|id| room.concern(id)) {
        Some(Ok(concern)) => Some(concern),
        // Destroyed at the end of its time, or not here yet: what was typed and what went is still to be read.
        Some(Err(VaultError::NotFound)) | None => None,
        Some(Err(other)) => return Err(other.into()),
    };
    let read = concern.as_ref().map(|concern| concern.id);
    let struck = concern
        .as_ref()
        .zip(filled.sent.as_ref())
        .and_then(|(concern, kept)| referral_struck(concern, filled, kept));
    let standing = concern.as_ref().is_some_and(|concern| {
        let mut before = filled
            .sent_before
            .iter()
            .filter(|kept| filled.never_went(kept));
        before.any(|kept| {
            referral_with(concern, filled, kept).is_some_and(|kept| concern.case.stands(kept))
        })
    });
    let sent = filled.sent.as_ref();
    let record = Record::read(office, concern, sent.map(|kept| kept.what.clone()))?;
    let went = |item: &Item| {
        let answers = sent.map(|kept| kept.what.answers.iter());
        answers?.find(|answer| answer.item == *item.id)
    };
    let after = |item: &Item| {
        let mut sections = page.sections.iter().filter(|section| section.after);
        sections.any(|section| section.items.iter().any(|one| one.id == item.id))
    };
    let mut cautions = record.cautions();
    cautions.extend(struck.map(|why| {
        format!("Its referral is struck as written by mistake, so it may never have gone: {why}")
    }));
    if standing {
        cautions.push(
            "The concern\u{2019}s page still says that it was referred. If it never went, strike that step there."
                .to_owned(),
        );
    }
    if asked.is_some() && read.is_none() {
        cautions.insert(
            0,
            "The concern this is about is not in this vault.".to_owned(),
        );
    }
    cautions.extend(heeded(&record, filled, page));
    let all = page.items().map(|item| {
        let typed: Vec<&Kept<Answer>> = filled.answers_to(&item.id).collect();
        if let (Some(answer), false) = (went(item), after(item)) {
            return Stands {
                item,
                lines: answer.lines.clone(),
                unknown: answer.unknown,
                from: answer.from.clone(),
                by_record: false,
                lacks: String::new(),
                // Signed on another laptop, and not with what went.
                beside: beside(office, &typed, |kept| {
                    says(kept)
                        && (&kept.what.lines, kept.what.unknown) != (&answer.lines, answer.unknown)
                }),
            };
        }
        // One that was taken back lets the record speak again; not over what somebody else signed at the same time.
        let holds = typed.iter().rev().find(|kept| says(kept));
        match (holds, record.says(item)) {
            (Some(kept), _) => Stands {
                item,
                lines: kept.what.lines.clone(),
                unknown: kept.what.unknown,
                from: said_by(office, kept),
                by_record: false,
                lacks: String::new(),
                beside: beside(office, &typed, |other| other.step.entry != kept.step.entry),
            },
            (None, Some(said)) => Stands {
                item,
                lines: said.lines,
                unknown: false,
                from: said.from.to_owned(),
                by_record: true,
                lacks: said.lacks,
                beside: Vec::new(),
            },
            (None, None) => Stands {
                item,
                lines: Vec::new(),
                unknown: false,
                from: String::new(),
                by_record: false,
                lacks: String::new(),
                beside: Vec::new(),
            },
        }
    });
    Ok(Standing {
        all: all.collect(),
        pupil: record.pupil(),
        concern: read,
        cautions,
    })
}

/// What the account's words may mean, until what they ask for is answered with no.
fn heeded(record: &Record<'_>, filled: &Filled, page: &Checklist) -> Vec<String> {
    let no = |kept: &Kept<Answer>| {
        let said = kept.what.lines.join(" ").to_lowercase();
        let first = said.split(|letter: char| !letter.is_alphabetic()).next();
        first.is_some_and(|first| NO.contains(&first))
    };
    let open = |item: &Item| {
        let mut typed = filled.answers_to(&item.id);
        filled.is_open() && !typed.any(no)
    };
    page.items()
        .filter(|item| open(item))
        .filter_map(|item| item.heed.as_ref())
        .filter(|heed| record.account_has(&heed.words))
        .map(|heed| heed.say.clone())
        .collect()
}

/// Why the referral that was signed with it was struck since.
pub(super) fn referral_struck(
    concern: &Concern,
    filled: &Filled,
    sent: &Kept<Sent>,
) -> Option<String> {
    let referral = referral_with(concern, filled, sent)?;
    Some(concern.case.struck(&referral.step.entry)?.reason.clone())
}

/// The referral that was signed with it: written by one hand in one moment with what says that it was sent. Where it was sent before
/// it was put to the concern, with what put it there.
pub(super) fn referral_with<'c>(
    concern: &'c Concern,
    filled: &Filled,
    sent: &Kept<Sent>,
) -> Option<&'c Kept<Referral>> {
    let written_with = |with: &Step| {
        let mut referrals = concern.case.referrals.iter().map(|(kept, _)| kept);
        referrals.find(|kept| {
            let apart = kept.step.written - with.written;
            kept.what.reference == sent.what.reference
                && kept.step.author.person == with.author.person
                && apart.num_seconds().abs() < ONE_MOMENT
        })
    };
    // A put writes the referral of what had gone last by then, and of nothing that went later.
    let last_before = |put: &Step| {
        let all = filled.sent_before.iter().chain(&filled.sent);
        let before = all.filter(|kept| kept.step.written <= put.written);
        before
            .max_by_key(|kept| kept.step.written)
            .is_some_and(|last| last.step.entry == sent.step.entry)
    };
    written_with(&sent.step).or_else(|| {
        let mut puts = filled.puts.all.iter().map(|kept| &kept.step);
        puts.find_map(|put| last_before(put).then(|| written_with(put)).flatten())
    })
}

/// It says something: it was not taken back.
fn says(kept: &Kept<Answer>) -> bool {
    !kept.what.lines.is_empty() || kept.what.unknown
}

/// `Ruth Calloway, 11:12`.
fn said_by(office: &Office, kept: &Kept<Answer>) -> String {
    let at = office.moment(kept.step.written.timestamp_millis());
    format!("{}, {at}", kept.step.author.name)
}

fn beside(
    office: &Office,
    typed: &[&Kept<Answer>],
    wanted: impl Fn(&Kept<Answer>) -> bool,
) -> Vec<String> {
    typed
        .iter()
        .filter(|kept| wanted(kept))
        .map(|kept| {
            let said = match (kept.what.unknown, kept.what.lines.is_empty()) {
                (true, _) => "Not known".to_owned(),
                (false, true) => "Taken back".to_owned(),
                (false, false) => kept.what.lines.join(", "),
            };
            format!("{said} ({})", said_by(office, kept))
        })
        .collect()
}
