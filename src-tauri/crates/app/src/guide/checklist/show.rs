//! Checklists for the window.

use domain::checklist::Filled;
use domain::id::ConcernId;
use domain::own_guidance::Sort;
use domain::room::Room as RoomKind;
use domain::step::Step;
use guidance::{Checklist, Fill, Item, Needed};
use vault::ask::ChecklistLine;

use super::super::about::put_view;
use super::super::flow::{cited, month, own_said};
use super::super::own::{changing, checklist_now};
use super::gaps::{gaps, needed_now, ready};
use super::stand::{Standing, Stands, referral_struck, referral_with, stands};
use super::went::{again, how_it_went};
use super::{kinds, known, note, opened};
use crate::wire::{
    ChecklistItem, ChecklistRow, ChecklistSection, ChecklistView, Choice, Fault, Number,
};
use crate::{Office, words};

/// How many are shown of those that are open.
const OPEN: u32 = 50;

/// A checklist, what the record and whoever fills it have answered, and what is missing. That the concern and the child's page
/// were read for it is kept.
pub fn checklist(office: &mut Office, id: &str) -> Result<ChecklistView, Fault> {
    let (kind, filled, page) = opened(office, id)?;
    let standing = stands(office, kind, &filled, &page)?;
    let shown = view(office, id, kind, &filled, &page, &standing)?;
    standing.note_looks(office, kind);
    Ok(shown)
}

/// A checklist to read, before it is begun.
pub fn checklist_page(office: &Office, list: &str) -> Result<ChecklistView, Fault> {
    let now = checklist_now(office, list)?;
    Ok(ChecklistView {
        numbers: numbers(office, &now.page)?,
        own: own_said(office, &now),
        changing: changing(office, Sort::Checklist, list),
        ..unanswered(&now.page)
    })
}

/// The same for whoever has no vault open.
pub(crate) fn blank(list: &str) -> Result<ChecklistView, Fault> {
    known(list).map(unanswered)
}

/// Those about one concern, the oldest first; without one, those that are open, the latest first.
pub fn checklists(office: &Office, concern: Option<&str>) -> Result<Vec<ChecklistRow>, Fault> {
    let Some(concern) = concern else {
        return open_checklists(office, OPEN);
    };
    let id: ConcernId = concern
        .parse()
        .map_err(|_| Fault::from(vault::VaultError::NotFound))?;
    let kind = office.room_of_concern(id)?;
    let room = office.room(kind).ok_or_else(Fault::stopped)?;
    let lines = room.checklists_of(id)?.into_iter();
    Ok(lines.map(|line| row(office, kind, line)).collect())
}

/// At most so many of those that are neither sent nor put away.
pub(crate) fn open_checklists(office: &Office, most: u32) -> Result<Vec<ChecklistRow>, Fault> {
    let mut found: Vec<(RoomKind, ChecklistLine)> = Vec::new();
    for (kind, room) in &office.sitting()?.rooms {
        let lines = room.open_checklists(most)?.into_iter();
        found.extend(lines.map(|line| (*kind, line)));
    }
    found.sort_by_key(|(_, line)| std::cmp::Reverse(line.last));
    found.truncate(most as usize);
    Ok(found
        .into_iter()
        .map(|(kind, line)| row(office, kind, line))
        .collect())
}

fn row(office: &Office, kind: RoomKind, line: ChecklistLine) -> ChecklistRow {
    let concern = line
        .concern
        .and_then(|id| office.room(kind)?.concern_line(id).ok());
    let (about, class) = concern.map_or_else(Default::default, |line| (line.about, line.class));
    let goes = known(&line.list).is_ok_and(|list| list.goes_to.is_some());
    let end = match (line.open, line.sent, goes) {
        (true, ..) => String::new(),
        (false, Some(at), true) if struck(office, kind, &line) => {
            format!("Sent {}, and its referral struck since", office.moment(at))
        }
        (false, Some(at), true) => format!("Sent {}", office.moment(at)),
        (false, Some(at), false) => format!("Done {}", office.moment(at)),
        (false, None, _) => "Put away".to_owned(),
    };
    ChecklistRow {
        id: line.id.to_string(),
        list: line.list,
        title: line.title,
        about,
        class,
        open: line.open,
        last: format!("{}, {}", office.moment(line.last), line.who),
        end,
    }
}

