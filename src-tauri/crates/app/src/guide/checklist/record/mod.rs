//! What the record says to an item, with where it says so.
//!
//! Nothing of it is kept as an answer before the checklist goes: it is read anew each time, so that a correction of the record is a
//! correction here too.

mod case;
mod child;
mod concern;
mod family;
mod school;

use domain::checklist::Sent;
use domain::concern::{Concern, Content, PersonIn};
use domain::room::Room as RoomKind;
use guidance::{Fill, Item, ItemKind};

use self::concern::Whose;
use crate::Office;
use crate::pupil::{Whole, everybody_around};
use crate::wire::{AroundView, Fault, FaultKind};

/// An answer of the record.
pub(super) struct Said {
    /// One text, or one for each thing.
    pub(super) lines: Vec<String>,
    /// Where it stands: `From the pupil’s record`.
    pub(super) from: &'static str,
    /// What is asked and not in it, in words; nothing where it is all there.
    pub(super) lacks: String,
}

const CONCERN: &str = "From the concern";
const ACCOUNT: &str = "From the first account";
const CASE: &str = "From what was done since";
const PUPIL: &str = "From the pupil\u{2019}s record";
const SCHOOL: &str = "From the school\u{2019}s settings";
const LIST: &str = "From the pupil list";

/// What a checklist can be answered from, read once.
pub(super) struct Record<'o> {
    office: &'o Office,
    concern: Option<Concern>,
    /// The child it is about, where they are on the list and their page may be read.
    child: Option<Whole>,
    around: Option<AroundView>,
    sent: Option<Sent>,
}

impl<'o> Record<'o> {
    /// Reads the concern and the page of the child it is about. Every entry is verified as it is read.
    pub(super) fn read(
        office: &'o Office,
        concern: Option<Concern>,
        sent: Option<Sent>,
    ) -> Result<Self, Fault> {
        let subject = concern
            .as_ref()
            .and_then(Concern::current)
            .and_then(|version| child_of(&version.content))
            .and_then(|person| person.pupil);
        let readable = subject.filter(|_| office.room(RoomKind::Pupils).is_some());
        let child = match readable.map(|id| office.whole_pupil(id)) {
            Some(Ok(child)) => Some(child),
            // Not on the list of this laptop: as the concern names them. What cannot be believed is never passed over.
            Some(Err(fault)) if fault.kind != FaultKind::Missing => return Err(fault),
            Some(Err(_)) | None => None,
        };
        let around = child
            .as_ref()
            .map(|child| everybody_around(office, child.id))
            .transpose()?;
        Ok(Self {
            office,
            concern,
            child,
            around,
            sent,
        })
    }

    /// The pupil whose page is read for it.
    pub(super) fn pupil(&self) -> Option<domain::id::PupilId> {
        self.child.as_ref().map(|child| child.id)
    }

    /// What whoever relies on these answers must know of the record first, each as a sentence.
    pub(super) fn cautions(&self) -> Vec<String> {
        let newer = self
            .concern
            .as_ref()
            .is_some_and(|concern| concern.needs_newer)
            || self
                .child
                .as_ref()
                .is_some_and(|child| child.pupil.needs_newer);
        let twice = self
            .concern
            .as_ref()
            .is_some_and(|concern| concern.heads.len() > 1);
        let mut all = Vec::new();
        if twice {
            all.push(
                "The concern was corrected on two laptops. The answers here are from the later one: read both before it goes."
                    .to_owned(),
            );
        }
        if newer {
            all.push(
                "Part of the record was written in a newer Strongroom and is not in these answers. Update Strongroom on this laptop."
                    .to_owned(),
            );
        }
        all
    }

    /// What it says to an item; nothing where it says nothing.
    pub(super) fn says(&self, item: &Item) -> Option<Said> {
        let fill = item.from?;
        let said = self.found(fill)?;
        if item.choose.is_empty() {
            let said =
                Some(said).filter(|said| !said.lines.is_empty() || !said.lacks.is_empty())?;
            // One time says neither since when nor until when.
            let lacks = match (item.kind, fill) {
                (ItemKind::DatetimeRange, Fill::Happened) => {
                    "the concern says when it happened, not since when or until when".to_owned()
                }
                _ => said.lacks,
            };
            return Some(Said { lacks, ..said });
        }
        let lines: Vec<String> = said
            .lines
            .iter()
            .filter_map(|id| item.choose.get(id).cloned())
            .collect();
        (!lines.is_empty()).then_some(Said { lines, ..said })
    }