/// It has gone, and the concern it was put to does not say so: it was sent where nobody knew of that yet.
fn not_there(
    office: &Office,
    kind: RoomKind,
    filled: &Filled,
    page: &Checklist,
) -> Option<&'static str> {
    let (put, sent) = (filled.puts.holds()?, filled.sent.as_ref()?);
    page.goes_to.as_ref()?;
    let concern = office.room(kind)?.concern(put.what.concern).ok()?;
    referral_with(&concern, filled, sent)
        .is_none()
        .then_some("Its referral does not stand on the concern yet.")
}

/// The referral that was signed with it was struck since.
fn struck(office: &Office, kind: RoomKind, line: &ChecklistLine) -> bool {
    let why = || {
        let room = office.room(kind)?;
        let concern = room.concern(line.concern?).ok()?;
        let filled = room.filled_checklist(line.id).ok()?;
        referral_struck(&concern, &filled, filled.sent.as_ref()?)
    };
    why().is_some()
}

fn view(
    office: &Office,
    id: &str,
    kind: RoomKind,
    filled: &Filled,
    page: &Checklist,
    standing: &Standing<'_>,
) -> Result<ChecklistView, Fault> {
    let all = standing.all.as_slice();
    let begun = &filled.begun;
    let concern = begun.what.concern;
    let concern = concern.and_then(|concern| office.room(kind)?.concern_line(concern).ok());
    let read = unanswered(page);
    let gaps = gaps(page, all);
    let by = |step: &Step| {
        let at = office.moment(step.written.timestamp_millis());
        format!("{at}, {}", step.author.name)
    };
    let kept = note::kept(office, id)?;
    let typed = |at: &str| {
        let mut kept = kept.iter().filter(|(_, item, _)| item == at);
        kept.next()
            .map(|(.., lines)| lines.clone())
            .unwrap_or_default()
    };
    let by_record = all
        .iter()
        .filter(|stands| stands.by_record && stands.answered())
        .count();
    Ok(ChecklistView {
        id: id.to_owned(),
        newer: checklist_now(office, &begun.what.list)
            .is_ok_and(|now| now.page.version > begun.what.version),
        about: concern
            .as_ref()
            .map_or_else(String::new, |line| line.about.clone()),
        concern: concern.map(|line| Choice {
            id: line.id.to_string(),
            title: line.record_no,
            detail: line.class,
        }),
        put: put_view(
            office,
            kind,
            &filled.puts,
            not_there(office, kind, filled, page),
        ),
        sections: sections(office, id, page, all)?,
        from_record: u32::try_from(by_record).unwrap_or(u32::MAX),
        ready: match filled.is_open() {
            true => ready(&read.to, &gaps),
            false => String::new(),
        },
        gaps,
        numbers: numbers(office, page)?,
        danger: in_danger(all),
        elsewhere: page
            .elsewhere
            .as_ref()
            .filter(|elsewhere| {
                let mut answers = all.iter();
                let answer = answers.find(|stands| stands.item.id == elsewhere.item);
                answer.is_some_and(|answer| answer.lines == [elsewhere.answer.clone()])
            })
            .map(|elsewhere| elsewhere.say.clone()),
        cautions: standing
            .cautions
            .iter()
            .cloned()
            .chain(again(office, filled))
            .collect(),
        begun: by(&begun.step),
        sent: filled
            .sent
            .as_ref()
            .map(|kept| how_it_went(office, page, kept, false)),
        sent_before: filled
            .sent_before
            .iter()
            .map(|kept| how_it_went(office, page, kept, true))
            .collect(),
        dropped: filled
            .dropped
            .as_ref()
            .map(|kept| format!("{} {}", kept.what.reason, by(&kept.step))),
        sent_typed: typed(note::SENT),
        drop_typed: typed(note::DROP),
        reopen_typed: typed(note::REOPEN),
        needs_newer: filled.needs_newer,
        ..read
    })
}

/// What comes before any form where a child is in danger now.
fn in_danger(all: &[Stands<'_>]) -> Option<String> {
    let now = all.iter().any(|stands| {
        let yes = stands.item.choose.get("yes");
        stands.item.from == Some(Fill::Danger)
            && yes.is_some_and(|yes| stands.lines == [yes.clone()])
    });
    now.then(|| {
        "A child is in danger now. Ring 999 before you go on with this, and write the incident number down here."
            .to_owned()
    })
}

/// The page with nothing answered.
fn unanswered(page: &Checklist) -> ChecklistView {
    let to = page.goes_to.as_ref();
    ChecklistView {
        id: String::new(),
        list: page.id.to_string(),
        title: page.title.clone(),
        purpose: page.purpose.clone(),
        use_when: page.use_when.clone(),
        warnings: page.warnings.clone(),
        cautions: Vec::new(),
        note: page.note.clone(),
        version: page.version,
        checked: month(&page.checked),
        sources: cited(&page.sources),
        own: None,
        changing: false,
        newer: false,
        needs_concern: page.needs_concern,
        concern: None,
        put: None,
        about: String::new(),
        sections: page
            .sections
            .iter()
            .map(|section| ChecklistSection {
                title: section.title.clone(),
                after: section.after,
                answered: 0,
                items: section.items.iter().map(asked).collect(),
            })
            .collect(),
        gaps: Vec::new(),
        from_record: 0,
        to: to.map_or_else(String::new, |body| words::term("external_body", body)),
        body: to.map(ToString::to_string).unwrap_or_default(),
        numbers: Vec::new(),
        ready: String::new(),
        danger: None,
        elsewhere: None,
        begun: String::new(),
        sent: None,
        sent_before: Vec::new(),
        dropped: None,
        sent_typed: Vec::new(),
        drop_typed: Vec::new(),
        reopen_typed: Vec::new(),
        needs_newer: false,
    }
}

/// A question without an answer.
fn asked(item: &Item) -> ChecklistItem {
    ChecklistItem {
        id: item.id.to_string(),
        prompt: item.prompt.clone(),
        help: item.help.clone(),
        kind: kinds::kind(item),
        options: item.choices().into_iter().map(str::to_owned).collect(),
        needed: needed_said(item),
        check: item.to_be_checked(),
        answer: Vec::new(),
        unknown: false,
        from: String::new(),
        by_record: false,
        lacks: String::new(),
        beside: Vec::new(),
        typed: None,
    }
}

/// How much an item is needed, as the window names it.
fn needed_said(item: &Item) -> &'static str {
    match item.required {
        Needed::Required => "required",
        Needed::Recommended => "recommended",
        Needed::IfApplicable => "if_applicable",
    }
}

fn sections(
    office: &Office,
    id: &str,
    page: &Checklist,
    all: &[Stands<'_>],
) -> Result<Vec<ChecklistSection>, Fault> {
    let typed = note::kept(office, id)?;
    let mut left = all.iter();
    let mut found = Vec::new();
    for section in &page.sections {
        let here: Vec<&Stands<'_>> = left.by_ref().take(section.items.len()).collect();
        let answered = here.iter().filter(|stands| stands.answered()).count();
        let items = here.into_iter().map(|stands| ChecklistItem {
            answer: stands.lines.clone(),
            unknown: stands.unknown,
            from: stands.from.clone(),
            by_record: stands.by_record,
            lacks: stands.lacks.clone(),
            beside: stands.beside.clone(),
            needed: match needed_now(stands.item, all) {
                true => "required",
                false => needed_said(stands.item),
            },
            typed: typed
                .iter()
                .find(|(_, item, _)| *item == *stands.item.id)
                .map(|(.., lines)| lines.clone()),
            ..asked(stands.item)
        });
        found.push(ChecklistSection {
            title: section.title.clone(),
            after: section.after,
            answered: u32::try_from(answered).unwrap_or(u32::MAX),
            items: items.collect(),
        });
    }
    Ok(found)
}

/// Whom to reach with it: the national contacts of its page, and the school's own number of whom it goes to.
fn numbers(office: &Office, page: &Checklist) -> Result<Vec<Number>, Fault> {
    let settings = &office.sitting()?.settings;
    let own = settings
        .whom_to_ring()
        .filter(|(whom, ..)| page.goes_to.as_ref().is_some_and(|to| *to == **whom))
        .filter_map(|(whom, title, number)| {
            Some(Number {
                whom: whom.to_owned(),
                title: title.to_owned(),
                number: number?.to_owned(),
            })
        });
    let all = guidance::contacts().map_or(&[][..], Vec::as_slice);
    let contacts = page.contacts.iter().filter_map(|id| {
        let contact = all.iter().find(|contact| contact.id == *id)?;
        Some(Number {
            whom: contact.id.to_string(),
            title: contact.name.clone(),
            number: contact.how.clone(),
        })
    });
    Ok(own.chain(contacts).collect())
}