    fn found(&self, fill: Fill) -> Option<Said> {
        match fill {
            Fill::Always => said(SCHOOL, "always"),
            Fill::Reporter => school::reporter(self, false),
            Fill::ReporterFull => school::reporter(self, true),
            Fill::School => school::school(self),
            Fill::SchoolPhone => school::phone(self),
            Fill::Lead => school::lead(self),
            Fill::ChildName => child::name(self),
            Fill::ChildFull => child::full(self),
            Fill::ChildBorn => child::born(self),
            Fill::ChildSex => child::sex(self),
            Fill::ChildNumber => child::number(self),
            Fill::ChildPlace => child::place(self),
            Fill::ChildFlags => child::flags(self),
            Fill::ChildNeeds => child::needs(self),
            Fill::ChildLeft => child::left(self),
            Fill::Household => family::household(self),
            Fill::Carers => family::carers(self),
            Fill::Siblings => family::siblings(self),
            Fill::Relatives => family::relatives(self),
            Fill::Agencies => family::agencies(self, false),
            Fill::SocialWorker => family::agencies(self, true),
            Fill::OtherChildren => concern::other_children(self),
            Fill::Adults => concern::adults(self, &[]),
            Fill::AdultsOfConcern => concern::adults(self, &concern::OF_CONCERN),
            Fill::Accounts => concern::accounts(self, Whose::Anybody),
            Fill::AccountsOfWhom => concern::accounts(self, Whose::Said),
            Fill::AccountsOfChild => concern::accounts(self, Whose::Child),
            Fill::AccountsOfOther => concern::accounts(self, Whose::Other),
            Fill::Services => concern::services(self),
            Fill::Addresses => concern::addresses(self),
            Fill::Account => concern::account(self, false),
            Fill::ChildsWords => concern::childs_words(self),
            Fill::AccountAndWords => concern::account(self, true),
            Fill::Happened => concern::happened(self),
            Fill::FirstKnew => concern::first_knew(self),
            Fill::WhenAndWhere => concern::when_and_where(self),
            Fill::CameToLight => concern::came_to_light(self),
            Fill::Harm => concern::harm(self),
            Fill::Danger => concern::danger(self),
            Fill::Device => concern::device(self),
            Fill::Evidence => concern::evidence(self),
            Fill::IncidentNumber => case::incident_number(self),
            Fill::ToldAlready => case::told_already(self),
            Fill::Police => case::told(self, &["police-999", "police-101"]),
            Fill::SocialCare => case::told(self, &["csc"]),
            Fill::Lado => case::told(self, &["lado"]),
            Fill::Parents => case::parents(self),
            Fill::Done => case::done(self),
            Fill::History => case::history(self),
            Fill::Level => case::level(self),
            Fill::SentSaid => case::sent(self),
        }
    }

    /// Whether the account or the child's exact words have one of some words, whole.
    pub(super) fn account_has(&self, wanted: &[String]) -> bool {
        let Some(content) = self.content() else {
            return false;
        };
        let text = format!("{} {}", content.account, content.childs_words).to_lowercase();
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| wanted.iter().any(|known| known == word))
    }

    fn content(&self) -> Option<&Content> {
        Some(&self.concern.as_ref()?.current()?.content)
    }

    /// The child it is about; nobody where it names no child.
    fn subject(&self) -> Option<&PersonIn> {
        child_of(self.content()?)
    }
}

/// The child who may have been harmed, otherwise the first child it names. Whoever it is filed under may be an adult.
fn child_of(content: &Content) -> Option<&PersonIn> {
    let people = || content.people.iter();
    let harmed = |person: &&PersonIn| {
        person.kind != "adult" && matches!(person.role.as_str(), "victim" | "subject")
    };
    let child = |person: &&PersonIn| person.kind == "pupil";
    people().find(harmed).or_else(|| people().find(child))
}

/// One line, where there is something to say.
fn said(from: &'static str, line: impl Into<String>) -> Option<Said> {
    let line = line.into();
    let line = line.trim();
    (!line.is_empty()).then(|| Said {
        lines: vec![line.to_owned()],
        from,
        lacks: String::new(),
    })
}

/// Several.
fn listed(from: &'static str, lines: Vec<String>) -> Option<Said> {
    let lacks = String::new();
    (!lines.is_empty()).then_some(Said { lines, from, lacks })
}

/// What there is of some facts, with commas between.
fn together<'f>(facts: impl IntoIterator<Item = &'f str>) -> String {
    let facts: Vec<&str> = facts
        .into_iter()
        .map(str::trim)
        .filter(|fact| !fact.is_empty())
        .collect();
    facts.join(", ")
}
